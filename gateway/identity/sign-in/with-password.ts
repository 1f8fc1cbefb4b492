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

/** The accounts whose password and code these are: usually one, none when any of it is wrong, several when a person has several. Uses the code up. */
export async function accountsWithPassword(parts: IdentityParts, typed: TypedCredentials): Promise<string[]> {
  const em = parts.orm.em.fork();
  const candidates = await em.find(CredentialTable, { email: typed.email }, { limit: 5 });
  if (candidates.length === 0) await isPassword(typed.password, undefined);
  const proven: string[] = [];
  for (const { accountId, passwordHash, oneTimeCodeSecret } of candidates) {
    if (!(await isPassword(typed.password, passwordHash))) continue;
    const secret = await parts.sealing.open(oneTimeCodeSecret);
    if (await useCode(parts, accountId, typed.code, secret)) proven.push(accountId);
  }
  return proven;
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
