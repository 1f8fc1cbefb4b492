import { describe, expect, test } from '@jest/globals';
import { documentWords, categoryWords, groundWords, stepWords } from '../../subgraphs/audit/rules/statistics-words.ts';
import { factsOfComplaint } from '../../subgraphs/complaints/rules/statistics.ts';
import { categories, requirementsOf } from '../../subgraphs/iin/rules/categories.ts';
import { refusalGrounds } from '../../subgraphs/iin/rules/refusal.ts';
import { kindsOf } from '../../subgraphs/iin/rules/requirements.ts';
import { factsOfApplication } from '../../subgraphs/iin/rules/statistics.ts';
import { latenessOf } from '../../subgraphs/kit/statistics/facts.ts';
import type { CaseFacts } from '../../subgraphs/kit/statistics/facts.ts';
import { services } from '../../subgraphs/complaints/rules/subject.ts';
import type { TermKind } from '../../subgraphs/kit/terms/terms.ts';
import { factsOfCase, factsOfPetition } from '../../subgraphs/residence/rules/statistics.ts';

// What statistics know of a case, by what happened to it. Days are those of March 2026, 10:00 in Astana, unless told.

const at = (day: number, time = '10:00') =>
  Temporal.PlainDate.from('2026-03-01')
    .add({ days: day - 1 })
    .toZonedDateTime({ timeZone: 'Asia/Almaty', plainTime: time })
    .toInstant();
const happened = (...events: [day: number, kind: string, details?: object][]) =>
  events.map(([day, kind, details = {}]) => ({ kind, at: at(day), details }));
const term = (kind: TermKind, from: number, due: Temporal.Instant, ended: number | null) => ({
  kind,
  startedAt: at(from),
  dueAt: due,
  endedAt: ended === null ? null : at(ended),
});
const ends = ({ end, grounds }: CaseFacts) => [end?.how ?? null, end?.at.toString() ?? null, ...grounds];
const steps = (facts: CaseFacts) =>
  facts.steps.map(({ step, startedAt, endedAt }) => [
    step,
    startedAt.toZonedDateTimeISO('Asia/Almaty').day,
    endedAt?.toZonedDateTimeISO('Asia/Almaty').day ?? null,
  ]);
const isLate = (facts: CaseFacts) => latenessOf(facts).lateFrom !== null;

describe('an application', () => {
  const application = { id: 'x', officeId: 'o', category: 'HEIR' as const, registeredAt: at(2) };
  const due = (day: number) => ({ dueAt: at(day, '18:30').toString() });

  test('that was reopened is in work again, and what was late stays late', () => {
    const registered: [number, string, object] = [2, 'REGISTERED', { ...due(3), delivered: true }];
    const refused: [number, string, object] = [4, 'REFUSE', { grounds: ['IIN_ALREADY_REGISTERED'] }];
    const first = factsOfApplication(application, happened(registered, [4, 'TAKE'], refused));
    expect([ends(first), isLate(first)]).toEqual([['REFUSED', at(4).toString(), 'IIN_ALREADY_REGISTERED'], true]);
    const again = factsOfApplication(application, happened(registered, [4, 'TAKE'], refused, [10, 'REOPEN', due(11)]));
    expect(ends(again)).toEqual([null, null]);
    const formed = factsOfApplication(
      application,
      happened(registered, [4, 'TAKE'], refused, [10, 'REOPEN', due(11)], [10, 'TAKE'], [10, 'FORM']),
    );
    expect([ends(formed), isLate(formed)]).toEqual([['DONE', at(10).toString()], true]);
    expect(steps(formed).filter(([step]) => step === 'IIN_SERVICE')).toEqual([
      ['IIN_SERVICE', 2, 4],
      ['IIN_SERVICE', 10, 10],
    ]);
  });

  test('waits for its delivery, and its term moves with the calendar', () => {
    const facts = factsOfApplication(
      application,
      happened(
        [2, 'REGISTERED', { ...due(3), delivered: false }],
        [3, 'TERM_RECOUNTED', { term: 'IIN_SERVICE', after: at(5, '18:30').toString() }],
        [4, 'DELIVERED'],
        [4, 'TAKE'],
        [4, 'RELEASE'],
        [5, 'TAKE'],
        [5, 'FORM'],
      ),
    );
    expect(isLate(facts)).toBe(false);
    expect(steps(facts)).toEqual([
      ['IIN_SERVICE', 2, 5],
      ['DELIVERY', 2, 4],
      ['WAITING_FOR_OPERATOR', 4, 4],
      ['OPERATOR_REVIEW', 4, 4],
      ['WAITING_FOR_OPERATOR', 4, 5],
      ['OPERATOR_REVIEW', 5, 5],
      ['HANDING_OUT', 5, null],
    ]);
  });
});

