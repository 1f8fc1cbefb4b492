import { runCommand } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { isId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Complaint } from '../model/complaint.ts';
import { isForwardedByClock, unforwardedStates } from '../rules/lifecycle.ts';
import { advance, outcomeOf } from './advance.ts';
import { caseFileFor, sendAlong } from './case-file.ts';

/**
 * The job that records what the clock has forwarded: the three days are over, and nobody has forwarded or satisfied it (A§15-3). A complaint at a time, at the
 * moment at which its term ended, with the case file as it stands: killed, run twice or late, it leaves the same. One that fails keeps no other one waiting.
 */
export async function recordForwardings(context: Context): Promise<void> {
  const reads = context.read();
  const where = { state: { $in: [...unforwardedStates] }, forwardsAt: { $lt: context.now() } };
  const due = await reads.find(Complaint, where, { fields: ['id'], orderBy: { id: 'asc' } });
  const failures: unknown[] = [];
  for (const { id } of due) await recordForwarding(context, id).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Records, before somebody acts on a complaint, what the clock has done to it by now. */
export async function recordForwardingDue(context: Context, id: string): Promise<void> {
  if (!isId(id)) return;
  const reads = context.read();
  const complaint = await reads.findOne(Complaint, { id });
  await context.endReading();
  if (complaint && isForwardedByClock(complaint, context.now()))
    await recordForwarding(await context.asSystem('complaints'), id);
}

async function recordForwarding(context: Context, id: string): Promise<void> {
  const caseFile = await caseFileFor(context, id);
  await runCommand(context, 'complaints', 'recordForwardings', {}, async (session) => {
    const complaint = await findForChange(session, Complaint, id);
    if (isForwardedByClock(complaint, session.now)) {
      const { version, forwardsAt } = complaint;
      await advance({ ...session, now: forwardsAt }, complaint, 'RECORD_FORWARDING', async () => {
        complaint.forwardedAt = forwardsAt;
        await sendAlong(session, id, caseFile);
      });
      // Whoever saw this version saw it forwarded: that it is recorded is no change to them.
      await session.em.execute('update complaints.complaint set version = ? where id = ?', [version, id]);
    }
    return outcomeOf(complaint);
  });
}
