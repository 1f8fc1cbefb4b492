/** Who may get a number in the pilot (A§4, A§6). */
export const categories = [
  'POTENTIAL_INVESTOR',
  'GOODS_MARKING_PARTICIPANT',
  'SPOUSE_OF_CITIZEN',
  'CHILD_OF_CITIZEN',
  'HEIR',
  'DIGITAL_NOMAD',
  'PERSON_WITH_DISABILITY',
  'AGE_65_PLUS',
  'PLANT_PROTECTION_PRODUCER',
  'LEGAL_ENTITY_HEAD',
  'REPRESENTATION_STAFF',
] as const;

/** A category of applicants. */
export type Category = (typeof categories)[number];

/** Through whom an application goes: a mission abroad, or the MFA. */
export const channels = ['MISSION', 'MFA'] as const;

/** A mission abroad, or the MFA. */
export type Channel = (typeof channels)[number];

/** What must be brought: a document of a kind, all of several, or one of several. */
export type DocumentRule = string | { allOf: readonly DocumentRule[] } | { oneOf: readonly DocumentRule[] };

/** What a category asks for beside what everybody brings. */
export interface CategoryRule {
  channel: Channel;
  documents: DocumentRule;
  /** Full years on the day of application: at least, or less than. */
  age?: { atLeast: number } | { under: number };
}

/** Everybody brings the signed application and the identity document (A§6). */
export const broughtByEverybody: DocumentRule = { allOf: ['APPLICATION_FORM', 'IDENTITY_DOCUMENT'] };

const nothing: DocumentRule = { allOf: [] };

/** What each category adds (A§6). */
export const categoryRules: Readonly<Record<Category, CategoryRule>> = {
  POTENTIAL_INVESTOR: {
    channel: 'MISSION',
    documents: {
      oneOf: [
        'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP',
        'INVESTMENT_CONTRACT',
        'STATE_BODY_RECOMMENDATION',
        'AIFC_RECOMMENDATION',
      ],
    },
  },
  GOODS_MARKING_PARTICIPANT: { channel: 'MISSION', documents: 'APPOINTMENT_ACT' },
  SPOUSE_OF_CITIZEN: { channel: 'MISSION', documents: { allOf: ['MARRIAGE_CERTIFICATE', 'SPOUSE_IDENTITY_DOCUMENT'] } },
  CHILD_OF_CITIZEN: {
    channel: 'MISSION',
    documents: { allOf: ['BIRTH_CERTIFICATE', 'PARENT_IDENTITY_DOCUMENT'] },
    age: { under: 16 },
  },
  HEIR: { channel: 'MISSION', documents: { allOf: ['DEATH_CERTIFICATE', 'INHERITANCE_PROOF'] } },
  DIGITAL_NOMAD: {
    channel: 'MISSION',
    documents: {
      oneOf: [{ allOf: [{ oneOf: ['IT_DIPLOMA', 'IT_TRAINING_CERTIFICATE'] }, 'IT_PORTFOLIO'] }, 'APPOINTMENT_ACT'],
    },
  },
  PERSON_WITH_DISABILITY: { channel: 'MISSION', documents: 'DISABILITY_CERTIFICATE' },
  AGE_65_PLUS: { channel: 'MISSION', documents: nothing, age: { atLeast: 65 } },
  PLANT_PROTECTION_PRODUCER: { channel: 'MISSION', documents: 'ACTIVITY_PROOF' },
  LEGAL_ENTITY_HEAD: { channel: 'MISSION', documents: 'APPOINTMENT_ACT' },
  REPRESENTATION_STAFF: { channel: 'MFA', documents: nothing },
};
