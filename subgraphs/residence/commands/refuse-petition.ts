import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Petition } from '../model/petition.ts';
import { actOnPetition } from './act-on-petition.ts';
import type { ChangeInput } from './act-on-petition.ts';

/** A refusal to sign. */
export interface RefusePetition extends ChangeInput {
  reason: string;
}

/** Refuses to sign a petition, with the reasons that the person is told (B§8, B§9). */
export function refusePetition(context: Context, input: RefusePetition): Promise<Outcome> {
  return actOnPetition(
    context,
    'refusePetition',
    () => 'REFUSE',
    input,
    (session, petition, { reason }) => {
      refuse(session, petition, reason, 'reason');
      return Promise.resolve({});
    },
  );
}

/**
 * Notes why a petition is refused, and by whom.
 *
 * @param field where the input has the reasons; without them nothing is refused (B§9).
 */
export function refuse(
  { viewer, now }: CommandSession,
  petition: Petition,
  reason: string | null | undefined,
  field: string,
): void {
  if (!reason) refuseProblem('TEXT_EMPTY', [field], 'B§9');
  petition.refusalReason = reason;
  petition.decidedAt = now;
  petition.decidedBy = viewer.accountId;
}
