import type { Problem } from '../../kit/errors/fault.ts';
import type { SubjectKind } from './subject.ts';

/** What a decision on a complaint comes to. */
export const decisionOutcomes = ['SATISFIED', 'SATISFIED_IN_PART', 'REJECTED', 'LEFT_WITHOUT_REVIEW'] as const;

/** What a decision on a complaint comes to. */
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** Who decides on a complaint. */
export const decidingBodies = ['PROVIDER', 'REVIEWING_BODY'] as const;

/** The provider, or the body that reviews. */
export type DecidingBody = (typeof decidingBodies)[number];

/** What has to follow in the case, once a complaint is satisfied. */
export const followUpActions = ['REOPEN_IIN_APPLICATION', 'REOPEN_CASE'] as const;

/** What has to follow in the case. */
export type FollowUpAction = (typeof followUpActions)[number];

const reopenings: Partial<Record<SubjectKind, FollowUpAction>> = {
  IIN_APPLICATION: 'REOPEN_IIN_APPLICATION',
  RESIDENCE_CASE: 'REOPEN_CASE',
};

/** What is decided. */
export interface Decision {
  outcome: DecisionOutcome;
  reasons: string;
  /** Whether the case is to be reopened. */
  reopen?: boolean | null;
}

/** What is wrong with a decision on a complaint about something: the reasons are needed, and whether the case is to be reopened where it can be. */
export function decisionProblems({ outcome, reasons, reopen }: Decision, about: SubjectKind): Problem[] {
  const mayReopen = about in reopenings && (outcome === 'SATISFIED' || outcome === 'SATISFIED_IN_PART');
  return [
    ...(reasons === '' ? [{ code: 'TEXT_EMPTY', path: ['reasons'], reference: 'A§15-3' }] : []),
    ...(mayReopen && reopen == null ? [{ code: 'REOPENING_MISSING', path: ['reopen'], reference: 'A§15-3' }] : []),
    ...(!mayReopen && reopen ? [{ code: 'REOPENING_IMPOSSIBLE', path: ['reopen'], reference: 'A§15-3' }] : []),
  ];
}

/** What a decision asks to follow; nothing when it asks for nothing. */
export function followUpOf({ reopen }: Decision, about: SubjectKind): FollowUpAction | null {
  return (reopen && reopenings[about]) || null;
}
