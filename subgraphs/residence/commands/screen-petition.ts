import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { screeningDecisions } from '../model/enumerations.ts';
import { actOnPetition } from './act-on-petition.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { refuse } from './refuse-petition.ts';

/** What came of the screening. */
export interface ScreenPetition extends ChangeInput {
  decision: (typeof screeningDecisions)[number];
  /** Why it was refused. */
  reason?: string | null;
}

/** Approves the documents of a petition, from when on times have to be offered within 2 working days (B§5, B§6); or refuses them with the reasons (B§9). */
export function screenPetition(context: Context, input: ScreenPetition): Promise<Outcome> {
  const actionOf = ({ decision }: ScreenPetition) =>
    decision === 'APPROVED' ? ('APPROVE_SCREENING' as const) : ('REFUSE_SCREENING' as const);
  return actOnPetition(context, 'screenPetition', actionOf, input, (session, petition, { decision, reason }) => {
    if (decision === 'REFUSED') refuse(session, petition, reason, 'reason');
    return Promise.resolve({});
  });
}
