import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { raiseVersion } from '../../kit/commands/raise-version.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { nextState } from '../../kit/lifecycle/lifecycle.ts';
import type { Facts } from '../../kit/lifecycle/lifecycle.ts';
import { tell } from '../../kit/notices/tell.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { turnClocks } from '../../kit/terms/clocks.ts';
import { factsOf } from '../model/case-facts.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { barredUntil } from '../rules/bar.ts';
import { caseLifecycle, lapses, stateAt } from '../rules/case-lifecycle.ts';
import type { CaseAction, CaseGuard, CaseState } from '../rules/case-lifecycle.ts';
import { noticesOfCase } from '../rules/case-notices.ts';
import type { CaseEvent } from '../rules/case-notices.ts';
import type { ChangeInput } from './act-on-petition.ts';

/**
 * Runs a command on a residence case: locks it, compares the version, asks the lifecycle about the state as it is by the clock, does what the action does,
 * moves the state and the clocks on and records the event. TERM_EXPIRED when a term has ended that the action had to keep, else WRONG_STATE when the
 * lifecycle doesn't allow it.
 *
 * @param actionOf the action that the input asks for.
 * @param further what else holds, where the case itself doesn't say.
 */
export function actOnCase<Input extends ChangeInput>(
  context: Context,
  command: string,
  actionOf: (input: Input) => CaseAction,
  input: Input,
  change: (session: CommandSession, residenceCase: ResidenceCase, input: Input) => Promise<Record<string, unknown>>,
  further?: (session: CommandSession, input: Input) => Promise<Partial<Facts<CaseGuard>>>,
): Promise<Outcome> {
  return runCommand(context, 'residence', command, input, async (session, given) => {
    const residenceCase = await findForChange(session, ResidenceCase, given.id);
    expectVersion(residenceCase.version, given.expectedVersion);
    const facts = await further?.(session, given);
    await advance(session, residenceCase, actionOf(given), () => change(session, residenceCase, given), facts);
    return { kind: 'ResidenceCase', id: residenceCase.id, concerns: [residenceCase.applicantId] };
  });
}

/** Takes a case that is locked one action further. */
export async function advance(
  session: CommandSession,
  residenceCase: ResidenceCase,
  action: CaseAction,
  change: () => Promise<Record<string, unknown>>,
  further: Partial<Facts<CaseGuard>> = {},
): Promise<void> {
  const { em, viewer, now } = session;
  const { state: recorded, lapsesAt, version: currentVersion } = residenceCase;
  const state = action === 'RECORD_LAPSE' ? recorded : stateAt(recorded, lapsesAt, now);
  const facts = { ...(await factsOf(em, [residenceCase])).get(residenceCase.id)!, ...further };
  const next = nextState(caseLifecycle, state, action, viewer.role, facts);
  if (!next) {
    const inTime = nextState(caseLifecycle, recorded, action, viewer.role, facts);
    throw new Fault(inTime ? 'TERM_EXPIRED' : 'WRONG_STATE', { extensions: { state, currentVersion } });
  }
  const transition = caseLifecycle[state][action]!;
  const details = await change();
  residenceCase.state = next;
  const begun = await turnClocks(session, CaseTermTable, residenceCase, transition);
  residenceCase.lapsesAt = lapseOf(next, begun) ?? lapsesAt;
  await em.flush();
  await raiseVersion(em, ResidenceCase, residenceCase, currentVersion);
  await recordEvent(session, 'residence', { caseId: residenceCase.id, kind: action, details });
  await tellOfCase(session, residenceCase, { action, by: viewer.role, from: recorded });
}

/** Tells what was done with a case. What lapsed a while ago is told now. */
export async function tellOfCase(
  { em, context }: Pick<CommandSession, 'em' | 'context'>,
  residenceCase: ResidenceCase,
  event: CaseEvent,
): Promise<void> {
  const { id, number } = residenceCase;
  const told = { type: 'ResidenceCase', id, number };
  const now = context.now();
  const toTellOf = { ...residenceCase, barredUntil: barredUntil(residenceCase, now) };
  await tell({ em, now }, 'residence', told, noticesOfCase(event, toTellOf));
}

function lapseOf(state: CaseState, begun: Awaited<ReturnType<typeof turnClocks>>): Temporal.Instant | undefined {
  return state in lapses ? begun[lapses[state as keyof typeof lapses].term] : undefined;
}
