import { enumeration } from '../../kit/graph/enums.ts';

/** What a travel document's visual zone and machine-readable zone both hold. */
export const sharedFields = ['birthDate', 'sex', 'nationality', 'documentNumber', 'expiryDate'] as const;

/** How a foreign document was made good for use here (A§6). */
export const attestations = ['NONE', 'APOSTILLE', 'LEGALISATION'] as const;

/** Who made a translation answer for it (A§6). */
export const translations = ['NONE', 'TRANSLATOR_CERTIFIED', 'NOTARISED'] as const;

/** What an identity document has to have in Cyrillic or Latin letters, or in a notarised translation (A§6). */
export const identityDetails = ['SURNAME', 'GIVEN_NAMES', 'PATRONYMIC', 'BIRTH_PLACE'] as const;

/** What a consent is given to. */
export const consentKinds = ['PERSONAL_DATA_PROCESSING'] as const;

export const SharedFieldName = enumeration(
  'SharedField',
  sharedFields,
  'What both zones of a travel document hold (A§9).',
);
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
export const IdentityDetailName = enumeration(
  'IdentityDetail',
  identityDetails,
  'What an identity document has to have in Cyrillic or Latin letters (A§6).',
);
export const ConsentKindName = enumeration('ConsentKind', consentKinds, 'What a consent is given to (A-ord 3).');
