import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { raiseVersion } from '../../kit/commands/raise-version.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { nextState } from '../../kit/lifecycle/lifecycle.ts';
import { tell } from '../../kit/notices/tell.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { turnClocks } from '../../kit/terms/clocks.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { interviewHasBegun, InterviewTime } from '../model/interview-time.ts';
import { Petition } from '../model/petition.ts';
import { petitionLifecycle } from '../rules/petition-lifecycle.ts';
import type { PetitionAction, PetitionGuard, PetitionState } from '../rules/petition-lifecycle.ts';
import { noticesOfPetition } from '../rules/petition-notices.ts';
import type { PetitionEvent } from '../rules/petition-notices.ts';

/** What the input of every command on something that exists carries. */
export interface ChangeInput extends CommandInput {
  id: string;
  expectedVersion: number;
}

/**
 * Runs a command on a petition: locks it, compares the version, asks the lifecycle, does what the action does, moves the state and the clocks on and records
 * the event. WRONG_STATE when the lifecycle doesn't allow it.
 *
 * @param actionOf the action that the input asks for.
 */
export function actOnPetition<Input extends ChangeInput>(
  context: Context,
  command: string,
  actionOf: (input: Input) => PetitionAction,
  input: Input,
  change: (session: CommandSession, petition: Petition, input: Input) => Promise<Record<string, unknown>>,
): Promise<Outcome> {
  return runCommand(context, 'residence', command, input, async (session, given) => {
    const { em, viewer } = session;
    const petition = await findForChange(session, Petition, given.id);
    expectVersion(petition.version, given.expectedVersion);
    const action = actionOf(given);
    const facts: Record<PetitionGuard, boolean> = {
      'interview has begun': (await interviewHasBegun(em, [petition.id], session.now)).has(petition.id),
    };
    const state = nextState(petitionLifecycle, petition.state, action, viewer.role, facts);
    if (!state)
      throw new Fault('WRONG_STATE', { extensions: { state: petition.state, currentVersion: petition.version } });
    const from = petition.state;
    const transition = petitionLifecycle[from][action]!;
    const details = await change(session, petition, given);
    petition.state = state;
    await turnClocks(session, CaseTermTable, petition, transition);
    await em.flush();
    await raiseVersion(em, Petition, petition, given.expectedVersion);
    await recordEvent(session, 'residence', { caseId: petition.id, kind: action, details });
    await tellOfPetition(session, petition, action, from);
    return { kind: 'Petition', id: petition.id, concerns: [petition.applicantId] };
  });
}

/** Tells what was done with a petition. */
export async function tellOfPetition(
  session: CommandSession,
  petition: Petition,
  action: PetitionEvent['action'],
  from: PetitionState,
): Promise<void> {
  const { id, number } = petition;
  const where = { caseId: id, releasedAt: null, startsAt: { $gt: session.now } };
  const times = await session.em.find(InterviewTime, where, { orderBy: { startsAt: 'asc' } });
  const event = { action, from, times: times.map(({ startsAt }) => startsAt) };
  await tell(session, 'residence', { type: 'Petition', id, number }, noticesOfPetition(event, petition));
}
