import { describe, expect, test } from '@jest/globals';
import { decisionProblems, followUpOf } from '../../subgraphs/complaints/rules/decision.ts';
import { filingProblems } from '../../subgraphs/complaints/rules/filing.ts';
import { actsForProvider } from '../../subgraphs/complaints/rules/subject.ts';

const codes = (problems: { code: string; path: readonly unknown[] }[]) =>
  problems.map(({ code, path }) => [code, path.join('.')]);

describe('a decision on a complaint', () => {
  const reasons = 'Довод подтвердился.';

  test('says whether the case is reopened, where one can be and the complaint is satisfied', () => {
    for (const outcome of ['SATISFIED', 'SATISFIED_IN_PART'] as const)
      for (const about of ['IIN_APPLICATION', 'RESIDENCE_CASE'] as const) {
        expect(codes(decisionProblems({ outcome, reasons }, about))).toEqual([['REOPENING_MISSING', 'reopen']]);
        for (const reopen of [true, false]) expect(decisionProblems({ outcome, reasons, reopen }, about)).toEqual([]);
      }
  });

  test('reopens nothing where it does not satisfy, and no petition or service', () => {
    for (const outcome of ['REJECTED', 'LEFT_WITHOUT_REVIEW'] as const) {
      expect(decisionProblems({ outcome, reasons }, 'IIN_APPLICATION')).toEqual([]);
      const reopening = { outcome, reasons, reopen: true };
      expect(codes(decisionProblems(reopening, 'IIN_APPLICATION'))).toEqual([['REOPENING_IMPOSSIBLE', 'reopen']]);
    }
    for (const about of ['PETITION', 'SERVICE'] as const) {
      expect(decisionProblems({ outcome: 'SATISFIED', reasons }, about)).toEqual([]);
      const reopening = { outcome: 'SATISFIED' as const, reasons, reopen: true };
      expect(codes(decisionProblems(reopening, about))).toEqual([['REOPENING_IMPOSSIBLE', 'reopen']]);
    }
  });

  test('has reasons; everything that is wrong is told at once', () => {
    expect(codes(decisionProblems({ outcome: 'SATISFIED', reasons: '' }, 'RESIDENCE_CASE'))).toEqual([
      ['TEXT_EMPTY', 'reasons'],
      ['REOPENING_MISSING', 'reopen'],
    ]);
  });

  test('is followed by the reopening of its own kind of case', () => {
    const reopening = { outcome: 'SATISFIED' as const, reasons, reopen: true };
    expect(followUpOf(reopening, 'IIN_APPLICATION')).toBe('REOPEN_IIN_APPLICATION');
    expect(followUpOf(reopening, 'RESIDENCE_CASE')).toBe('REOPEN_CASE');
    expect(followUpOf({ ...reopening, reopen: false }, 'RESIDENCE_CASE')).toBeNull();
  });
});

describe('a complaint that is filed', () => {
  const name = { surname: 'DOE', givenNames: null, patronymic: null };

  test('is about exactly one case, or one service', () => {
    const about = (told: object) => codes(filingProblems({ about: told, text: 'Жалуюсь.' }, 'applicant'));
    expect(about({ petitionId: 'x' })).toEqual([]);
    expect(about({})).toEqual([['SUBJECT_NOT_ONE', 'about']]);
    expect(about({ petitionId: 'x', service: 'PETITION' })).toEqual([['SUBJECT_NOT_ONE', 'about']]);
  });

  test('about a service in general says whose it is, and of which city the residence service is', () => {
    const residence = { about: { service: 'RESIDENCE' as const }, text: 'Жалуюсь.' };
    expect(codes(filingProblems(residence, 'applicant'))).toEqual([
      ['VALUE_MISSING', 'about.city'],
      ['VALUE_MISSING', 'applicantId'],
    ]);
    const ofAstana = { about: { service: 'RESIDENCE' as const, city: 'ASTANA' as const }, text: 'Жалуюсь.' };
    expect(filingProblems({ ...ofAstana, applicantId: 'x' }, 'consul')).toEqual([]);
    expect(codes(filingProblems({ ...ofAstana, latinName: name }, 'consul'))).toEqual([
      ['VALUE_MISSING', 'applicantId'],
    ]);
    expect(filingProblems({ ...ofAstana, latinName: name }, 'psc_officer')).toEqual([]);
    const nameless = { surname: '', givenNames: null, patronymic: null };
    expect(codes(filingProblems({ ...ofAstana, latinName: nameless }, 'psc_officer'))).toEqual([
      ['VALUE_MISSING', 'latinName'],
    ]);
  });

  test('has words', () => {
    expect(codes(filingProblems({ about: { petitionId: 'x' }, text: '' }, 'applicant'))).toEqual([
      ['TEXT_EMPTY', 'text'],
    ]);
  });
});

test('who acts for the provider of which service', () => {
  const acts = (role: 'iin_operator' | 'hub_officer' | 'mddiai_signer' | 'kkq_officer' | 'psc_officer') =>
    (['IIN', 'PETITION', 'RESIDENCE'] as const).filter((service) =>
      actsForProvider({ role, city: 'ASTANA' }, { service, city: service === 'RESIDENCE' ? 'ASTANA' : null }),
    );
  expect(acts('iin_operator')).toEqual(['IIN']);
  expect(acts('hub_officer')).toEqual(['PETITION']);
  expect(acts('mddiai_signer')).toEqual(['PETITION']);
  expect(acts('kkq_officer')).toEqual(['RESIDENCE']);
  expect(acts('psc_officer')).toEqual([]);
  expect(actsForProvider({ role: 'kkq_officer', city: 'ALMATY' }, { service: 'RESIDENCE', city: 'ASTANA' })).toBe(
    false,
  );
});
