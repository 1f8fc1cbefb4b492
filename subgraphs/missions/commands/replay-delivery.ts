import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { enqueueSendingOut } from '../../kit/notices/send-out.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Delivery } from '../model/delivery.ts';

/** Which delivery goes out again. */
export interface ReplayDelivery extends CommandInput {
  id: string;
}

/** The states in which a delivery has ended in vain. */
const inVain: Delivery['state'][] = ['DEAD', 'BOUNCED', 'NO_ADDRESS'];

/** Has a delivery tried anew that ended in vain, by the same id: who got it after all knows it by that. WRONG_STATE for others. */
export function replayDelivery(context: Context, input: ReplayDelivery): Promise<Outcome> {
  return runCommand(context, 'missions', 'replayDelivery', input, async (session, { id }) => {
    const { em, now } = session;
    const delivery = await findForChange(session, Delivery, id);
    const { state, caseId } = delivery;
    if (!inVain.includes(state)) throw new Fault('WRONG_STATE', { extensions: { state } });
    Object.assign(delivery, { state: 'PENDING', attempts: 0, nextAttemptAt: now, settledAt: null, failure: null });
    await em.flush();
    await enqueueSendingOut(em, caseId);
    return { kind: 'Delivery', id, concerns: [caseId] };
  });
}
