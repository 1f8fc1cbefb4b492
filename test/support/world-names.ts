// Who and what there is in the world of the access tables.

/** Who asks: somebody of every role, two where a place makes the difference, and somebody without a token. */
export const viewers = [
  'consul of Berlin',
  'consul of Tirana',
  'authorised employee',
  'operator',
  'manager',
  'state corporation',
  'auditor',
  'Erika, applicant',
  'Ivan, applicant',
  'hub officer',
  'MDDIAI signer',
  'migration officer of Astana',
  'migration officer of Almaty',
  'KNB officer',
  'service centre officer of Astana',
  'service centre officer of Almaty',
  'complaint reviewer',
  'partner',
  'nobody',
] as const;

/** One of them. */
export type ViewerName = (typeof viewers)[number];

/** The counters whose cases there are: the missions in Berlin and Tirana, and the MFA. Berlin's person is Erika, Tirana's is Ivan; the MFA's has no account. */
export const counters = ['Berlin', 'Tirana', 'MFA'] as const;

/** One of them. */
export type Counter = (typeof counters)[number];

/** Accounts that nobody acts with, and whose colleagues they are: of the same role, at the same place. */
export const colleagues = {
  'a consul of Berlin': 'consul of Berlin',
  'a consul of Tirana': 'consul of Tirana',
  'an authorised employee': 'authorised employee',
  'a manager': 'manager',
  'an operator': 'operator',
  'an officer of Astana': 'migration officer of Astana',
  'an officer of Almaty': 'migration officer of Almaty',
  'an applicant': 'Ivan, applicant',
} as const satisfies Record<string, ViewerName>;

/** One of those accounts. */
export type Colleague = keyof typeof colleagues;

/** The rows of one counter. */
export interface CaseRows {
  applicant: string;
  document: string;
  consent: string;
  application: string;
  record: string;
  /** The one version of the record. */
  recordVersion: string;
  /** The number that was formed. */
  iin: string;
  printedForm: string;
  /** An application that nobody has worked on, and its number. */
  waiting: string;
  waitingNumber: string;
  /** What an operator decided of the two applications above. */
  duplicateDecision: string;
  /** A person who brought nothing, and the refusal to accept an application of theirs. */
  newcomer: string;
  acceptanceRefusal: string;
}

/** The rows of a person who asks for a petition: Erika's is new, Ivan's has passed the interview. */
export interface PetitionRows {
  petition: string;
  /** The passport copy of Erika's, the letter of Ivan's. */
  caseDocument: string;
  /** A time for the interview. */
  interviewTime: string;
  /** That the person did not consent, another time. */
  declinedConsent: string;
}

/** The rows of a person who asks for the permission to reside. */
export interface CaseOfResidenceRows {
  residenceCase: string;
  /** A document of it. */
  casePaper: string;
  questionnaire: string;
}

/** The rows of a complaint: Erika's was received in Berlin, Ivan's was forwarded, the MFA's is about a service in general. */
export interface ComplaintRows {
  complaint: string;
  /** What was attached to it. */
  complaintPaper: string;
  /** A document of the case file that was sent along; of Ivan's only. */
  sentPaper: string;
}

/** What a row is. */
export type Kind =
  | keyof CaseRows
  | keyof PetitionRows
  | keyof CaseOfResidenceRows
  | keyof ComplaintRows
  | 'account'
  | 'partnerClient'
  | 'webhook'
  | 'delivery'
  | 'incident'
  | 'journalEntry'
  | 'disclosure';

/** Whose a row is: a counter's, an account of somebody, or the product's own. */
export type Owner = Counter | Colleague | 'the product';
