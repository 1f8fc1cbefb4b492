import { runCommand } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Complaint } from '../model/complaint.ts';
import { outcomeOf } from './advance.ts';

/** The job that follows the reopening of a case: what had to follow a complaint was done. Run twice, it changes nothing the second time. */
export async function noteReopened(context: Context, { complaintId }: Record<string, string>): Promise<void> {
  await runCommand(context, 'complaints', 'noteReopened', {}, async (session) => {
    const complaint = await findForChange(session, Complaint, complaintId!);
    if (complaint.followUp && !complaint.followUpDoneAt) {
      complaint.followUpDoneAt = session.now;
      await session.em.flush();
      await recordEvent(session, 'complaints', { caseId: complaint.id, kind: 'REOPENING_DONE' });
    }
    return outcomeOf(complaint);
  });
}
