import { isOverdue } from '../../kit/terms/terms.ts';
import type { ApplicationState } from './lifecycle.ts';

/** What of an application its lateness depends on. */
export interface Service {
  state: ApplicationState;
  dueAt: Temporal.Instant;
  decidedAt: Temporal.Instant | null;
}

/** Whether the term has passed without a decision, or had when it was decided (A§5); one that was withdrawn is never late. */
export function isLate({ state, dueAt, decidedAt }: Service, now: Temporal.Instant): boolean {
  return state !== 'WITHDRAWN' && isOverdue({ kind: 'IIN_SERVICE', dueAt }, decidedAt ?? now);
}

/** Whole seconds until the service is due, negative from then on; null once nothing is due any more. */
export function secondsLeft({ state, dueAt, decidedAt }: Service, now: Temporal.Instant): number | null {
  if (state === 'WITHDRAWN' || decidedAt) return null;
  return Math.floor((dueAt.epochMilliseconds - now.epochMilliseconds) / 1000);
}
