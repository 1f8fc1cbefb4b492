import { isOverdue } from '../../kit/terms/terms.ts';
import type { ClockedLifecycle } from '../../kit/lifecycle/clocked-lifecycle.ts';

/** The states of a residence case. */
export const caseStates = [
  'SUBMITTED',
  'RETURNED',
  'REGISTERED',
  'AT_KNB',
  'KNB_ANSWERED',
  'PRELIMINARILY_APPROVED',
  'ARRIVED',
  'FINAL_REGISTERED',
  'ORIGINALS_SENT',
  'FINAL_REVIEW',
  'PERMITTED',
  'PERMIT_ISSUED',
  'PRELIMINARILY_REFUSED',
  'FINALLY_REFUSED',
  'ANNULLED',
  'LAPSED',
  'WITHDRAWN',
] as const;

/** A state of a residence case. `ANNULLED`: not reworked in time (B§12); `LAPSED`: approved, and not come in time (B§19). */
export type CaseState = (typeof caseStates)[number];

/** The states of a case in which somebody still has to act before it is decided or has ended. */
export const openCaseStates = [
  'SUBMITTED',
  'RETURNED',
  'REGISTERED',
  'AT_KNB',
  'KNB_ANSWERED',
  'PRELIMINARILY_APPROVED',
  'ARRIVED',
  'FINAL_REGISTERED',
  'ORIGINALS_SENT',
  'FINAL_REVIEW',
] as const satisfies CaseState[];

/** What can be done with a residence case. */
export const caseActions = [
  'REGISTER',
  'RETURN_FOR_REWORK',
  'RESUBMIT',
  'RECORD_CHECKS',
  'SEND_TO_KNB',
  'AGREE',
  'OBJECT',
  'APPROVE_PRELIMINARY',
  'REFUSE_PRELIMINARY',
  'RECORD_ARRIVAL',
  'REGISTER_FINAL_APPLICATION',
  'SEND_ORIGINALS',
  'RECEIVE_ORIGINALS',
  'COMPARE_DOCUMENTS',
  'APPROVE_FINAL',
  'REFUSE_FINAL',
  'REGISTER_RESIDENCE',
  'ISSUE_PERMIT',
  'RECORD_LAPSE',
  'WITHDRAW',
  'REOPEN',
] as const;

/** Something that can be done with a residence case. */
export type CaseAction = (typeof caseActions)[number];

/**
 * `checks recorded`: the special and the criminal one, of this stage (B§13, B§22). `KNB agreed`: silence is not agreement (B§15). `arrived in time`: the
 * border or the fingerprint system told late of what happened in time. `border crossing confirmed`, `fingerprints confirmed`: by their systems (B§22).
 * `documents compared`: the originals with those given earlier, field by field. `residence registered`: before the permit (policy, B§25–26). `a complaint calls for it`: it was decided so (A§15-3; policy).
 */
export type CaseGuard =
  | 'checks recorded'
  | 'KNB agreed'
  | 'arrived in time'
  | 'border crossing confirmed'
  | 'fingerprints confirmed'
  | 'documents compared'
  | 'residence not registered'
  | 'residence registered'
  | 'a complaint calls for it';

const officer = ['kkq_officer'] as const;
const serviceCentre = ['psc_officer'] as const;
const applicant = ['applicant'] as const;
const system = ['system'] as const;
const calledFor = { by: officer, when: ['a complaint calls for it'] } as const;

