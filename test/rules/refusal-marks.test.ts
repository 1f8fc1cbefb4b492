import { describe, expect, test } from '@jest/globals';
import { documentKinds } from '../../subgraphs/kit/graph/document-kinds.ts';
import { markedFields, markProblems, nameOfDocument, nameOfMark } from '../../subgraphs/iin/rules/refusal-marks.ts';
import type { RefusalMark } from '../../subgraphs/iin/rules/refusal-marks.ts';
import { printedReason } from '../../subgraphs/iin/rules/refusal.ts';

const documents = [
  { id: 'passport', kind: 'IDENTITY_DOCUMENT' },
  { id: 'act', kind: 'APPOINTMENT_ACT' },
] as const;
const field = (name: RefusalMark['field'], remark = 'Wrong.') => ({ field: name, documentId: null, remark });
const document = (documentId: string, remark = 'Wrong.') => ({ field: null, documentId, remark });
const problems = (marks: RefusalMark[], grounds: Parameters<typeof markProblems>[0] = ['UNTRUE_DOCUMENTS_OR_DATA']) =>
  markProblems(grounds, marks, documents).map(({ code, path, reference }) => {
    expect(reference).toBe('A§13');
    return `${code} ${path.join('.')}`;
  });

describe('A§13: what is wrong is marked', () => {
  test.each([
    ['UNTRUE_DOCUMENTS_OR_DATA', ['MARKS_MISSING marks']],
    ['NOT_COMPLIANT_WITH_REQUIREMENTS', ['MARKS_MISSING marks']],
    ['IIN_ALREADY_REGISTERED', []],
  ] as const)('with %s', (ground, expected) => {
    expect(problems([], [ground])).toEqual(expected);
    expect(problems([field('SEX')], [ground])).toEqual([]);
  });

  test('as well with a ground that needs it as with another beside', () => {
    expect(problems([], ['IIN_ALREADY_REGISTERED', 'UNTRUE_DOCUMENTS_OR_DATA'])).toEqual(['MARKS_MISSING marks']);
  });

  test('of each field and document once, with all that is wrong with the marks told at once', () => {
    expect(problems([field('SEX'), field('BIRTH_DATE'), document('act'), document('passport')])).toEqual([]);
    expect(
      problems([
        field('SEX'),
        field(null),
        { field: 'SEX', documentId: 'act', remark: 'Wrong.' },
        field('SEX', ''),
        document('diploma'),
        document('act'),
        document('act'),
      ]),
    ).toEqual([
      'MARK_OF_ONE_THING marks.1',
      'MARK_OF_ONE_THING marks.2',
      'MARK_TWICE marks.3',
      'TEXT_EMPTY marks.3.remark',
      'MARK_DOCUMENT_UNKNOWN marks.4.documentId',
      'MARK_TWICE marks.6',
    ]);
  });
});

describe('what is marked is called', () => {
  const head = { category: 'LEGAL_ENTITY_HEAD' } as const;
  test('a field in three languages, no two alike', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const names = markedFields.map((name) => nameOfMark(field(name), documents, head)[language]);
      expect(new Set(names).size).toBe(markedFields.length);
    }
    expect(nameOfMark(field('BIRTH_DATE'), documents, head)).toEqual({
      kk: 'туған күні',
      ru: 'дата рождения',
      en: 'date of birth',
    });
  });

  test('a document as it was asked for: an act of appointment by the words of the category', () => {
    const act = (category: Parameters<typeof nameOfMark>[2]['category']) =>
      nameOfMark(document('act'), documents, { category }).ru;
    expect(act('LEGAL_ENTITY_HEAD')).toBe('документ, подтверждающий назначение на руководящую должность');
    expect(act('GOODS_MARKING_PARTICIPANT')).toMatch(/^внутренний документ организации о назначении первого/);
    expect(act('DIGITAL_NOMAD')).toMatch(/^внутренний документ IT-компании/);
    expect(act('AGE_65_PLUS')).toBe('документ, подтверждающий назначение на руководящую должность');
  });

  test('a document of every kind, whatever it was brought for', () => {
    const correction = { recordVersion: 1, fields: [{ name: 'LATIN_SURNAME', before: 'A', after: 'B' } as const] };
    for (const kind of documentKinds)
      for (const asked of [head, { ...head, correction }])
        expect(Object.keys(nameOfDocument(kind, asked)).toSorted()).toEqual(['en', 'kk', 'ru']);
  });
});

test('the notice has the grounds, the reason, and each mark on a line of its own, in Kazakh and Russian', () => {
  const name = { kk: 'туған күні', ru: 'дата рождения', en: 'date of birth' };
  const marks = [{ name, remark: 'Не та.' }];
  expect(printedReason(['IIN_ALREADY_REGISTERED'], 'Причина.', marks)).toMatchObject([
    { kk: 'Бұрын тіркелген ЖСН анықталды.', ru: 'Выявлен ранее зарегистрированный ИИН.' },
    { kk: 'Причина.', ru: 'Причина.' },
    { kk: '1. Туған күні: Не та.', ru: '1. Дата рождения: Не та.' },
  ]);
});
