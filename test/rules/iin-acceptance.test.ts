import { describe, expect, test } from '@jest/globals';
import { acceptanceReasons } from '../../subgraphs/iin/rules/acceptance.ts';
import type { Category } from '../../subgraphs/iin/rules/categories.ts';

const day = Temporal.PlainDate.from('2026-03-02');
const everybodyBrings = ['APPLICATION_FORM', 'IDENTITY_DOCUMENT'];

/** The reasons for somebody who brings these documents beside what everybody brings, as `CODE: KIND KIND`. */
function reasons(category: Category, documents: string[], birthDate = '1980-01-01'): string[] {
  const brought = {
    birthDate: Temporal.PlainDate.from(birthDate),
    identityExpiresOn: Temporal.PlainDate.from('2030-01-01'),
    documents: [...everybodyBrings, ...documents].map((kind) => ({ kind, expiresOn: null })),
    consented: true,
  };
  return acceptanceReasons(category, brought, day).map(({ code, documents: kinds }) => [code, ...kinds].join(' '));
}

describe('A§6: what each category adds', () => {
  test.each([
    ['POTENTIAL_INVESTOR', 'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP'],
    ['POTENTIAL_INVESTOR', 'INVESTMENT_CONTRACT'],
    ['POTENTIAL_INVESTOR', 'STATE_BODY_RECOMMENDATION'],
    ['POTENTIAL_INVESTOR', 'AIFC_RECOMMENDATION'],
    ['GOODS_MARKING_PARTICIPANT', 'APPOINTMENT_ACT'],
    ['SPOUSE_OF_CITIZEN', 'MARRIAGE_CERTIFICATE', 'SPOUSE_IDENTITY_DOCUMENT'],
    ['HEIR', 'DEATH_CERTIFICATE', 'INHERITANCE_PROOF'],
    ['DIGITAL_NOMAD', 'IT_DIPLOMA', 'IT_PORTFOLIO'],
    ['DIGITAL_NOMAD', 'IT_TRAINING_CERTIFICATE', 'IT_PORTFOLIO'],
    ['DIGITAL_NOMAD', 'APPOINTMENT_ACT'],
    ['PERSON_WITH_DISABILITY', 'DISABILITY_CERTIFICATE'],
    ['PLANT_PROTECTION_PRODUCER', 'ACTIVITY_PROOF'],
    ['LEGAL_ENTITY_HEAD', 'APPOINTMENT_ACT'],
    ['REPRESENTATION_STAFF'],
  ] as [Category, ...string[]][])('%s is accepted with %s %s', (category, ...documents) => {
    expect(reasons(category, documents)).toEqual([]);
  });

  test.each([
    [
      'POTENTIAL_INVESTOR',
      [
        'DOCUMENT_MISSING FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP INVESTMENT_CONTRACT STATE_BODY_RECOMMENDATION AIFC_RECOMMENDATION',
      ],
    ],
    ['SPOUSE_OF_CITIZEN', ['DOCUMENT_MISSING MARRIAGE_CERTIFICATE', 'DOCUMENT_MISSING SPOUSE_IDENTITY_DOCUMENT']],
    ['HEIR', ['DOCUMENT_MISSING DEATH_CERTIFICATE', 'DOCUMENT_MISSING INHERITANCE_PROOF']],
    ['DIGITAL_NOMAD', ['DOCUMENT_MISSING IT_DIPLOMA IT_TRAINING_CERTIFICATE IT_PORTFOLIO APPOINTMENT_ACT']],
    ['PERSON_WITH_DISABILITY', ['DOCUMENT_MISSING DISABILITY_CERTIFICATE']],
    ['PLANT_PROTECTION_PRODUCER', ['DOCUMENT_MISSING ACTIVITY_PROOF']],
    ['GOODS_MARKING_PARTICIPANT', ['DOCUMENT_MISSING APPOINTMENT_ACT']],
  ] as [Category, string[]][])('%s without anything is told all that is missing', (category, expected) => {
    expect(reasons(category, [])).toEqual(expected);
  });

  test('somebody who began one of two ways is told what that way still lacks', () => {
    expect(reasons('DIGITAL_NOMAD', ['IT_DIPLOMA'])).toEqual(['DOCUMENT_MISSING IT_PORTFOLIO']);
    expect(reasons('DIGITAL_NOMAD', ['IT_PORTFOLIO'])).toEqual(['DOCUMENT_MISSING IT_DIPLOMA IT_TRAINING_CERTIFICATE']);
  });

  test('a child is under 16 until the day before the birthday', () => {
    const documents = ['BIRTH_CERTIFICATE', 'PARENT_IDENTITY_DOCUMENT'];
    expect(reasons('CHILD_OF_CITIZEN', documents, '2010-03-03')).toEqual([]);
    expect(reasons('CHILD_OF_CITIZEN', documents, '2010-03-02')).toEqual(['AGE_NOT_UNDER']);
  });

  test('65 years are reached on the birthday', () => {
    expect(reasons('AGE_65_PLUS', [], '1961-03-02')).toEqual([]);
    expect(reasons('AGE_65_PLUS', [], '1961-03-03')).toEqual(['AGE_NOT_REACHED']);
  });
});

describe('A§7: what has expired', () => {
  const brought = {
    birthDate: Temporal.PlainDate.from('1980-01-01'),
    identityExpiresOn: Temporal.PlainDate.from('2026-03-02'),
    documents: everybodyBrings.map((kind) => ({ kind, expiresOn: null as Temporal.PlainDate | null })),
    consented: true,
  };
  const act = (expiresOn: string) => ({ kind: 'APPOINTMENT_ACT', expiresOn: Temporal.PlainDate.from(expiresOn) });
  const codes = (documents: (typeof brought)['documents'], on = day) =>
    acceptanceReasons('LEGAL_ENTITY_HEAD', { ...brought, documents: [...brought.documents, ...documents] }, on);

  test('is good on its last day', () => {
    expect(codes([act('2026-03-02')])).toEqual([]);
  });

  test('is refused from the next day on, and named once, not as missing too', () => {
    expect(codes([act('2026-03-01')])).toEqual([
      { code: 'DOCUMENT_EXPIRED', documents: ['APPOINTMENT_ACT'], reference: 'A§7' },
    ]);
  });

  test('does no harm beside a valid one of its kind', () => {
    expect(codes([act('2026-03-01'), act('2026-03-02')])).toEqual([]);
  });

  test('the passport itself counts, with everything else that is wrong', () => {
    expect(codes([], Temporal.PlainDate.from('2026-03-03'))).toEqual([
      { code: 'DOCUMENT_MISSING', documents: ['APPOINTMENT_ACT'], reference: 'A§6' },
      { code: 'DOCUMENT_EXPIRED', documents: ['IDENTITY_DOCUMENT'], reference: 'A§7' },
    ]);
  });
});
