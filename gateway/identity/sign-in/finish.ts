import type { IdentityParts } from '../parts.ts';
import type { KnownAccount } from '../directory.ts';

/** With what somebody proved who they are, as the ID token tells it (RFC 8176). */
export const methods = { password: ['pwd', 'otp'], signature: ['swk'], demo: ['demo'] } as const;

/** One of the ways to prove it. */
export type Method = keyof typeof methods;

/** Of the accounts that somebody proved to have, those that are let in. */
export async function openAccounts({ directory }: IdentityParts, ids: readonly string[]): Promise<KnownAccount[]> {
  const accounts = await Promise.all(ids.map((id) => directory.account(id)));
  return accounts
    .filter((account) => account !== undefined)
    .filter(({ state }) => state === 'ACTIVE' || state === 'INVITED');
}
