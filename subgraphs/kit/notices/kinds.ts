/** What is told by a notice of a kind. */
interface NoticeKindRule {
  /** Whether the orders require that it is told: nobody can do without it. */
  readonly required: boolean;
  /** The paragraph that it follows from. */
  readonly reference: string;
}

/** Every kind of notice, of every subgraph. */
export const NOTICES = {
  PETITION_SUBMITTED: { required: false, reference: 'B§5' },
  INTERVIEW_TIMES_OFFERED: { required: true, reference: 'B§6' },
  INTERVIEW_TIME_CHOSEN: { required: false, reference: 'B§6' },
  INTERVIEW_MISSED: { required: true, reference: 'B§6' },
  PETITION_TO_SIGN: { required: false, reference: 'B§7' },
  PETITION_SIGNED: { required: true, reference: 'B§8' },
  PETITION_REFUSED: { required: true, reference: 'B§9' },
  PETITION_WITHDRAWN: { required: false, reference: 'B§4' },

  CASE_SUBMITTED: { required: false, reference: 'B§11' },
  CASE_RESUBMITTED: { required: false, reference: 'B§12' },
  CASE_REGISTERED: { required: false, reference: 'B§12' },
  CASE_RETURNED: { required: true, reference: 'B§12' },
  CASE_ANNULLED: { required: true, reference: 'B§12' },
  CASE_LAPSED: { required: false, reference: 'B§12, B§19' },
  CASE_SENT_TO_KNB: { required: false, reference: 'B§14' },
  KNB_ANSWERED: { required: false, reference: 'B§15' },
  CASE_PRELIMINARILY_APPROVED: { required: true, reference: 'B§19' },
  CASE_PRELIMINARILY_REFUSED: { required: true, reference: 'B§19' },
  APPROVAL_LAPSED: { required: true, reference: 'B§19' },
  ARRIVAL_RECORDED: { required: false, reference: 'B§19' },
  APPROVAL_RESTORED: { required: true, reference: 'B§19' },
  FINAL_APPLICATION_REGISTERED: { required: false, reference: 'B§21' },
  ORIGINALS_SENT: { required: false, reference: 'B§21' },
  CASE_PERMITTED: { required: true, reference: 'B§23' },
  PERMIT_TO_ISSUE: { required: false, reference: 'B§25' },
  CASE_FINALLY_REFUSED: { required: true, reference: 'B§24' },
  CASE_REOPENED: { required: true, reference: 'A§15-3' },
  CASE_WITHDRAWN: { required: false, reference: 'B§10' },
  CASE_STATE_CHANGED: { required: false, reference: 'B§23' },

  IIN_FORMED: { required: true, reference: 'A§12' },
  IIN_CORRECTED: { required: true, reference: 'A§12' },
  IIN_APPLICATION_REOPENED: { required: true, reference: 'A§15-3' },
  IIN_REFUSED: { required: true, reference: 'A§13' },
  IIN_RESULT_TO_PRINT: { required: false, reference: 'A§12' },
  IIN_REGISTERED: { required: false, reference: 'A§11' },
  IIN_RECORD_CHANGED: { required: false, reference: 'A§11' },

  COMPLAINT_FILED: { required: false, reference: 'A§15-3' },
  COMPLAINT_REGISTERED: { required: true, reference: 'A§16' },
  COMPLAINT_SATISFIED: { required: true, reference: 'A§15-3' },
  COMPLAINT_FORWARDED: { required: true, reference: 'A§15-3' },
  COMPLAINT_FORWARDED_BY_CLOCK: { required: false, reference: 'A§15-3' },
  COMPLAINT_TO_REVIEW: { required: false, reference: 'A§15-3' },
  COMPLAINT_REVIEW_BEGUN: { required: true, reference: 'A§17' },
  COMPLAINT_DECIDED: { required: true, reference: 'A§16, A§17' },
  COMPLAINT_DECIDED_BY_REVIEWER: { required: false, reference: 'A§17' },

  TERM_ENDS_SOON: { required: false, reference: 'B§12, B§19' },
  TERM_MOVED: { required: true, reference: 'B§12, B§19' },
  TERM_OVERDUE: { required: false, reference: 'A§5, B§6–22' },
} as const satisfies Record<string, NoticeKindRule>;

/** The name of a kind of notice. */
export type NoticeKind = keyof typeof NOTICES;

/** All of them. */
export const noticeKinds = Object.keys(NOTICES) as NoticeKind[];
