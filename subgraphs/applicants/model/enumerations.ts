import { enumeration } from '../../kit/graph/enums.ts';
import { languages } from '../../kit/errors/languages.ts';

/** What a travel document's visual zone and machine-readable zone both hold. */
export const sharedFields = ['birthDate', 'sex', 'nationality', 'documentNumber', 'expiryDate'] as const;

/** What a document is, as the orders name what is brought (A§6). */
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
] as const;

/** How a foreign document was made good for use here (A§6). */
export const attestations = ['NONE', 'APOSTILLE', 'LEGALISATION'] as const;

/** Who made a translation answer for it (A§6). */
export const translations = ['NONE', 'TRANSLATOR_CERTIFIED', 'NOTARISED'] as const;

/** What a consent is given to. */
export const consentKinds = ['PERSONAL_DATA_PROCESSING'] as const;

export const SharedFieldName = enumeration(
  'SharedField',
  sharedFields,
  'What both zones of a travel document hold (A§9).',
);
export const DocumentKindName = enumeration('DocumentKind', documentKinds, 'What a document is (A§6).');
export const AttestationName = enumeration(
  'Attestation',
  attestations,
  'How a foreign document was made good for use in Kazakhstan (A§6).',
);
export const TranslationName = enumeration(
  'TranslationCertification',
  translations,
  'Who certified a translation into Kazakh or Russian (A§6).',
);
export const ConsentKindName = enumeration('ConsentKind', consentKinds, 'What a consent is given to (A-ord 3).');
export const LanguageName = enumeration('Language', languages, 'Kazakh, Russian or English.');
