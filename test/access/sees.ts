import { counters } from '../support/world-names.ts';
import type { Kind, Owner, ViewerName } from '../support/world-names.ts';

// The column "sees" of the roles in the orders, written by hand: whose rows each viewer gets. Who isn't named gets none.

type Rows = Partial<Record<ViewerName, readonly Owner[]>>;

// What a mission received is its own, what the MFA received is the MFA's; the operator sees every application and the whole registry.
const cases: Rows = {
  'consul of Berlin': ['Berlin'],
  'consul of Tirana': ['Tirana'],
  'authorised employee': ['MFA'],
  operator: counters,
  // Auditors see every case, with personal data masked.
  auditor: counters,
};

// Persons see their own data too. The Manager and the State Corporation never see anybody's.
const persons: Rows = {
  ...cases,
  'Erika, applicant': ['Berlin'],
  'Ivan, applicant': ['Tirana'],
};

// What was not accepted stays with the counter that refused it.
const refusals: Rows = { ...cases, operator: [], auditor: [] };

// For whom no application was registered has not come to the operators.
const newcomers: Rows = { ...persons, operator: [] };

const officials: readonly Owner[] = [
  'a consul of Berlin',
  'a consul of Tirana',
  'an authorised employee',
  'a manager',
  'an operator',
  'an officer of Astana',
  'an officer of Almaty',
];

// The Manager's are the accounts of every mission and of the MFA. Those who work in one office know each other.
const accounts: Rows = {
  'state corporation': officials,
  auditor: officials,
  manager: ['a consul of Berlin', 'a consul of Tirana', 'an authorised employee', 'a manager'],
  'consul of Berlin': ['a consul of Berlin'],
  'consul of Tirana': ['a consul of Tirana'],
  'authorised employee': ['an authorised employee', 'a manager'],
  'migration officer of Astana': ['an officer of Astana'],
  'migration officer of Almaty': ['an officer of Almaty'],
};

// The hub sees every petition, the ministry those that passed the interview, which Ivan's has; persons their own.
const petitions: Rows = {
  'Erika, applicant': ['Berlin'],
  'Ivan, applicant': ['Tirana'],
  'hub officer': ['Berlin', 'Tirana'],
  'MDDIAI signer': ['Tirana'],
  auditor: ['Berlin', 'Tirana'],
};

// The officers see the cases of their city, at the service centre from the approval on; the KNB those that were sent to it, which Ivan's was.
const residenceCases: Rows = {
  'Erika, applicant': ['Berlin'],
  'Ivan, applicant': ['Tirana'],
  'migration officer of Astana': ['Berlin'],
  'migration officer of Almaty': ['Tirana'],
  'KNB officer': ['Tirana'],
  'service centre officer of Almaty': ['Tirana'],
  auditor: ['Berlin', 'Tirana'],
};

// Persons see their own complaints; a counter what it received; a provider those of its service, in the residence of its city; the reviewing body what was forwarded.
const complaints: Rows = {
  'consul of Berlin': ['Berlin'],
  'authorised employee': ['MFA'],
  'service centre officer of Almaty': ['Tirana'],
  operator: ['Berlin'],
  'hub officer': ['MFA'],
  'MDDIAI signer': ['MFA'],
  'migration officer of Almaty': ['Tirana'],
  'complaint reviewer': ['Tirana'],
  'Erika, applicant': ['Berlin'],
  'Ivan, applicant': ['Tirana'],
  auditor: counters,
};

// The operators see every failure on their side. The counters are told of those that made an application late, whichever they are (A§14).
const incidents: Rows = {
  'consul of Berlin': ['the product'],
  'consul of Tirana': ['the product'],
  'authorised employee': ['the product'],
  operator: ['the product'],
  auditor: ['the product'],
};

/** Whose rows of each kind each viewer gets. */
export const sees: Record<Kind, Rows> = {
  applicant: persons,
  newcomer: newcomers,
  document: persons,
  consent: persons,
  application: cases,
  waiting: cases,
  waitingNumber: cases,
  duplicateDecision: { operator: counters, auditor: counters },
  record: cases,
  recordVersion: cases,
  // To auditors no number is shown, and none confirmed.
  iin: { ...cases, auditor: [] },
  printedForm: cases,
  acceptanceRefusal: refusals,
  petition: petitions,
  caseDocument: petitions,
  interviewTime: petitions,
  declinedConsent: { 'Erika, applicant': ['Berlin'], 'Ivan, applicant': ['Tirana'] },
  residenceCase: residenceCases,
  casePaper: residenceCases,
  questionnaire: { 'Erika, applicant': ['Berlin'], 'Ivan, applicant': ['Tirana'] },
  complaint: complaints,
  complaintPaper: complaints,
  // The case file goes to the reviewing body, and to nobody else.
  sentPaper: { 'complaint reviewer': ['Tirana'] },
  account: accounts,
  partnerClient: { 'state corporation': ['the product'] },
  webhook: { 'state corporation': ['the product'] },
  delivery: { 'state corporation': ['the product'] },
  incident: incidents,
  journalEntry: { auditor: ['the product'] },
  disclosure: { auditor: ['the product'], 'state corporation': ['the product'] },
};
