import type { RecordField } from './correction.ts';
import { requiredDocuments } from './requirements-documents.ts';
import type { RequiredDocument, Requirement } from './requirements.ts';

// Order A has no list of what proves a correction: these are policy. They are read by the operator, so one wholly in a foreign language comes translated.

const usual = {
  presentation: 'COPY_WITH_ORIGINAL',
  attestation: 'WHEN_SEALED',
  translation: 'WHEN_WHOLLY_FOREIGN',
} as const;

const nameChangeCertificate: RequiredDocument = {
  ...usual,
  kind: 'NAME_CHANGE_CERTIFICATE',
  name: {
    kk: 'тегін, атын, әкесінің атын ауыстыру туралы куәлік',
    ru: 'свидетельство о перемене фамилии, имени, отчества',
    en: 'the certificate of a change of surname, given name or patronymic',
  },
};

const citizenshipProof: RequiredDocument = {
  ...usual,
  kind: 'CITIZENSHIP_PROOF',
  name: {
    kk: 'азаматтықтың алынғанын, жоғалтылғанын немесе ауыстырылғанын растайтын құжат',
    ru: 'документ о приобретении, утрате или перемене гражданства',
    en: 'a document on the acquisition, loss or change of citizenship',
  },
};

const correctionProof: RequiredDocument = {
  ...usual,
  kind: 'CORRECTION_PROOF',
  name: {
    kk: 'өзгерісті немесе қатені растайтын өзге де құжат',
    ru: 'иной документ, подтверждающий изменение или ошибку',
    en: 'another document that proves the change or the mistake',
  },
  detail: {
    kk: 'сот шешімі, құзыретті мекеменің анықтамасы, нотариалды аударма',
    ru: 'решение суда, справка компетентного учреждения, нотариальный перевод',
    en: "a court decision, a competent body's statement, a notarised translation",
  },
};

/** Every document that is asked for with corrections alone. */
export const correctionDocuments: readonly RequiredDocument[] = [
  nameChangeCertificate,
  citizenshipProof,
  correctionProof,
];

const ofNames: Requirement = {
  oneOf: [nameChangeCertificate, requiredDocuments.marriageCertificate, correctionProof],
};
const ofBirth: Requirement = { oneOf: [requiredDocuments.birthCertificate, correctionProof] };
const ofCitizenship: Requirement = { oneOf: [citizenshipProof, correctionProof] };

const proofs: Record<RecordField, Requirement> = {
  LATIN_SURNAME: ofNames,
  LATIN_GIVEN_NAMES: ofNames,
  LATIN_PATRONYMIC: ofNames,
  CYRILLIC_SURNAME: ofNames,
  CYRILLIC_GIVEN_NAMES: ofNames,
  CYRILLIC_PATRONYMIC: ofNames,
  BIRTH_DATE: ofBirth,
  BIRTH_PLACE: ofBirth,
  SEX: ofBirth,
  CITIZENSHIP: ofCitizenship,
};

/** All that somebody brings to correct these fields: what everybody brings (A§6), and what proves each change (policy). */
export function requirementsOfCorrection(fields: readonly RecordField[]): Requirement {
  const proving = new Set(fields.map((field) => proofs[field]));
  return { allOf: [requiredDocuments.applicationForm, requiredDocuments.identityDocument, ...proving] };
}
