import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Complaint } from '../model/complaint.ts';
import { stateAt } from '../rules/lifecycle.ts';
import type { ComplaintAction, ComplaintState } from '../rules/lifecycle.ts';
import { advance, outcomeOf } from './advance.ts';
import { recordForwardingDue } from './record-forwardings.ts';

/** What the input of every command on something that exists carries. */
export interface ChangeInput extends CommandInput {
  id: string;
  expectedVersion: number;
}

/**
 * Runs a command on a complaint: locks it, compares the version and takes it one action further. What the clock has done by then is recorded before.
 *
 * @param actionOf the action that the input asks for in the state as it is now.
 */
export async function actOnComplaint<Input extends ChangeInput>(
  context: Context,
  command: string,
  actionOf: (input: Input, state: ComplaintState) => ComplaintAction,
  input: Input,
  change: (session: CommandSession, complaint: Complaint, input: Input) => Promise<void>,
): Promise<Outcome> {
  await recordForwardingDue(context, input.id);
  return runCommand(context, 'complaints', command, input, async (session, given) => {
    const complaint = await findForChange(session, Complaint, given.id);
    expectVersion(complaint.version, given.expectedVersion);
    const action = actionOf(given, stateAt(complaint, session.now));
    await advance(session, complaint, action, () => change(session, complaint, given));
    return outcomeOf(complaint);
  });
}