describe('a petition', () => {
  const petition = { id: 'x', submittedAt: at(2) };
  const toInterview = [
    [2, 'SUBMITTED'],
    [3, 'APPROVE_SCREENING'],
    [4, 'OFFER_INTERVIEW_TIMES'],
    [5, 'CHOOSE_INTERVIEW_TIME'],
  ] as [number, string][];
  const invitation = [term('INTERVIEW_INVITATION', 3, at(5, '18:30'), 4)];

  test('is done when it is signed', () => {
    const facts = factsOfPetition(
      petition,
      happened(...toInterview, [6, 'RECORD_INTERVIEW_PASSED'], [9, 'SIGN']),
      invitation,
    );
    expect([ends(facts), isLate(facts)]).toEqual([['DONE', at(9).toString()], false]);
    expect(steps(facts)).toEqual([
      ['INTERVIEW_INVITATION', 3, 4],
      ['SCREENING', 2, 3],
      ['CHOOSING_TIME', 4, 5],
      ['INTERVIEW', 5, 6],
      ['SIGNATURE', 6, 9],
    ]);
  });

  test.each([
    [
      'SCREENING',
      [
        [2, 'SUBMITTED'],
        [3, 'REFUSE_SCREENING'],
      ],
    ],
    ['INTERVIEW', [...toInterview, [6, 'RECORD_INTERVIEW_FAILED']]],
    ['SIGNATURE', [...toInterview, [6, 'RECORD_INTERVIEW_PASSED'], [9, 'REFUSE']]],
  ] as [string, [number, string][]][])('is refused at the step %s', (ground, events) => {
    expect(factsOfPetition(petition, happened(...events), []).grounds).toEqual([ground]);
  });

  test('that was missed goes on, and is late where times were offered too late', () => {
    const late = [term('INTERVIEW_INVITATION', 3, at(5, '18:30'), 6)];
    const facts = factsOfPetition(petition, happened(...toInterview, [6, 'RECORD_INTERVIEW_MISSED']), late);
    expect([ends(facts), isLate(facts)]).toEqual([[null, null], true]);
  });
});

