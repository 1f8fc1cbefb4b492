import { enumeration } from './enums.ts';

/** What a document is, as the orders name what is brought (A§6, B§4, §10, §20), and what proves a correction. */
export const documentKinds = [
  'APPLICATION_FORM',
  'IDENTITY_DOCUMENT',
  'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP',
  'INVESTMENT_CONTRACT',
  'STATE_BODY_RECOMMENDATION',
  'AIFC_RECOMMENDATION',
  'APPOINTMENT_ACT',
  'MARRIAGE_CERTIFICATE',
  'SPOUSE_IDENTITY_DOCUMENT',
  'BIRTH_CERTIFICATE',
  'PARENT_IDENTITY_DOCUMENT',
  'DEATH_CERTIFICATE',
  'INHERITANCE_PROOF',
  'IT_DIPLOMA',
  'IT_TRAINING_CERTIFICATE',
  'IT_PORTFOLIO',
  'DISABILITY_CERTIFICATE',
  'ACTIVITY_PROOF',
  // What proves a correction (policy).
  'NAME_CHANGE_CERTIFICATE',
  'CITIZENSHIP_PROOF',
  'CORRECTION_PROOF',
  // What order B adds (B§4, §10, §20).
  'PORTRAIT_PHOTO',
  'CURRICULUM_VITAE',
  'MOTIVATION_LETTER',
  'CRIMINAL_RECORD_CERTIFICATE',
  'MEDICAL_CERTIFICATE',
  'FINGERPRINTING_CERTIFICATE',
  'HOUSING_CONTRACT',
  'DUTY_RECEIPT',
] as const;

/** What a document is. */
export type DocumentKind = (typeof documentKinds)[number];

/** The kinds of document, as the graph names them: who brings what, and what was brought. */
export const DocumentKindName = enumeration('DocumentKind', documentKinds, 'What a document is (A§6, B§4, §10, §20).');
