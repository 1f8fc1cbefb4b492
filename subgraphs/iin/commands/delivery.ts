import { openTo } from '../../kit/commands/case-access.ts';
import { runCommand } from '../../kit/commands/command.ts';
import type { CommandSession } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Job } from '../../kit/subgraph/definition.ts';
import { IinApplication } from '../model/application.ts';
import { Incident } from '../model/incident.ts';
import { deliveryOf } from '../rules/delivery.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/**
 * Whether the operators' side is closed now. Until the transaction ends no incident is opened or closed: what is registered in it passes at once, or the job
 * that follows the closing sees it waiting.
 */
export async function isDeliveryStopped(reads: Reads): Promise<boolean> {
  await reads.execute(`select pg_advisory_xact_lock_shared(hashtextextended('iin delivery', 0))`);
  return (await reads.count(Incident, { stopsDelivery: true, endedAt: null })) > 0;
}

/** Waits until every application that is being registered is committed; none is registered until this transaction ends. To be called before an incident opens or closes. */
export async function holdDelivery(reads: Reads): Promise<void> {
  await reads.execute(`select pg_advisory_xact_lock(hashtextextended('iin delivery', 0))`);
}

/** Opens the person of an application that passes to the operators to them: whoever never applied isn't theirs to see. */
export async function openToOperators(
  session: CommandSession,
  { id, applicantId }: Pick<IinApplication, 'id' | 'applicantId'>,
): Promise<void> {
  await openTo('iin_operator', session, applicantId, id);
}

/**
 * The job that passes what waits to the operators, in the order of registration, each in a transaction of its own (A§10). Killed, it goes on where it was; run
 * twice, it changes nothing the second time; while another incident closes the operators' side, everything goes on waiting.
 */
export const deliverWaiting: Job = async (context) => {
  const reads = context.read();
  const waiting = { state: 'REGISTERED' as const, deliveredAt: null };
  const applications = await reads.find(IinApplication, waiting, { fields: ['id'], orderBy: { id: 'asc' } });
  for (const { id } of applications) {
    if (await isDeliveryStopped(context.read())) return;
    await runCommand(context, 'iin', 'deliverIinApplication', {}, async (session) => {
      const application = await findForChange(session, IinApplication, id);
      if (deliveryOf(application) === 'WAITING') {
        application.deliveredAt = session.now;
        await openToOperators(session, application);
        await recordEvent(session, 'iin', { caseId: id, kind: 'DELIVERED' });
      }
      return { kind: 'IinApplication', id, concerns: [application.applicantId] };
    });
  }
};