describe('a residence case', () => {
  const base = { id: 'x', city: 'ASTANA' as const, officeId: null };
  const registration = (ended: number) => term('CASE_REGISTRATION', 2, at(4, '18:30'), ended);

  test('that is returned ends by the clock, whether that is recorded or not', () => {
    const terms = [registration(3), term('REWORK', 3, at(9, '00:00'), null)];
    const events: [number, string][] = [
      [2, 'SUBMITTED'],
      [3, 'RETURN_FOR_REWORK'],
    ];
    const facts = factsOfCase({ ...base, state: 'RETURNED', lapsesAt: at(9, '00:00') }, happened(...events), terms);
    expect(ends(facts)).toEqual(['ENDED_OTHERWISE', at(9, '00:00').toString()]);
    expect(steps(facts)).toEqual([
      ['CASE_REGISTRATION', 2, 3],
      ['REWORK', 3, 9],
    ]);
    expect(latenessOf(facts)).toEqual({ lateFrom: null, dueBefore: null });
  });

  test('whose person came in time after all goes on', () => {
    const events: [number, string][] = [
      [2, 'SUBMITTED'],
      [3, 'APPROVE_PRELIMINARY'],
      [20, 'RECORD_LAPSE'],
      [21, 'RECORD_ARRIVAL'],
    ];
    const facts = factsOfCase({ ...base, state: 'ARRIVED', lapsesAt: at(20) }, happened(...events), [registration(3)]);
    expect(ends(facts)).toEqual([null, null]);
    expect(steps(facts).at(-1)).toEqual(['COMING_TO_SERVICE_CENTRE', 21, null]);
  });

  test('is due before its earliest term of an authority; those of the person make nobody late', () => {
    const terms = [
      registration(3),
      term('PRELIMINARY_DECISION', 2, at(17, '00:00'), null),
      term('KNB_AGREEMENT', 3, at(12, '00:00'), null),
    ];
    const facts = factsOfCase({ ...base, state: 'AT_KNB', lapsesAt: null }, happened([2, 'SUBMITTED']), terms);
    expect(latenessOf(facts)).toEqual({ lateFrom: at(12, '00:00'), dueBefore: at(12, '00:00') });
    // At exactly 00:00 a term of calendar days is over.
    const answered = { ...terms[2]!, endedAt: at(12, '00:00') };
    const late = factsOfCase({ ...base, state: 'KNB_ANSWERED', lapsesAt: null }, happened([2, 'SUBMITTED']), [
      answered,
    ]);
    expect(isLate(late)).toBe(true);
  });

  test('is refused at either decision, and done when it is permitted, long before the permit', () => {
    const of = (...events: [number, string][]) =>
      ends(factsOfCase({ ...base, state: 'PERMITTED', lapsesAt: null }, happened([2, 'SUBMITTED'], ...events), []));
    expect(of([9, 'REFUSE_PRELIMINARY'])).toEqual(['REFUSED', at(9).toString(), 'PRELIMINARY_DECISION']);
    expect(of([9, 'REFUSE_FINAL'])).toEqual(['REFUSED', at(9).toString(), 'FINAL_REVIEW']);
    expect(of([9, 'APPROVE_FINAL'], [12, 'ISSUE_PERMIT'])).toEqual(['DONE', at(9).toString()]);
    expect(of([9, 'REFUSE_FINAL'], [12, 'REOPEN'])).toEqual([null, null]);
  });
});

describe('a complaint', () => {
  const complaint = {
    id: 'x',
    service: 'IIN' as const,
    city: null,
    officeId: null,
    receivedAt: at(2),
    reviewOutcome: null,
  };
  const three = (ended: Temporal.Instant) => ({
    ...term('COMPLAINT_FORWARDING', 2, at(5, '18:30'), null),
    endedAt: ended,
  });

  test('that the clock forwarded is late, one that somebody forwarded at the last moment is not', () => {
    const facts = (kind: string) =>
      factsOfComplaint(complaint, happened([2, 'FILED'], [5, kind]), [three(at(5, '18:30'))]);
    expect(isLate(facts('RECORD_FORWARDING'))).toBe(true);
    expect(isLate(facts('FORWARD'))).toBe(false);
  });

  test.each([
    ['SATISFIED', 'DONE'],
    ['SATISFIED_IN_PART', 'DONE'],
    ['REJECTED', 'REFUSED'],
    ['LEFT_WITHOUT_REVIEW', 'ENDED_OTHERWISE'],
  ] as const)('of which the reviewing body says %s counts as %s', (reviewOutcome, how) => {
    const facts = factsOfComplaint(
      { ...complaint, reviewOutcome },
      happened([2, 'FILED'], [4, 'DECIDE_AS_PROVIDER'], [9, 'DECIDE_REVIEW']),
      [],
    );
    expect(ends(facts)).toEqual([how, at(9).toString()]);
  });
});

test('everything that is counted has a name', () => {
  expect(Object.keys(categoryWords)).toEqual([...categories, ...services]);
  expect(Object.keys(groundWords)).toEqual(expect.arrayContaining([...refusalGrounds]));
  expect(Object.keys(documentWords)).toEqual(
    expect.arrayContaining(categories.flatMap((each) => kindsOf(requirementsOf(each)))),
  );
  expect(Object.keys(stepWords)).toHaveLength(23);
});
