import { CredentialTable } from '../model/tables.ts';
import { stepOf } from '../credentials/one-time-codes.ts';
import { isPassword } from '../credentials/passwords.ts';
import { hashRecoveryCode } from '../credentials/recovery-codes.ts';
import type { IdentityParts } from '../parts.ts';

/** What somebody types to sign in. */
export interface TypedCredentials {
  email: string;
  password: string;
  /** A one-time code, or a recovery code. */
  code: string;
}

/** Whose password and code these are: usually one account, none when any of it is wrong, several when a person has several; and why others with the e-mail address aren't let in. */
export interface PasswordVerdict {
  proven: string[];
  wrong: { accountId: string; outcome: 'WRONG_PASSWORD' | 'WRONG_CODE' }[];
}

/** Tells which accounts somebody's password and code open. Uses the code up. */
export async function accountsWithPassword(parts: IdentityParts, typed: TypedCredentials): Promise<PasswordVerdict> {
  const candidates = await credentialsOf(parts, typed.email);
  if (candidates.length === 0) await isPassword(typed.password, undefined);
  const verdict: PasswordVerdict = { proven: [], wrong: [] };
  for (const { accountId, passwordHash, oneTimeCodeSecret } of candidates) {
    if (!(await isPassword(typed.password, passwordHash))) {
      verdict.wrong.push({ accountId, outcome: 'WRONG_PASSWORD' });
      continue;
    }
    const secret = await parts.sealing.open(oneTimeCodeSecret);
    if (await useCode(parts, accountId, typed.code, secret)) verdict.proven.push(accountId);
    else verdict.wrong.push({ accountId, outcome: 'WRONG_CODE' });
  }
  return verdict;
}

/** What the few people with an e-mail address sign in with. */
export function credentialsOf({ orm }: IdentityParts, email: string) {
  return orm.em.fork().find(CredentialTable, { email }, { limit: 5 });
}

/** Uses a code up, in one statement: of two who bring the same one at once, one gets in. */
async function useCode(parts: IdentityParts, accountId: string, code: string, secret: string): Promise<boolean> {
  const step = stepOf(code, secret, parts.clock.now());
  const [statement, value] =
    step === undefined
      ? [
          'update identity.credential set recovery_codes = array_remove(recovery_codes, ?) where account_id = ? and ? = any(recovery_codes) returning account_id',
          hashRecoveryCode(code),
        ]
      : [
          'update identity.credential set last_step = ? where account_id = ? and last_step < ? returning account_id',
          step,
        ];
  const used = await parts.orm.em.fork().execute<object[]>(statement, [value, accountId, value]);
  return used.length === 1;
}
