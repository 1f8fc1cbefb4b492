import { createHash } from 'node:crypto';
import { forget, spend } from '../../../subgraphs/kit/counters/counters.ts';
import type { Allowance } from '../../../subgraphs/kit/counters/counters.ts';
import type { IdentityParts } from '../parts.ts';

const quarterOfAnHour = 15 * 60;

/** Where an attempt comes from. */
export interface Attempt {
  address: string;
  /** Who somebody says to be; nobody who signs. */
  email?: string;
  /** The browser, when somebody signed in with this e-mail address from it before. */
  device?: string | undefined;
}

/**
 * Counts an attempt to sign in, for all processes together. A browser that the person has signed in from has an allowance of its own: whoever uses up the one
 * of the e-mail address elsewhere doesn't shut its owner out.
 *
 * @returns when to try again, if that was one too many.
 */
export async function countAttempt(
  { orm, clock }: IdentityParts,
  attempt: Attempt,
): Promise<Temporal.Instant | undefined> {
  const em = orm.em.fork();
  for (const allowance of [...fromAddress(attempt), ...ofPerson(attempt)]) {
    const { allowed, endsAt } = await spend(em, allowance, clock.now());
    if (!allowed) return endsAt;
  }
  return undefined;
}

/** Gives the person's allowance back, after a success. The address keeps its count: one known account must not open the door to guessing at others. */
export async function forgetAttempts({ orm }: IdentityParts, attempt: Attempt): Promise<void> {
  for (const { of } of ofPerson(attempt)) await forget(orm.em.fork(), of);
}

function fromAddress({ address }: Attempt): Allowance[] {
  return [{ of: ['sign-in from', address], most: 100, seconds: quarterOfAnHour }];
}

function ofPerson({ email, device }: Attempt): Allowance[] {
  const of = device ? ['sign-in on', device] : email ? ['sign-in of', email] : undefined;
  return of ? [{ of, most: 10, seconds: quarterOfAnHour }] : [];
}

/** The name of the cookie by which a browser is known again: one for each e-mail address, so that two people may share a computer. */
export function deviceCookie(email: string): string {
  return `qonaq_device_${createHash('sha256').update(email).digest('hex').slice(0, 16)}`;
}

/** A new value of that cookie, which only the provider can make. */
export function newDevice({ sealing }: IdentityParts, email: string, random: string): string {
  return `${random}.${sealing.derive('device', `${email} ${random}`).toString('base64url')}`;
}

/** The browser that a cookie says it is; `undefined` when the provider didn't make it. */
export function knownDevice(parts: IdentityParts, email: string, cookie: string | undefined): string | undefined {
  const [random = ''] = cookie?.split('.') ?? [];
  return cookie !== undefined && cookie === newDevice(parts, email, random) ? random : undefined;
}
