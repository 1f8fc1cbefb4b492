import type { Provider } from 'oidc-provider';
import type { IdentityParts } from '../parts.ts';
import type { ProviderPages } from './pages.ts';
import { openIdProvider } from './provider.ts';
import { signingKeys } from './signing-keys.ts';
import type { SigningKeys } from './signing-keys.ts';

/** How long keys are used before it is looked whether there are newer ones, in seconds. */
const looksAgainAfter = 10;

/** The provider with the keys of this moment: made anew when they change, so a rotation interrupts nobody. */
export function currentProvider(parts: IdentityParts, pages: ProviderPages) {
  let lookedAt: Temporal.Instant | undefined;
  let current: Promise<{ provider: Provider; keys: SigningKeys }> | undefined;

  return { provider: async () => (await latest()).provider, keys: async () => (await latest()).keys };

  function latest(): NonNullable<typeof current> {
    const now = parts.clock.now();
    if (current && lookedAt && now.since(lookedAt).total('seconds') < looksAgainAfter) return current;
    lookedAt = now;
    const before = current;
    current = look(before).catch((error: unknown) => {
      // The next request looks again.
      lookedAt = undefined;
      current = before;
      throw error;
    });
    return current;
  }

  async function look(before: typeof current) {
    const keys = await signingKeys(parts.orm, parts.sealing, parts.clock.now());
    const known = await before;
    const same = known?.keys.map(({ kid }) => kid).join() === keys.map(({ kid }) => kid).join();
    return same ? known : { keys, provider: openIdProvider(parts, keys, pages) };
  }
}
