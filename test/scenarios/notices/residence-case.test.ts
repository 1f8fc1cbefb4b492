import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../support/graph-client.ts';
import { kindsTold, listenTo, toldTo } from '../../support/notices.ts';
import { fillIn } from '../../support/questionnaires.ts';
import { runJob } from '../../support/queue.ts';
import {
  applicantOf,
  bothClear,
  eApplication,
  onCase,
  residenceDesk,
  seenBy,
  sentToKnb,
  submit,
  tryOnCase,
} from '../../support/residence-cases.ts';
import type { ResidenceDesk } from '../../support/residence-cases.ts';

// B§11–19: who is told what of a residence case until the preliminary decision, and who is not. Other agencies' systems are told the state that everybody may know.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());
beforeEach(() => desk.product.clock.set('2026-03-02T10:00:00+05:00'));

const lastTold = async (client: GraphClient, caseId: string, language = 'en') =>
  (await toldTo(client, language)).findLast((told) => told.caseId === caseId)!;
const reasons = { reasons: [{ document: 'DUTY_RECEIPT', text: 'Анық емес' }] };

const recordLapses = () => runJob(desk.product, 'residence.recordLapses');

test('the preliminary review, from the e-application to the approval', async () => {
  const { product, officer, knb } = desk;
  const applicant = await applicantOf(desk);
  const submitted = await submit(desk, applicant);
  const heard = listenTo(product, submitted.id, applicant.client);
  expect(await heard()).toEqual({ officer: ['CASE_SUBMITTED'], 'residence systems': ['SUBMITTED'] });
  // Submitted on Monday: two working days are over on Wednesday at 18:30.
  expect((await lastTold(officer, submitted.id)).text).toContain('2026-03-04 18:30 (Astana time)');

  const registered = await onCase(officer, 'registerCase', submitted);
  expect(await heard()).toEqual({ person: ['CASE_REGISTERED'], 'residence systems': ['REGISTERED'] });

  const checked = await onCase(officer, 'recordChecks', registered, bothClear);
  expect(await heard()).toEqual({});

  const sent = await onCase(officer, 'sendToKnb', checked);
  expect(await heard()).toEqual({ knb: ['CASE_SENT_TO_KNB'] });

  const answered = await onCase(knb, 'answerKnb', sent, { agrees: true });
  expect(await heard()).toEqual({ officer: ['KNB_ANSWERED'] });

  const { approvalNumber } = await onCase(officer, 'decidePreliminary', answered, { approves: true });
  expect(await heard()).toEqual({
    person: ['CASE_PRELIMINARILY_APPROVED'],
    'residence systems': ['PRELIMINARILY_APPROVED'],
  });
  const { text } = await lastTold(applicant.client, submitted.id);
  expect(text).toContain(approvalNumber);
  // Thirty calendar days from Monday 2 March end with Wednesday 1 April (B§19).
  expect(text).toContain('until 2026-04-01');
  for (const toBring of ['certificate of fingerprinting', 'medical certificate', 'housing contract'])
    expect(text).toContain(toBring);
  expect((await lastTold(applicant.client, submitted.id, 'ru')).text).toContain('по 01.04.2026 включительно');
  // All of it, in the order in which it happened.
  expect(await kindsTold(applicant.client, submitted.id)).toEqual(['CASE_REGISTERED', 'CASE_PRELIMINARILY_APPROVED']);
  expect(await kindsTold(officer, submitted.id)).toEqual(['CASE_SUBMITTED', 'KNB_ANSWERED']);
});

test('the officers of the other city are told of their own cases', async () => {
  const applicant = await applicantOf(desk);
  const questionnaireId = await fillIn(applicant, { addressInKazakhstan: { city: 'ALMATY', address: 'Абай, 10' } });
  const { id } = await submit(desk, applicant, { city: 'ALMATY', questionnaireId });
  expect(await listenTo(desk.product, id, applicant.client)()).toEqual({
    'officer of Almaty': ['CASE_SUBMITTED'],
    'residence systems': ['SUBMITTED'],
  });
});