/** The way of a residence case: preliminary approval, final decision, permit (B§10–26). */
export const caseLifecycle: ClockedLifecycle<CaseState, CaseAction, CaseGuard> = {
  SUBMITTED: {
    REGISTER: { by: officer, to: 'REGISTERED', ends: ['CASE_REGISTRATION'] },
    // The two and the forty-five days begin anew with the resubmission (policy).
    RETURN_FOR_REWORK: {
      by: officer,
      to: 'RETURNED',
      ends: ['CASE_REGISTRATION', 'PRELIMINARY_DECISION'],
      begins: ['REWORK'],
    },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['CASE_REGISTRATION', 'PRELIMINARY_DECISION'] },
  },
  RETURNED: {
    RESUBMIT: {
      by: applicant,
      to: 'SUBMITTED',
      ends: ['REWORK'],
      begins: ['CASE_REGISTRATION', 'PRELIMINARY_DECISION'],
    },
    RECORD_LAPSE: { by: system, to: 'ANNULLED', ends: ['REWORK'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['REWORK'] },
  },
  REGISTERED: {
    RECORD_CHECKS: { by: officer, to: 'REGISTERED' },
    SEND_TO_KNB: { by: officer, to: 'AT_KNB', when: ['checks recorded'], begins: ['KNB_AGREEMENT'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['PRELIMINARY_DECISION'] },
  },
  AT_KNB: {
    AGREE: { by: ['knb_officer'], to: 'KNB_ANSWERED', ends: ['KNB_AGREEMENT'] },
    OBJECT: { by: ['knb_officer'], to: 'KNB_ANSWERED', ends: ['KNB_AGREEMENT'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['PRELIMINARY_DECISION', 'KNB_AGREEMENT'] },
  },
  KNB_ANSWERED: {
    APPROVE_PRELIMINARY: {
      by: officer,
      to: 'PRELIMINARILY_APPROVED',
      when: ['KNB agreed'],
      ends: ['PRELIMINARY_DECISION'],
      begins: ['APPROVAL_VALIDITY'],
    },
    REFUSE_PRELIMINARY: { by: officer, to: 'PRELIMINARILY_REFUSED', ends: ['PRELIMINARY_DECISION'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['PRELIMINARY_DECISION'] },
  },
  PRELIMINARILY_APPROVED: {
    RECORD_ARRIVAL: { by: ['kkq_officer', 'system'], to: 'ARRIVED', ends: ['APPROVAL_VALIDITY'] },
    RECORD_LAPSE: { by: system, to: 'LAPSED', ends: ['APPROVAL_VALIDITY'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['APPROVAL_VALIDITY'] },
  },
  ARRIVED: {
    REGISTER_FINAL_APPLICATION: { by: serviceCentre, to: 'FINAL_REGISTERED', begins: ['PSC_REGISTRATION'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN' },
  },
  FINAL_REGISTERED: {
    SEND_ORIGINALS: { by: serviceCentre, to: 'ORIGINALS_SENT', ends: ['PSC_REGISTRATION'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['PSC_REGISTRATION'] },
  },
  ORIGINALS_SENT: {
    RECEIVE_ORIGINALS: { by: officer, to: 'FINAL_REVIEW', begins: ['FINAL_REVIEW'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN' },
  },
  FINAL_REVIEW: {
    RECORD_CHECKS: { by: officer, to: 'FINAL_REVIEW' },
    COMPARE_DOCUMENTS: { by: officer, to: 'FINAL_REVIEW' },
    APPROVE_FINAL: {
      by: officer,
      to: 'PERMITTED',
      when: ['checks recorded', 'documents compared', 'border crossing confirmed', 'fingerprints confirmed'],
      ends: ['FINAL_REVIEW'],
    },
    REFUSE_FINAL: { by: officer, to: 'FINALLY_REFUSED', when: ['checks recorded'], ends: ['FINAL_REVIEW'] },
    WITHDRAW: { by: applicant, to: 'WITHDRAWN', ends: ['FINAL_REVIEW'] },
  },
  PERMITTED: {
    REGISTER_RESIDENCE: { by: serviceCentre, to: 'PERMITTED', when: ['residence not registered'] },
    ISSUE_PERMIT: { by: serviceCentre, to: 'PERMIT_ISSUED', when: ['residence registered'] },
  },
  PERMIT_ISSUED: {},
  PRELIMINARILY_REFUSED: {
    REOPEN: { ...calledFor, to: 'REGISTERED', begins: ['PRELIMINARY_DECISION'] },
  },
  FINALLY_REFUSED: {
    REOPEN: { ...calledFor, to: 'FINAL_REVIEW', begins: ['FINAL_REVIEW'] },
  },
  ANNULLED: {
    // Ended by the clock, whether that was recorded or not.
    REOPEN: { ...calledFor, to: 'RETURNED', ends: ['REWORK'], begins: ['REWORK'] },
  },
  LAPSED: {
    // Who came in time isn't annulled because a system told late of it (policy).
    RECORD_ARRIVAL: { by: system, to: 'ARRIVED', when: ['arrived in time'], ends: ['APPROVAL_VALIDITY'] },
    REOPEN: {
      ...calledFor,
      to: 'PRELIMINARILY_APPROVED',
      ends: ['APPROVAL_VALIDITY'],
      begins: ['APPROVAL_VALIDITY'],
    },
  },
  WITHDRAWN: {},
};

/** The states that end by the clock: by which term, and where to. */
export const lapses = {
  RETURNED: { term: 'REWORK', to: 'ANNULLED' },
  PRELIMINARILY_APPROVED: { term: 'APPROVAL_VALIDITY', to: 'LAPSED' },
} as const;

/** A state that ends by the clock. */
type LapsingState = keyof typeof lapses;

/**
 * The state of a case at a moment: what lapsed by the clock has lapsed, whether a job has recorded it yet or not (B§12, B§19).
 *
 * @param lapsesAt when the term ends that the state hangs on, the first moment that is too late; nothing for states without one.
 */
export function stateAt(recorded: CaseState, lapsesAt: Temporal.Instant | null, at: Temporal.Instant): CaseState {
  const lapse = recorded in lapses ? lapses[recorded as LapsingState] : undefined;
  return lapse && lapsesAt && isOverdue({ kind: lapse.term, dueAt: lapsesAt }, at) ? lapse.to : recorded;
}
