import type { Clock } from '../clock.ts';
import type { Viewer } from './viewer.ts';

/** The statement by which a transaction learns who asks, with `?` in the places of values. It tells the state of the account. */
export const entering = 'select kit.enter(?, ?, ?, ?, ?) as state';

/** Its values. */
export function enteringValues(viewer: Viewer | undefined, clock: Clock): (string | null)[] {
  const { accountId, role, officeId, city } = viewer ?? {};
  return [accountId ?? null, role ?? null, officeId ?? null, city ?? null, clock.now().toString()];
}
