import { describe, expect, test } from '@jest/globals';
import { documentDateProblems } from '../../subgraphs/applicants/rules/document-dates.ts';
import { documentFactProblems, languageCode } from '../../subgraphs/applicants/rules/document-facts.ts';
import type { DocumentFacts } from '../../subgraphs/applicants/rules/document-facts.ts';

const nothingTold = {
  issuingCountry: null,
  stateSeal: null,
  languages: null,
  provesCitizenshipOf: null,
  experienceMonths: null,
};
const missing = (kind: DocumentFacts['kind'], told: Partial<DocumentFacts> = {}) =>
  documentFactProblems({ ...nothingTold, kind, ...told }).map(({ code, path }) => [code, ...path].join(' '));

describe('what must be told of a document', () => {
  test.each([
    ['MARRIAGE_CERTIFICATE', ['issuingCountry', 'languages']],
    ['BIRTH_CERTIFICATE', ['stateSeal']],
    ['DEATH_CERTIFICATE', ['stateSeal']],
    ['INHERITANCE_PROOF', ['stateSeal']],
    ['IT_DIPLOMA', ['stateSeal']],
    ['IT_TRAINING_CERTIFICATE', ['stateSeal']],
    ['DISABILITY_CERTIFICATE', ['stateSeal']],
    ['ACTIVITY_PROOF', ['stateSeal']],
    ['PARENT_IDENTITY_DOCUMENT', ['provesCitizenshipOf']],
    ['IT_PORTFOLIO', ['experienceMonths']],
    ['CRIMINAL_RECORD_CERTIFICATE', ['issuingCountry', 'stateSeal']],
  ] as const)('%s: %s', (kind, facts) => {
    expect(missing(kind)).toEqual(facts.map((fact) => `DOCUMENT_FACT_MISSING ${fact}`));
  });

  test.each([
    'APPLICATION_FORM',
    'IDENTITY_DOCUMENT',
    'SPOUSE_IDENTITY_DOCUMENT',
    'APPOINTMENT_ACT',
    'INVESTMENT_CONTRACT',
    'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP',
    'STATE_BODY_RECOMMENDATION',
    'AIFC_RECOMMENDATION',
    'PORTRAIT_PHOTO',
    'CURRICULUM_VITAE',
    'MOTIVATION_LETTER',
    'MEDICAL_CERTIFICATE',
    'FINGERPRINTING_CERTIFICATE',
    'HOUSING_CONTRACT',
    'DUTY_RECEIPT',
  ] as const)('%s: nothing', (kind) => expect(missing(kind)).toEqual([]));

  test('whose seal it is, of whatever bears one', () => {
    expect(missing('APPOINTMENT_ACT', { stateSeal: true })).toEqual(['DOCUMENT_FACT_MISSING issuingCountry']);
    expect(missing('APPOINTMENT_ACT', { stateSeal: true, issuingCountry: 'CHN' })).toEqual([]);
    expect(missing('DEATH_CERTIFICATE', { stateSeal: false })).toEqual([]);
  });

  test('in the words of the order that asks for it', () => {
    const references = (kind: DocumentFacts['kind']) =>
      new Set(documentFactProblems({ ...nothingTold, kind }).map(({ reference }) => reference));
    expect(references('CRIMINAL_RECORD_CERTIFICATE')).toEqual(new Set(['B§28']));
    expect(references('MARRIAGE_CERTIFICATE')).toEqual(new Set(['A§6']));
  });

  test('a value that says no, or nothing, is told all the same', () => {
    expect(missing('IT_PORTFOLIO', { experienceMonths: 0 })).toEqual([]);
    expect(missing('MARRIAGE_CERTIFICATE', { issuingCountry: 'D', languages: [] })).toEqual([
      'DOCUMENT_FACT_MISSING languages',
    ]);
  });

  test('what was left out altogether is missing as well', () => {
    expect(documentFactProblems({ kind: 'IT_PORTFOLIO' } as DocumentFacts)).toHaveLength(1);
  });

  test('languages by their codes', () => {
    expect(missing('MARRIAGE_CERTIFICATE', { issuingCountry: 'D', languages: ['de', 'kz', 'German'] })).toEqual([
      'LANGUAGE_UNKNOWN languages 1',
      'LANGUAGE_UNKNOWN languages 2',
    ]);
  });
});

test.each([
  ['kk', 'kk'],
  ['KAZ', 'kk'],
  ['rus', 'ru'],
  ['deu', 'de'],
  ['ckb', 'ckb'],
  ['kz', undefined],
  ['xx', undefined],
  ['en-GB', undefined],
  ['', undefined],
])('the language %j is %j', (code, expected) => expect(languageCode(code)).toBe(expected));

describe('the dates of a document', () => {
  const today = Temporal.PlainDate.from('2026-03-02');
  const day = (text?: string) => (text ? Temporal.PlainDate.from(text) : null);
  const problems = (dates: {
    issued?: string;
    expires?: string;
    attested?: string;
    attestation?: 'NONE' | 'APOSTILLE';
  }) =>
    documentDateProblems(
      {
        issuedOn: day(dates.issued),
        expiresOn: day(dates.expires),
        attestedOn: day(dates.attested),
        attestation: dates.attestation ?? 'APOSTILLE',
      },
      today,
    ).map(({ code, path }) => [code, ...path].join(' '));

  test('may all be unknown', () => expect(problems({})).toEqual([]));

  test('may all be one day, also today', () =>
    expect(problems({ issued: '2026-03-02', expires: '2026-03-02', attested: '2026-03-02' })).toEqual([]));

  test('that have not come, and in an order that is impossible, all at once', () => {
    expect(problems({ issued: '2026-03-03', expires: '2026-03-01' })).toEqual([
      'DOCUMENT_ISSUED_IN_FUTURE issuedOn',
      'DOCUMENT_DATES_ORDER expiresOn',
    ]);
    expect(problems({ attested: '2026-03-03' })).toEqual(['DOCUMENT_ATTESTED_IN_FUTURE attestedOn']);
    expect(problems({ issued: '2026-02-02', attested: '2026-02-01' })).toEqual([
      'DOCUMENT_ATTESTED_BEFORE_ISSUE attestedOn',
    ]);
  });

  test('of an attestation belong to one', () => {
    expect(problems({ attested: '2026-02-01', attestation: 'NONE' })).toEqual(['DOCUMENT_FACT_MISSING attestation']);
  });

  test('that lie in the past make no problem: they decide on acceptance', () =>
    expect(problems({ issued: '2000-01-01', expires: '2001-01-01' })).toEqual([]));
});
