import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { InvitationTable } from '../model/tables.ts';
import { oneTimeCodeSecret, stepOf } from '../credentials/one-time-codes.ts';
import type { OneTimeCodeSecret } from '../credentials/one-time-codes.ts';
import { hashPassword, passwordProblem } from '../credentials/passwords.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../credentials/recovery-codes.ts';
import type { CallOrigin, KnownAccount } from '../directory.ts';
import type { IdentityParts } from '../parts.ts';
import { signInName } from '../sign-in/attempt.ts';
import { note } from '../sign-in/note.ts';
import { bindHolder, challengeOf, holderOfSignature } from '../sign-in/with-signature.ts';
import type { SignInRefusal } from '../sign-in/with-signature.ts';

/** An invitation that can be accepted, and whose it is. */
export interface OpenInvitation {
  /** What is kept of the link's secret. */
  tokenHash: string;
  email: string;
  account: KnownAccount;
  /** For the person's authenticator app; the same each time the page is opened. */
  oneTimeCode: OneTimeCodeSecret;
  challenge: Buffer;
}

/** What the invitation's page sent. */
export interface InvitationForm {
  method?: string;
  password?: string;
  passwordAgain?: string;
  code?: string;
  signature?: string;
}

/** What is wrong with what somebody chose. */
export type InvitationProblem =
  'PASSWORD_SHORT' | 'PASSWORD_LONG' | 'PASSWORD_COMMON' | 'PASSWORDS_DIFFER' | 'CODE_WRONG' | 'SIGNATURE_INVALID';

/** The invitation of a link; nothing when it was used, has ended, or its account isn't to be let in. */
export async function findInvitation(parts: IdentityParts, secret: string): Promise<OpenInvitation | undefined> {
  const { orm, clock, directory, sealing, publicUrl } = parts;
  const tokenHash = createHash('sha256').update(secret).digest('base64url');
  const invitation = await orm.em
    .fork()
    .findOne(InvitationTable, { tokenHash, usedAt: null, expiresAt: { $gt: clock.now() } });
  if (!invitation) return undefined;
  const account = await directory.account(invitation.accountId);
  if (account?.state !== 'INVITED' && account?.state !== 'ACTIVE') return undefined;
  return {
    tokenHash,
    email: invitation.email,
    account,
    oneTimeCode: oneTimeCodeSecret(sealing.derive('one-time codes', tokenHash), invitation.email),
    challenge: challengeOf('invitation', tokenHash, publicUrl()),
  };
}

/** Accepts an invitation with a password and a first one-time code. */
export async function acceptWithPassword(
  parts: IdentityParts,
  { tokenHash, email, account, oneTimeCode }: OpenInvitation,
  { password = '', passwordAgain = '', code = '' }: InvitationForm,
  origin: CallOrigin,
): Promise<{ recoveryCodes: string[] } | { problems: InvitationProblem[] } | undefined> {
  const now = parts.clock.now();
  const weak = passwordProblem(password, [email, account.name]);
  const step = stepOf(code, oneTimeCode.base32, now);
  const problems: InvitationProblem[] = [
    ...(weak ? [weak] : []),
    ...(password === passwordAgain ? [] : (['PASSWORDS_DIFFER'] as const)),
    ...(step === undefined ? (['CODE_WRONG'] as const) : []),
  ];
  if (problems.length > 0) return { problems };
  const recoveryCodes = newRecoveryCodes();
  const [passwordHash, secret] = [await hashPassword(password), await parts.sealing.seal(oneTimeCode.base32)];
  const accepted = await useUp(parts, { tokenHash, account }, origin, (em) =>
    em.execute(
      `insert into identity.credential (account_id, email, password_hash, one_time_code_secret, last_step, recovery_codes, set_at)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict (account_id) do update set email = excluded.email, password_hash = excluded.password_hash, set_at = excluded.set_at,
         one_time_code_secret = excluded.one_time_code_secret, last_step = excluded.last_step, recovery_codes = excluded.recovery_codes`,
      [
        account.id,
        signInName(email),
        passwordHash,
        secret,
        step,
        `{${recoveryCodes.map(hashRecoveryCode).join(',')}}`,
        now.toString(),
      ],
    ),
  );
  return accepted ? { recoveryCodes } : undefined;
}

/** Accepts an invitation with an electronic signature: from then on it signs its holder in. */
export async function acceptWithSignature(
  parts: IdentityParts,
  { tokenHash, account, challenge }: OpenInvitation,
  { signature = '' }: InvitationForm,
  origin: CallOrigin,
): Promise<{ bound: true } | { refusal: SignInRefusal } | undefined> {
  const signed = await holderOfSignature(parts, challenge, signature);
  if ('refusal' in signed) return signed;
  const accepted = await useUp(parts, { tokenHash, account }, origin, (em) =>
    bindHolder(parts, em, signed.holder.iin, account.id),
  );
  return accepted ? { bound: true } : undefined;
}

/** Uses an invitation up together with what follows from it, once it stands in the journal: of two who accept it at once, one does. */
async function useUp(
  parts: IdentityParts,
  { tokenHash, account }: Pick<OpenInvitation, 'tokenHash' | 'account'>,
  origin: CallOrigin,
  follow: (em: SqlEntityManager) => Promise<unknown>,
): Promise<boolean> {
  const now = parts.clock.now().toString();
  return parts.orm.em.fork({ disableContextResolution: true }).transactional(async (em) => {
    const used = await em.execute<object[]>(
      'update identity.invitation set used_at = ? where token_hash = ? and used_at is null and expires_at > ? returning token_hash',
      [now, tokenHash, now],
    );
    if (used.length === 0) return false;
    await follow(em);
    await note(parts, [account.id], { action: 'acceptInvitation', outcome: 'DONE' }, origin);
    return true;
  });
}
