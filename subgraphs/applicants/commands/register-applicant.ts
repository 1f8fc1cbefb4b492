import { runCommand } from '../../kit/commands/command.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { RegisterApplicantInput } from '../graph/inputs.ts';
import { personOf } from './identity.ts';
import { addApplicant } from './new-applicant.ts';

/** Registers a person who is presented to a consul or an authorised employee (A§9). */
export function registerApplicant(context: Context, input: RegisterApplicantInput): Promise<Outcome> {
  return runCommand(context, 'applicants', 'registerApplicant', input, (session, given) =>
    addApplicant(session, personOf(given, context)),
  );
}
