import { Fault } from '../errors/fault.ts';
import type { Spending } from './counters.ts';

/** Too many requests: RATE_LIMITED, with the whole seconds after which to try again in `retryAfter`. */
export function rateLimited(seconds: number): Fault {
  return new Fault('RATE_LIMITED', { extensions: { retryAfter: Math.max(1, Math.ceil(seconds)) } });
}

/** Refuses what an allowance no longer covers, until its window ends. */
export function refuseOverspending({ allowed, endsAt }: Spending, now: Temporal.Instant): void {
  if (!allowed) throw rateLimited(now.until(endsAt).total('seconds'));
}
