import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { isEmailAddress } from '../../kit/email.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { Account } from '../model/account.ts';
import { Office } from '../model/office.ts';
import { createsAccountsOf } from '../rules/account-management.ts';
import { fitsOffice } from '../rules/offices.ts';
import { writeAccountState } from './account-state.ts';

/** Whose account is created. */
export interface CreateAccount extends CommandInput {
  name: string;
  email: string;
  role: Role;
  officeId?: string | null;
  headOfOffice: boolean;
}

/** Creates an account: the Manager those of consuls and authorised employees (A§8), the State Corporation those of the other officials. It is invited until its person signs in. */
export function createAccount(context: Context, input: CreateAccount): Promise<Outcome> {
  return runCommand(context, 'missions', 'createAccount', input, async (session, given) => {
    const { em, viewer, now } = session;
    const office = await officeOf(session, given.officeId ?? null);
    refuseProblems(problemsOf(given, viewer.role, office));
    const { name, email, role, headOfOffice } = given;
    const id = newId();
    const account = em.create(Account, {
      id,
      version: 1,
      name,
      email,
      role,
      headOfOffice,
      officeId: office?.id ?? null,
      city: office?.city ?? null,
      state: 'INVITED',
      createdAt: now,
      createdBy: viewer.accountId,
      changedAt: null,
      changedBy: null,
      changeReason: null,
      lastSignInAt: null,
    });
    await em.flush();
    await writeAccountState(em, account);
    await recordEvent(session, 'missions', {
      caseId: id,
      kind: 'CREATED',
      details: { role, officeId: office?.id ?? null },
    });
    return { kind: 'Account', id };
  });
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
