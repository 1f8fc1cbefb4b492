import { describe, expect, test } from '@jest/globals';
import { acceptanceReasons } from '../../subgraphs/iin/rules/acceptance.ts';
import type { Category } from '../../subgraphs/iin/rules/categories.ts';
import type { BroughtDocument } from '../../subgraphs/iin/rules/document-faults.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const day = date('2026-03-02');

/** A document of which nothing is told but that its original was shown. */
function document(kind: BroughtDocument['kind'], told: Partial<BroughtDocument> = {}): BroughtDocument {
  return {
    kind,
    expiresOn: null,
    originalShown: true,
    issuingCountry: null,
    stateSeal: null,
    attested: false,
    languages: null,
    detailsToTranslate: [],
    translation: 'NONE',
    provesCitizenshipOf: null,
    experienceMonths: null,
    appointedOn: null,
    ...told,
  };
}

/** The reasons for somebody who brings these documents beside the form and the passport. */
function reasons(category: Category, documents: BroughtDocument[], { birthDate = '1980-01-01', on = day } = {}) {
  const brought = {
    birthDate: date(birthDate),
    identityExpiresOn: date('2040-01-01'),
    documents: [document('APPLICATION_FORM'), document('IDENTITY_DOCUMENT'), ...documents],
    consented: true,
  };
  return acceptanceReasons(category, brought, on, []);
}

const codes = (found: { code: string; documents: string[] }[]) =>
  found.map(({ code, documents }) => [code, ...documents].join(' '));

describe('of several documents of a kind', () => {
  const expired = document('DISABILITY_CERTIFICATE', { expiresOn: date('2026-03-01') });
  const expiredCopy = { ...expired, originalShown: false };

  test('one without faults is enough, whichever was brought first', () => {
    const good = document('DISABILITY_CERTIFICATE');
    expect(reasons('PERSON_WITH_DISABILITY', [expired, good])).toEqual([]);
    expect(reasons('PERSON_WITH_DISABILITY', [good, expired])).toEqual([]);
  });

  test('the one with the fewest faults is spoken of', () => {
    for (const brought of [
      [expired, expiredCopy],
      [expiredCopy, expired],
    ])
      expect(codes(reasons('PERSON_WITH_DISABILITY', brought))).toEqual(['DOCUMENT_EXPIRED DISABILITY_CERTIFICATE']);
  });

  test('of two that are equally bad, the one that was brought last', () => {
    const copy = document('DISABILITY_CERTIFICATE', { originalShown: false });
    expect(codes(reasons('PERSON_WITH_DISABILITY', [expired, copy]))).toEqual([
      'ORIGINAL_NOT_SHOWN DISABILITY_CERTIFICATE',
    ]);
    expect(codes(reasons('PERSON_WITH_DISABILITY', [copy, expired]))).toEqual([
      'DOCUMENT_EXPIRED DISABILITY_CERTIFICATE',
    ]);
  });

  test('what two of them have together, and neither alone, is not enough', () => {
    const halves = [
      document('IT_PORTFOLIO', { experienceMonths: 48, originalShown: false }),
      document('IT_PORTFOLIO', { experienceMonths: 12 }),
    ];
    expect(codes(reasons('DIGITAL_NOMAD', [document('IT_DIPLOMA'), ...halves]))).toEqual([
      'EXPERIENCE_TOO_SHORT IT_PORTFOLIO',
    ]);
  });
});

describe('what was not told', () => {
  test('counts against a document that has to show it', () => {
    expect(codes(reasons('DIGITAL_NOMAD', [document('APPOINTMENT_ACT')]))).toEqual([
      'POSITION_TOO_SHORT APPOINTMENT_ACT',
    ]);
    expect(codes(reasons('DIGITAL_NOMAD', [document('IT_DIPLOMA'), document('IT_PORTFOLIO')]))).toEqual([
      'EXPERIENCE_TOO_SHORT IT_PORTFOLIO',
    ]);
    const family = [document('BIRTH_CERTIFICATE'), document('PARENT_IDENTITY_DOCUMENT')];
    expect(codes(reasons('CHILD_OF_CITIZEN', family, { birthDate: '2020-01-01' }))).toEqual([
      'CITIZENSHIP_NOT_PROVEN PARENT_IDENTITY_DOCUMENT',
    ]);
  });

  test('leaves a marriage certificate foreign in state and language', () => {
    const family = [document('MARRIAGE_CERTIFICATE'), document('SPOUSE_IDENTITY_DOCUMENT')];
    expect(codes(reasons('SPOUSE_OF_CITIZEN', family))).toEqual([
      'DOCUMENT_NOT_ATTESTED MARRIAGE_CERTIFICATE',
      'DOCUMENT_NOT_TRANSLATED MARRIAGE_CERTIFICATE',
    ]);
  });
});

describe('a birthday on 29 February', () => {
  const family = [document('BIRTH_CERTIFICATE'), document('PARENT_IDENTITY_DOCUMENT', { provesCitizenshipOf: 'KAZ' })];

  test.each([
    ['CHILD_OF_CITIZEN', family, '2012-02-29', '2028-02-28', []],
    ['CHILD_OF_CITIZEN', family, '2012-02-29', '2028-02-29', ['AGE_NOT_UNDER']],
    ['AGE_65_PLUS', [], '1960-02-29', '2025-02-28', ['AGE_NOT_REACHED']],
    ['AGE_65_PLUS', [], '1960-02-29', '2025-03-01', []],
  ] as const)('%s: %#, born %s, on %s', (category, documents, birthDate, on, expected) => {
    const found = reasons(category, [...(documents as BroughtDocument[])], { birthDate, on: date(on) });
    expect(codes(found)).toEqual(expected);
  });

  test('an appointment of that day is a year old on 1 March', () => {
    const act = [document('APPOINTMENT_ACT', { appointedOn: date('2024-02-29') })];
    expect(codes(reasons('DIGITAL_NOMAD', act, { on: date('2025-02-28') }))).toEqual([
      'POSITION_TOO_SHORT APPOINTMENT_ACT',
    ]);
    expect(codes(reasons('DIGITAL_NOMAD', act, { on: date('2025-03-01') }))).toEqual([]);
  });
});

describe('a reason in words', () => {
  test('names the document, and its last day', () => {
    const expired = document('DISABILITY_CERTIFICATE', { expiresOn: date('2026-03-01') });
    expect(reasons('PERSON_WITH_DISABILITY', [expired])[0]!.text).toEqual({
      kk: 'Мерзімі өткен (соңғы күні – 01.03.2026): мүгедектікті растайтын медициналық анықтама.',
      ru: 'Срок действия истёк (последний день — 01.03.2026): медицинская справка, подтверждающая инвалидность.',
      en: 'Expired (last day 2026-03-01): the medical certificate of disability.',
    });
  });

  test('tells every way of a choice that was not begun', () => {
    expect(reasons('DIGITAL_NOMAD', [])[0]!.text.en).toBe(
      'Not brought: ((an IT diploma; or a certificate of advanced training in IT) and an IT portfolio with more than 3 years of experience); ' +
        'or the internal act of the IT company on the appointment of its first head, in the position for at least 1 year.',
    );
  });

  test('tells what may be brought instead, where a way was begun', () => {
    expect(reasons('DIGITAL_NOMAD', [document('IT_PORTFOLIO', { experienceMonths: 48 })])[0]!.text.en).toBe(
      'Not brought: an IT diploma; or a certificate of advanced training in IT. ' +
        'Instead, you may bring: the internal act of the IT company on the appointment of its first head, in the position for at least 1 year.',
    );
  });
});
