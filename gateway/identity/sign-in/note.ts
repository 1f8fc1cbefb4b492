import { spend } from '../../../subgraphs/kit/counters/counters.ts';
import type { CallOrigin, SignInNote } from '../directory.ts';
import type { IdentityParts } from '../parts.ts';

const quarterOfAnHour = 15 * 60;

/** Has it written into the journal what somebody did or tried here, for each account concerned; in the provider's own name when none is known. */
export async function note(
  { directory }: IdentityParts,
  accountIds: readonly string[],
  what: Omit<SignInNote, 'accountId'>,
  origin: CallOrigin,
): Promise<void> {
  const concerned = accountIds.length > 0 ? accountIds : [null];
  for (const accountId of concerned) await directory.noteSignIn({ accountId, ...what }, origin);
}

/** The same once in a quarter of an hour for whom it is about: of what anybody may try without end. */
export async function noteOnce(
  parts: IdentityParts,
  about: string,
  accountIds: readonly string[],
  what: Omit<SignInNote, 'accountId'>,
  origin: CallOrigin,
): Promise<void> {
  const of = ['noted', what.action, what.outcome, about];
  const { allowed } = await spend(parts.orm.em.fork(), { of, most: 1, seconds: quarterOfAnHour }, parts.clock.now());
  if (allowed) await note(parts, accountIds, what, origin);
}
