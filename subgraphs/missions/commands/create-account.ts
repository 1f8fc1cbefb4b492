import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { isEmailAddress } from '../../kit/email.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { Office } from '../model/office.ts';
import { createsAccountsOf } from '../rules/account-management.ts';
import { fitsOffice } from '../rules/offices.ts';
import { invite } from './invite.ts';
import type { Invitation } from './invite.ts';
import { addAccount } from './new-account.ts';

/** Whose account is created. */
export interface CreateAccount extends CommandInput {
  name: string;
  email: string;
  role: Role;
  officeId?: string | null;
  headOfOffice: boolean;
}

/** Creates an account: the Manager those of consuls and authorised employees (A§8), the State Corporation those of the other officials. It is invited until its person signs in; a repeat doesn't tell the link again. */
export async function createAccount(
  context: Context,
  input: CreateAccount,
): Promise<{ outcome: Outcome; invitation: Invitation | undefined }> {
  let invitation: Invitation | undefined;
  const outcome = await runCommand(context, 'missions', 'createAccount', input, async (session, given) => {
    const { viewer } = session;
    const office = await officeOf(session, given.officeId ?? null);
    refuseProblems(problemsOf(given, viewer.role, office));
    const { name, email, role, headOfOffice } = given;
    const account = await addAccount(session, {
      name,
      email,
      role,
      headOfOffice,
      officeId: office?.id ?? null,
      city: office?.city ?? null,
      state: 'INVITED',
    });
    invitation = await invite(session, context.services.publicUrl(), account, 'INVITATION');
    return { kind: 'Account', id: account.id };
  });
  return { outcome, invitation };
}

async function officeOf({ em }: CommandSession, id: string | null): Promise<Office | null> {
  return id !== null && isId(id) ? em.findOne(Office, { id }) : null;
}

function problemsOf({ name, email, role, officeId }: CreateAccount, creator: Role, office: Office | null): Problem[] {
  const unknownOffice = officeId != null && !office;
  return [
    ...(createsAccountsOf(creator, role) ? [] : [{ code: 'ROLE_NOT_MANAGED', path: ['role'], reference: 'A§8' }]),
    ...(unknownOffice || !fitsOffice(role, office?.kind) ? [{ code: 'OFFICE_DOES_NOT_FIT', path: ['officeId'] }] : []),
    ...(name === '' ? [{ code: 'NAME_EMPTY', path: ['name'] }] : []),
    ...(isEmailAddress(email) ? [] : [{ code: 'EMAIL_INVALID', path: ['email'] }]),
  ];
}
