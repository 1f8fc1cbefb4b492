import type { Problem } from '../../kit/errors/fault.ts';

/** When a case is checked: before the KNB is asked (B§13), and again before the final decision (B§22). */
export const checkStages = ['PRELIMINARY', 'FINAL'] as const;

/** When a case is checked. */
export type CheckStage = (typeof checkStages)[number];

/** What is checked: by the integrated data bank, and by the exchange of law-enforcement and special bodies (B§13). */
export const checkKinds = ['SPECIAL', 'CRIMINAL'] as const;

/** What is checked. */
export type CheckKind = (typeof checkKinds)[number];

/** Whether every kind of check of a stage is recorded. */
export function isChecked(checks: readonly { stage: CheckStage; kind: CheckKind }[], stage: CheckStage): boolean {
  return checkKinds.every((kind) => checks.some((check) => check.stage === stage && check.kind === kind));
}

/** What a check found. */
export interface RecordedCheck {
  kind: CheckKind;
  /** Whether nothing was found. */
  clear: boolean;
  remark?: string | null;
}

/** What is wrong with checks that are to be recorded: there are some, one of a kind, and what was found is said (B§13, B§22). */
export function recordedCheckProblems(checks: readonly RecordedCheck[]): Problem[] {
  if (checks.length === 0) return [{ code: 'CHECK_MISSING', path: ['checks'], reference: 'B§13' }];
  return checks.flatMap(({ kind, clear, remark }, index) => [
    ...(checks.findIndex((each) => each.kind === kind) < index
      ? [{ code: 'CHECK_TWICE', path: ['checks', index], reference: 'B§13' }]
      : []),
    ...(clear || remark ? [] : [{ code: 'TEXT_EMPTY', path: ['checks', index, 'remark'], reference: 'B§13' }]),
  ]);
}
