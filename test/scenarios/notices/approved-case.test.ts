import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { smallPdf } from '../../support/counter.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import {
  act,
  approvedCase,
  crossing,
  documentsAgree,
  finalApplication,
  inFinalReview,
  officersOf,
  readCase,
  recordFinalChecks,
} from '../../support/final-applications.ts';
import { listenTo, toldTo } from '../../support/notices.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { jobsDone, runJob } from '../../support/queue.ts';
import { onCase } from '../../support/residence-cases.ts';

// B§19–26: who is told what of a residence case after its approval, and who is not.

let product: TestProduct;
let officer: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  officer = product.as('kkq_officer');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const lastTold = async (client: GraphClient, caseId: string) =>
  (await toldTo(client)).findLast((told) => told.caseId === caseId)!;

const recordLapses = () => runJob(product, 'residence.recordLapses');

describe('the arrival (B§19)', () => {
  test('recorded by the officer, is told to the person and to the service centre', async () => {
    const { caseId, client } = await approvedCase(product);
    const heard = listenTo(product, caseId, client);
    await act(officer, 'recordArrival', { id: caseId, expectedVersion: 1 });
    expect(await heard()).toEqual({
      person: ['ARRIVAL_RECORDED'],
      centre: ['ARRIVAL_RECORDED'],
      'residence systems': ['ARRIVED'],
    });
  });

  test('told by the border system, is told to the officers too', async () => {
    const { caseId, client, iin } = await approvedCase(product);
    const heard = listenTo(product, caseId, client);
    await crossing(product, { iin, crossedAt: '2026-03-02T10:00:00+05:00' });
    await jobsDone(product);
    expect(await heard()).toEqual({
      person: ['ARRIVAL_RECORDED'],
      centre: ['ARRIVAL_RECORDED'],
      officer: ['ARRIVAL_RECORDED'],
      'residence systems': ['ARRIVED'],
    });
  });

  test('that did not come in time ends the approval; told late of an arrival in time, the person is told that it holds', async () => {
    const { caseId: id, client, iin } = await approvedCase(product);
    const heard = listenTo(product, id, client);
    product.clock.set('2026-04-02T00:00:00+05:00');
    await recordLapses();
    expect(await heard()).toEqual({
      person: ['APPROVAL_LAPSED'],
      officer: ['CASE_LAPSED'],
      centre: ['CASE_LAPSED'],
      'residence systems': ['LAPSED'],
    });
    const { text } = await lastTold(client, id);
    expect(text).toContain('2026-04-01');
    // Approved on 2 March 2026: a year is barred.
    expect(text).toContain('from 2027-03-03');
    await crossing(product, { iin, crossedAt: '2026-04-01T23:59:59+05:00' });
    await jobsDone(product);
    expect(await heard()).toEqual({
      person: ['APPROVAL_RESTORED'],
      centre: ['ARRIVAL_RECORDED'],
      officer: ['ARRIVAL_RECORDED'],
      'residence systems': ['ARRIVED'],
    });
  });

  test('in time that is told after the end, before the lapse was recorded, is an arrival: nobody was told of a lapse', async () => {
    const { caseId: id, client, iin } = await approvedCase(product);
    const heard = listenTo(product, id, client);
    product.clock.set('2026-04-02T00:00:00+05:00');
    await crossing(product, { iin, crossedAt: '2026-04-01T23:59:59+05:00' });
    await jobsDone(product);
    expect((await heard()).person).toEqual(['ARRIVAL_RECORDED']);
    await recordLapses();
    expect(await heard()).toEqual({});
  });
});

describe('the final decision (B§20–26)', () => {
  test('from the service centre to the permission', async () => {
    const { psc } = officersOf(product);
    const approved = await approvedCase(product);
    const { caseId: id, client } = approved;
    await act(officer, 'recordArrival', { id, expectedVersion: 1 });
    await crossing(product, { iin: approved.iin, crossedAt: '2026-03-02T10:00:00+05:00' });
    await product.database.query(`update residence.residence_case set fingerprinted_at = $1 where id = $2`, [
      '2026-03-02T10:00:00+05:00',
      id,
    ]);
    await jobsDone(product);
    const heard = listenTo(product, id, client);
    await heard();
    const version = async () => ((await readCase(officer, id, 'version')) as { version: number }).version;
    const application = await finalApplication(psc, approved);
    await act(psc, 'registerFinalApplication', { ...application, expectedVersion: await version() });
    expect(await heard()).toEqual({
      person: ['FINAL_APPLICATION_REGISTERED'],
      'residence systems': ['FINAL_REGISTERED'],
    });
    await act(psc, 'sendOriginals', { id, expectedVersion: await version(), trackingNumber: 'KZ123' });
    expect(await heard()).toEqual({ officer: ['ORIGINALS_SENT'], 'residence systems': ['ORIGINALS_SENT'] });
    await act(officer, 'receiveOriginals', { id, expectedVersion: await version() });
    expect(await heard()).toEqual({ 'residence systems': ['FINAL_REVIEW'] });
    await act(officer, 'compareDocuments', { id, expectedVersion: await version(), findings: documentsAgree });
    await recordFinalChecks(product, id);
    expect(await heard()).toEqual({});
    await act(officer, 'decideFinal', { id, expectedVersion: await version(), approves: true });
    expect(await heard()).toEqual({
      person: ['CASE_PERMITTED'],
      centre: ['PERMIT_TO_ISSUE'],
      'residence systems': ['PERMITTED'],
    });
    const { text } = await lastTold(client, id);
    for (const toBring of ['foreign passport', 'this notice', 'receipt of the state duty'])
      expect(text).toContain(toBring);

    await act(psc, 'registerResidence', {
      id,
      expectedVersion: await version(),
      address: 'Astana, Mangilik El 55, 12',
      contract: {
        uploadId: await psc.upload(smallPdf),
        contractWith: 'NATURAL_PERSON',
        notarised: true,
        startsOn: '2026-03-01',
        endsOn: '2026-08-28',
      },
    });
    expect(await heard()).toEqual({});
  });

  test('a refusal is told to the person, with the day from which a new application is possible (B§24)', async () => {
    const approved = await approvedCase(product);
    const { caseId: id, client } = approved;
    const { version } = await inFinalReview(product, approved);
    await recordFinalChecks(product, id);
    const heard = listenTo(product, id, client);
    await heard();
    await act(officer, 'decideFinal', { id, expectedVersion: version, approves: false, reason: 'Договор жалған.' });
    expect(await heard()).toEqual({ person: ['CASE_FINALLY_REFUSED'], 'residence systems': ['FINALLY_REFUSED'] });
    const { text } = await lastTold(client, id);
    // Decided on 4 March 2026.
    expect(text).toContain('from 2027-03-05');
    expect(text).not.toContain('жалған');
  });
});

test('that it was withdrawn is told to the officers and to the service centre', async () => {
  const { caseId: id, client } = await approvedCase(product);
  const heard = listenTo(product, id, client);
  await onCase(client, 'withdrawResidenceApplication', { id, version: 1 });
  expect(await heard()).toEqual({
    officer: ['CASE_WITHDRAWN'],
    centre: ['CASE_WITHDRAWN'],
    'residence systems': ['WITHDRAWN'],
  });
});
