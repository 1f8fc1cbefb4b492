import type { Problem } from '../../kit/errors/fault.ts';
import { isOverdue } from '../../kit/terms/terms.ts';

/** What counts of the terms of a preliminary approval. */
export interface ApprovalPeriod {
  /** When the approval was registered (B§18); nothing before. */
  preliminaryDecidedAt: Temporal.Instant | null;
  /** When its validity ends, the first moment that is too late. */
  lapsesAt: Temporal.Instant | null;
}

/** Whether somebody who came, or turned to the migration service, at a moment keeps the preliminary approval alive: after the decision, and in time (B§19). */
export function arrivedInTime(
  { preliminaryDecidedAt, lapsesAt }: ApprovalPeriod,
  at: Temporal.Instant | null,
): boolean {
  return (
    at !== null &&
    lapsesAt !== null &&
    isSince(at, preliminaryDecidedAt) &&
    !isOverdue({ kind: 'APPROVAL_VALIDITY', dueAt: lapsesAt }, at)
  );
}

/**
 * Which of two moments a case keeps, the one noted before or the one told now: the first since the preliminary approval, for that is the arrival; without one
 * the last before it. So it doesn't matter in which order, or how late, other systems tell.
 */
export function keptMoment(
  noted: Temporal.Instant | null,
  told: Temporal.Instant,
  preliminaryDecidedAt: Temporal.Instant | null,
): Temporal.Instant {
  if (noted === null) return told;
  const [earlier, later] = [noted, told].toSorted((one, other) => Temporal.Instant.compare(one, other));
  return isSince(earlier!, preliminaryDecidedAt) ? earlier! : later!;
}

function isSince(at: Temporal.Instant, decidedAt: Temporal.Instant | null): boolean {
  return decidedAt !== null && Temporal.Instant.compare(at, decidedAt) >= 0;
}

/** What is wrong with a moment of which another system tells. */
export function pastProblems(at: Temporal.Instant, now: Temporal.Instant, path: string): Problem[] {
  return Temporal.Instant.compare(at, now) > 0 ? [{ code: 'MOMENT_IN_FUTURE', path: [path] }] : [];
}
