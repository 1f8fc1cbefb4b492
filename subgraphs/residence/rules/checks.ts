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
