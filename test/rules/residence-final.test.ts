import { describe, expect, test } from '@jest/globals';
import { compare, comparedData, findingProblems, withFindings } from '../../subgraphs/residence/rules/comparison.ts';
import { contractProblems } from '../../subgraphs/residence/rules/final-documents.ts';
import { permitProblems } from '../../subgraphs/residence/rules/permit.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a housing contract for at least 180 calendar days', () => {
  test.each([
    // 2028 has a 29 February: 1 January to 29 June 2028 are 180 days; in 2027 until 30 June.
    ['2028-01-01', '2028-06-28', ['CONTRACT_TOO_SHORT']],
    ['2028-01-01', '2028-06-29', []],
    ['2027-01-01', '2027-06-29', ['CONTRACT_TOO_SHORT']],
    ['2027-01-01', '2027-06-30', []],
    ['2027-06-30', '2027-01-01', ['CONTRACT_TOO_SHORT']],
  ])('from %s until %s', (startsOn, endsOn, expected) => {
    const contract = { notarised: true, startsOn: day(startsOn), endsOn: day(endsOn) };
    expect(codes(contractProblems(contract, day('2026-03-02')))).toEqual(expected);
  });

  test('that runs until today has not ended', () => {
    const contract = { notarised: true, startsOn: day('2025-01-01'), endsOn: day('2026-03-02') };
    expect(contractProblems(contract, day('2026-03-02'))).toEqual([]);
    expect(codes(contractProblems(contract, day('2026-03-03')))).toEqual(['CONTRACT_ENDED']);
  });
});

test('the papers for the permit', () => {
  const from2026 = { validFrom: day('2026-01-01'), validUntil: null, source: '' };
  const figures = [
    { figure: 'CALCULATION_INDEX', hundredths: 4_325_00, ...from2026 },
    { figure: 'PERMIT_MULTIPLE', hundredths: 20, ...from2026 },
  ] as const;
  const problems = (told: typeof papers, on: string) => codes(permitProblems(told, day(on), figures));
  const papers = {
    passport: { expiresOn: day('2026-03-02') },
    noticeShown: true,
    receipt: { amount: 865_00, paidOn: day('2026-03-02') },
  };
  expect(problems(papers, '2026-03-02')).toEqual([]);
  expect(problems(papers, '2026-03-03')).toEqual(['PASSPORT_EXPIRED']);
  expect(problems(papers, '2026-03-01')).toEqual(['DAY_IN_FUTURE']);
  const paid = (amount: number, on: string) => ({ ...papers, receipt: { amount, paidOn: day(on) } });
  expect(problems(paid(864_99, '2026-03-02'), '2026-03-02')).toEqual(['DUTY_TOO_LITTLE']);
  expect(problems(paid(865_00, '2025-12-31'), '2026-03-02')).toEqual(['DUTY_UNKNOWN']);
});

describe('the comparison', () => {
  const passport = {
    latinName: { surname: 'NOMAD', givenNames: null, patronymic: null },
    birthDate: '1985-03-12',
    citizenship: 'D',
    issuingCountry: 'D',
    number: 'N1',
    expiryDate: '2033-10-31',
  };
  const earlier = { data: comparedData(passport), documents: { QUESTIONNAIRE: 'a' } };
  const now = { data: comparedData({ ...passport, number: 'N2' }), documents: { QUESTIONNAIRE: 'b' } };
  const comparison = compare(earlier, now);

  test('sees what is the same and what differs; documents it leaves to the eye', () => {
    const differing = comparison.filter(({ same }) => same === false).map(({ field }) => field);
    expect(differing).toEqual(['PASSPORT_NUMBER']);
    expect(comparison.find(({ field }) => field === 'QUESTIONNAIRE')).toEqual({
      field: 'QUESTIONNAIRE',
      earlier: null,
      now: null,
      earlierDocumentId: 'a',
      documentId: 'b',
      same: null,
    });
    expect(comparison).toHaveLength(7 + 9);
  });

  test('is whole only with a finding for each document and each difference', () => {
    const eyes = comparison.filter(({ same }) => same === null).map(({ field }) => ({ field, agrees: true }));
    expect(findingProblems(comparison, eyes)).toEqual([
      {
        code: 'FINDING_MISSING',
        path: ['findings'],
        params: { field: 'PASSPORT_NUMBER' },
        reference: 'B§22',
      },
    ]);
    const all = [...eyes, { field: 'PASSPORT_NUMBER' as const, agrees: true, remark: 'New.' }];
    expect(findingProblems(comparison, all)).toEqual([]);
    const kept = withFindings(comparison, all);
    expect(kept.filter(({ remark }) => remark !== null).map(({ field }) => field)).toEqual(['PASSPORT_NUMBER']);
    expect(kept.every(({ agrees }) => agrees)).toBe(true);
  });
});
