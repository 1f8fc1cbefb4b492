import type { CallOrigin } from '../directory.ts';
import type { IdentityParts } from '../parts.ts';
import { countAttempt, forgetAttempts, knownDevice, deviceCookie } from './attempts.ts';
import type { Method } from './finish.ts';
import { note, noteOnce } from './note.ts';
import { accountsWithPassword, credentialsOf } from './with-password.ts';
import { accountsOfHolder, holderOfSignature } from './with-signature.ts';
import type { SignInRefusal } from './with-signature.ts';

/** What the sign-in page sent. */
export interface SignInForm {
  method?: string;
  email?: string;
  password?: string;
  code?: string;
  /** In place of the code, in a field of its own. */
  recoveryCode?: string;
  signature?: string;
  account?: string;
}

/** Where a form comes from. */
export interface Origin extends CallOrigin {
  cookies: Readonly<Record<string, string | undefined>>;
  challenge: Uint8Array;
}

/** Whose accounts somebody proved to have, or why none. */
export type AttemptOutcome =
  | { method: Method; accounts: string[]; email?: string }
  | { problem: 'WRONG' }
  | { problem: 'TRY_LATER'; tryAgainAt: Temporal.Instant }
  | { problem: 'SIGNATURE_INVALID'; reason: SignInRefusal };

/** Tries to sign somebody in. */
export async function attemptSignIn(parts: IdentityParts, form: SignInForm, origin: Origin): Promise<AttemptOutcome> {
  if (form.method === 'demo') {
    const account = parts.demoAccounts.find(({ id }) => id === form.account);
    if (account) return { method: 'demo', accounts: [account.id] };
    await refuse(parts, origin, [], 'UNKNOWN_ACCOUNT');
    return { problem: 'WRONG' };
  }
  return form.method === 'signature' ? bySignature(parts, form, origin) : byPassword(parts, form, origin);
}

async function byPassword(parts: IdentityParts, form: SignInForm, origin: Origin): Promise<AttemptOutcome> {
  const { password = '' } = form;
  const code = form.code || form.recoveryCode || '';
  const email = signInName(form.email ?? '');
  const device = knownDevice(parts, email, origin.cookies[deviceCookie(email)]);
  const attempt = { address: origin.address, email, device };
  const tryAgainAt = await countAttempt(parts, attempt);
  if (tryAgainAt) {
    const concerned = (await credentialsOf(parts, email)).map(({ accountId }) => accountId);
    await noteOnce(parts, `${origin.address} ${email}`, concerned, { action: 'signIn', outcome: 'TRY_LATER' }, origin);
    return { problem: 'TRY_LATER', tryAgainAt };
  }
  const { proven, wrong } = await accountsWithPassword(parts, { email, password, code });
  if (proven.length === 0) {
    for (const { accountId, outcome } of wrong) await refuse(parts, origin, [accountId], outcome);
    if (wrong.length === 0) await refuse(parts, origin, [], 'UNKNOWN_ACCOUNT');
    return { problem: 'WRONG' };
  }
  await forgetAttempts(parts, attempt);
  return { method: 'password', accounts: proven, email };
}

async function bySignature(parts: IdentityParts, form: SignInForm, origin: Origin): Promise<AttemptOutcome> {
  const tryAgainAt = await countAttempt(parts, { address: origin.address });
  if (tryAgainAt) {
    await noteOnce(parts, origin.address, [], { action: 'signIn', outcome: 'TRY_LATER' }, origin);
    return { problem: 'TRY_LATER', tryAgainAt };
  }
  const signed = await holderOfSignature(parts, origin.challenge, form.signature ?? '');
  if ('refusal' in signed) {
    await refuse(parts, origin, [], signed.refusal);
    return { problem: 'SIGNATURE_INVALID', reason: signed.refusal };
  }
  return { method: 'signature', accounts: await accountsOfHolder(parts, signed.holder, origin) };
}

/** Has it written down that somebody wasn't let in, before they are told. */
function refuse(parts: IdentityParts, origin: Origin, accountIds: string[], outcome: string): Promise<void> {
  return note(parts, accountIds, { action: 'signIn', outcome }, origin);
}

/** An e-mail address as it is compared: people type capitals and blanks. */
export function signInName(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}