describe('a refusal at the preliminary review', () => {
  test('is told to the person with the day from which a new application is possible, and without its reason; what the KNB said is told to nobody', async () => {
    const { product, officer, knb } = desk;
    const applicant = await applicantOf(desk);
    const sent = await sentToKnb(desk, applicant);
    const heard = listenTo(product, sent.id, applicant.client);
    await heard();
    const answered = await onCase(knb, 'answerKnb', sent, { agrees: false, reason: 'Возражаем' });
    expect(await heard()).toEqual({ officer: ['KNB_ANSWERED'] });
    expect(JSON.stringify(await lastTold(officer, sent.id))).not.toMatch(/object|agree|возра|соглас/i);
    await onCase(officer, 'decidePreliminary', answered, { approves: false, reason: 'КНБ возразил.' });
    expect(await heard()).toEqual({
      person: ['CASE_PRELIMINARILY_REFUSED'],
      'residence systems': ['PRELIMINARILY_REFUSED'],
    });
    const { text } = await lastTold(applicant.client, sent.id);
    expect(text).toContain('from 2027-03-03');
    expect(text).not.toContain('КНБ');
  });
});

describe('a return for rework (B§12)', () => {
  test('is told to the person with the last day, that of the prolonged term, and the resubmission to the officers', async () => {
    desk.product.clock.set('2026-03-18T12:00:00+05:00');
    const { product, officer } = desk;
    const applicant = await applicantOf(desk);
    const submitted = await submit(desk, applicant);
    const heard = listenTo(product, submitted.id, applicant.client);
    await heard();
    const returned = await onCase(officer, 'returnForRework', submitted, reasons);
    expect(await heard()).toEqual({ person: ['CASE_RETURNED'], 'residence systems': ['RETURNED'] });
    // 23 to 25 March are off: the five days end with Thursday 26 March.
    expect((await lastTold(applicant.client, submitted.id)).text).toContain('until 2026-03-26');
    const { applicantId, documentIds, questionnaireId, signature } = await eApplication(desk, applicant);
    const reworked = { applicantId, applicantVersion: 1, documentIds, questionnaireId, signature };
    await onCase(applicant.client, 'resubmitResidenceApplication', returned, reworked);
    expect(await heard()).toEqual({ officer: ['CASE_RESUBMITTED'], 'residence systems': ['SUBMITTED'] });
  });

  test('that nobody reworked is annulled: told once, also when it is recorded late, with the day on which the term ended', async () => {
    desk.product.clock.set('2026-03-18T12:00:00+05:00');
    const { product, officer } = desk;
    const applicant = await applicantOf(desk);
    const { id } = await onCase(officer, 'returnForRework', await submit(desk, applicant), reasons);
    const heard = listenTo(product, id, applicant.client);
    await heard();
    product.clock.set('2026-03-26T23:59:59+05:00');
    await recordLapses();
    expect(await heard()).toEqual({});
    product.clock.set('2026-03-29T08:00:00+05:00');
    expect((await seenBy(officer, { id })).state).toBe('ANNULLED');
    expect(await heard()).toEqual({});
    await recordLapses();
    await recordLapses();
    expect(await heard()).toEqual({
      person: ['CASE_ANNULLED'],
      officer: ['CASE_LAPSED'],
      'residence systems': ['ANNULLED'],
    });
    const told = await lastTold(applicant.client, id);
    expect(told.at).toBe('2026-03-29T08:00:00.000+05:00');
    expect(told.text).toContain('2026-03-26');
  });
});

describe('that it was withdrawn is told to those who have it before them', () => {
  test('to the officers', async () => {
    const applicant = await applicantOf(desk);
    const submitted = await submit(desk, applicant);
    const heard = listenTo(desk.product, submitted.id, applicant.client);
    await heard();
    await onCase(applicant.client, 'withdrawResidenceApplication', submitted);
    expect(await heard()).toEqual({ officer: ['CASE_WITHDRAWN'], 'residence systems': ['WITHDRAWN'] });
  });

  test('to the KNB while it is there', async () => {
    const applicant = await applicantOf(desk);
    const sent = await sentToKnb(desk, applicant);
    const heard = listenTo(desk.product, sent.id, applicant.client);
    await heard();
    await onCase(applicant.client, 'withdrawResidenceApplication', sent);
    expect(await heard()).toEqual({
      officer: ['CASE_WITHDRAWN'],
      knb: ['CASE_WITHDRAWN'],
      'residence systems': ['WITHDRAWN'],
    });
  });
});

test('a step that is refused tells nothing', async () => {
  const applicant = await applicantOf(desk);
  const submitted = await submit(desk, applicant);
  const heard = listenTo(desk.product, submitted.id, applicant.client);
  await heard();
  const { codes } = await tryOnCase(desk.officer, 'returnForRework', submitted, { reasons: [] });
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect((await tryOnCase(desk.officer, 'sendToKnb', submitted)).codes).toEqual(['WRONG_STATE']);
  expect(await heard()).toEqual({});
});
