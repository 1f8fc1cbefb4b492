import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMrz } from '../../subgraphs/applicants/rules/mrz.ts';
import { travelDocumentProblems } from '../../subgraphs/applicants/rules/problems.ts';
import { languages, write } from '../../subgraphs/kit/errors/languages.ts';
import { cardLines, passportLines, smallBookLines, type SyntheticDocument } from '../support/mrz.ts';
import { demo, reading, refusal, today, withCharacter } from '../support/read-mrz.ts';

const alphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'];

/** What a character counts for in a check digit (ICAO 9303-3, 4.9). */
const valueOf = (character: string) => (character === '<' ? 0 : alphabet.indexOf(character));

const date = (from: string, until: string) => {
  const first = Temporal.PlainDate.from(from);
  const days = first.until(Temporal.PlainDate.from(until)).days;
  return fc.integer({ min: 0, max: days }).map((day) => first.add({ days: day }));
};

const anyDocument: fc.Arbitrary<SyntheticDocument> = fc.record({
  documentCode: fc.constant(''),
  issuingCountry: fc.constantFrom('D', 'KAZ', 'TUR', 'GBR', 'RKS', 'UNO', 'UTO'),
  nationality: fc.constantFrom('D', 'KAZ', 'TUR', 'GBO', 'XXA', 'XXB', 'UTO'),
  surname: fc.stringMatching(/^[A-Z]{1,9}$/),
  givenNames: fc.stringMatching(/^[A-Z]{1,6}( [A-Z]{1,6})?$/),
  documentNumber: fc.stringMatching(/^[A-Z0-9]{1,9}$/),
  birthDate: date('1926-03-06', '2026-03-05'),
  sex: fc.constantFrom('M', 'F', '<'),
  expiryDate: date('1980-01-01', '2070-12-31'),
  optionalData: fc.stringMatching(/^[A-Z0-9]{1,7}$/),
});

describe('a right zone', () => {
  test('is read as it was written, in each format', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(passportLines, smallBookLines, cardLines), (document, lines) => {
        expect(reading(lines(document))).toMatchObject({
          issuingCountry: document.issuingCountry,
          nationality: document.nationality,
          surname: document.surname,
          givenNames: document.givenNames,
          documentNumber: document.documentNumber,
          birthDate: document.birthDate.toString(),
          expiryDate: document.expiryDate.toString(),
          sex: { M: 'MALE', F: 'FEMALE', '<': 'UNSPECIFIED' }[document.sex],
          optionalData: [document.optionalData],
        });
      }),
    );
  });

  test('may have a number of 10 to 22 characters in a card, of 10 to 14 in a small book', () => {
    const check = (longest: number, lines: typeof cardLines | typeof smallBookLines) =>
      fc.assert(
        fc.property(
          anyDocument,
          fc.stringMatching(new RegExp(`^[A-Z0-9]{10,${longest}}$`)),
          (document, documentNumber) => {
            expect(reading(lines({ ...document, documentNumber, optionalData: '' }))).toMatchObject({
              documentNumber,
              optionalData: [],
            });
          },
        ),
      );
    check(22, cardLines);
    check(14, smallBookLines);
  });
});

describe('one changed character', () => {
  /** The checked places of the second line of a passport: number, birth, expiry, optional data. */
  const places = [...range(1, 9), ...range(14, 19), ...range(22, 27), ...range(29, 42)];
  const dates = [...range(14, 19), ...range(22, 27)];
  const checkDigitPlaces = [10, 20, 28, 43, 44];

  test('in a checked field is noticed unless it counts for the same modulo 10', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.constantFrom(...places),
        fc.constantFrom(...alphabet),
        (document, place, character) => {
          const lines = passportLines(document);
          fc.pre((valueOf(lines[1][place - 1]!) - valueOf(character)) % 10 !== 0);
          expect(refusal(withCharacter(lines, 2, place, character))).toContain('MRZ_COMPOSITE_CHECK_DIGIT 2 44');
        },
      ),
    );
  });

  test('in a date, and in a check digit, is always noticed', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.constantFrom(...dates, ...checkDigitPlaces),
        fc.constantFrom(...alphabet),
        (document, place, character) => {
          const lines = passportLines(document);
          fc.pre(lines[1][place - 1] !== character);
          expect(refusal(withCharacter(lines, 2, place, character))).not.toEqual([]);
        },
      ),
    );
  });

  test('goes unnoticed where the standard can not see it: 1, B, L and V count for the same modulo 10', () => {
    const lines = passportLines({ documentNumber: '123456789' });
    for (const character of ['B', 'L', 'V']) {
      expect(reading(withCharacter(lines, 2, 1, character))).toMatchObject({ documentNumber: `${character}23456789` });
    }
  });
});

describe('whatever is given', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', minLength: 28, maxLength: 46 }),
  );
  const zoneLike = (length: number) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
  const zones = [
    fc.tuple(zoneLike(44), zoneLike(44)),
    fc.tuple(zoneLike(36), zoneLike(36)),
    fc.tuple(zoneLike(30), zoneLike(30), zoneLike(30)),
  ];

  test('the reading never throws: it is a zone, or at least one problem, said in full in each language', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(anyText, { maxLength: 12 }), ...zones), (lines) => {
        const result = readMrz(lines, demo);
        expect(result.ok || result.problems.length > 0).toBe(true);
        for (const { code, params } of result.ok ? [] : result.problems) {
          for (const language of languages)
            expect(write(travelDocumentProblems[code], language, params)).not.toMatch(/[{}]/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a right zone with any character put into it is read or refused, and its problems stand in its lines', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(89), fc.string({ unit: 'binary', maxLength: 3 }), (document, at, text) => {
        const lines = cardLines(document).map((line, index) =>
          index === Math.floor(at / 30) ? line.slice(0, at % 30) + text + line.slice((at % 30) + 1) : line,
        );
        const result = readMrz(lines, { today, specimens: false });
        for (const { path, params } of result.ok ? [] : result.problems) {
          expect(lines[Number(path[0])]).toBeDefined();
          expect(params?.line).toBe(Number(path[0]) + 1);
        }
      }),
    );
  });
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
