import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { nextState } from '../../kit/lifecycle/lifecycle.ts';
import { tell } from '../../kit/notices/tell.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import { IinApplication } from '../model/application.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { noticesOfApplication } from '../rules/application-notices.ts';
import { applicationLifecycle } from '../rules/lifecycle.ts';
import type { ApplicationAction, ApplicationFacts } from '../rules/lifecycle.ts';

/** What the input of every command on an application carries. */
export interface ApplicationInput extends CommandInput {
  id: string;
  expectedVersion: number;
}

/** What holds of an application for a viewer, as the lifecycle's guards ask. */
export function applicationFacts(application: IinApplication, viewer: Viewer, printed: boolean): ApplicationFacts {
  return {
    'taken by the viewer': application.takenBy === viewer.accountId,
    'for a number': application.kind === 'FORMATION',
    'for a correction': application.kind === 'CORRECTION',
    printed,
    'not handed out': application.handedOutAt === null,
    // Only the complaint itself says so: whoever reopens asks it.
    'a complaint calls for it': false,
  };
}

/**
 * Runs a command on an application: locks it, compares the version, asks the lifecycle, does what the action does, moves the state on and records the
 * event. WRONG_STATE when the lifecycle doesn't allow it.
 *
 * @param further what else holds, where the application itself doesn't say.
 */
export function actOnApplication<Input extends ApplicationInput>(
  context: Context,
  command: string,
  action: ApplicationAction,
  input: Input,
  change: (session: CommandSession, application: IinApplication, input: Input) => Promise<Record<string, unknown>>,
  further?: (session: CommandSession, input: Input) => Promise<Partial<ApplicationFacts>>,
): Promise<Outcome> {
  return runCommand(context, 'iin', command, input, async (session, given) => {
    const { em, viewer } = session;
    const application = await findForChange(session, IinApplication, given.id);
    expectVersion(application.version, given.expectedVersion);
    const printed = (await em.count(PrintedForm, { applicationId: application.id, revokedAt: null })) > 0;
    const facts = { ...applicationFacts(application, viewer, printed), ...(await further?.(session, given)) };
    const state = nextState(applicationLifecycle, application.state, action, viewer.role, facts);
    if (!state)
      throw new Fault('WRONG_STATE', { extensions: { state: application.state, currentVersion: application.version } });
    const details = await change(session, application, given);
    application.state = state;
    await em.flush();
    await recordEvent(session, 'iin', { caseId: application.id, kind: action, details });
    const { id, number, applicantId, recordId } = application;
    await tell(session, 'iin', { type: 'IinApplication', id, number }, noticesOfApplication(action, application));
    return { kind: 'IinApplication', id, concerns: [applicantId, ...(recordId ? [recordId] : [])] };
  });
}
