import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smallPdf } from '../../support/counter.ts';
import {
  act,
  approvedCase,
  crossing,
  documentsAgree,
  finalApplication,
  fingerprints,
  officersOf,
  readCase,
  recordFinalChecks,
} from '../../support/final-applications.ts';
import { readPdf } from '../../support/pdf.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { jobsDone } from '../../support/queue.ts';

// B§19–26: somebody whose case was approved arrives, applies at the service centre, is permitted to reside, registers the residence and gets the permit.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('the whole way from the preliminary approval to the residence permit', async () => {
  const { kkq, psc } = officersOf(product);
  const nomad = await approvedCase(product);
  const { caseId: id, iin, client } = nomad;
  const seen = (fields: string) => readCase(client, id, fields);

  // Arrival: the border system tells of it, and the approval stays alive (B§19).
  product.clock.set('2026-03-05T08:00:00+05:00');
  expect((await crossing(product, { iin, crossedAt: '2026-03-05T07:40:00+05:00' })).codes).toEqual([]);
  await jobsDone(product);
  expect(await seen('state arrivedAt borderCrossedAt fingerprintedAt dueAt')).toEqual({
    state: 'ARRIVED',
    arrivedAt: '2026-03-05T07:40:00.000+05:00',
    borderCrossedAt: '2026-03-05T07:40:00.000+05:00',
    fingerprintedAt: null,
    dueAt: null,
  });
  await fingerprints(product, { iin, takenAt: '2026-03-05T07:59:00+05:00' });
  await jobsDone(product);

  // The application at the service centre, on Friday 6 March: due on the next working day, Tuesday the 10th (B§21).
  product.clock.set('2026-03-06T11:00:00+05:00');
  const application = await finalApplication(psc, nomad);
  const { version } = await readCase(psc, id, 'version');
  const registered = await act(psc, 'registerFinalApplication', { ...application, expectedVersion: version });
  expect(registered).toMatchObject({ state: 'FINAL_REGISTERED', dueAt: '2026-03-10T18:30:00.000+05:00' });
  const sent = await act(psc, 'sendOriginals', {
    id,
    expectedVersion: registered.version,
    trackingNumber: 'KZ 0042',
  });
  expect(sent).toMatchObject({ state: 'ORIGINALS_SENT', dueAt: null });
  expect(await readCase(kkq, id, 'trackingNumber availableActions')).toEqual({
    trackingNumber: 'KZ 0042',
    availableActions: ['RECEIVE_ORIGINALS'],
  });

  // The originals come on Tuesday 10 March: three working days end on Friday the 13th (B§22).
  product.clock.set('2026-03-10T09:30:00+05:00');
  const received = await act(kkq, 'receiveOriginals', { id, expectedVersion: sent.version });
  expect(received).toMatchObject({ state: 'FINAL_REVIEW', dueAt: '2026-03-13T18:30:00.000+05:00' });
  await recordFinalChecks(product, id);
  const compared = await act(kkq, 'compareDocuments', {
    id,
    expectedVersion: received.version,
    findings: documentsAgree,
  });
  const permitted = await act(kkq, 'decideFinal', { id, expectedVersion: compared.version, approves: true });
  expect(permitted).toMatchObject({ state: 'PERMITTED', dueAt: null });

  // The notice is in the cabinet (B§23).
  const { documents, finalDecidedAt } = await seen('finalDecidedAt documents { id kind stage }');
  expect(finalDecidedAt).toBe('2026-03-10T09:30:00.000+05:00');
  const notice = documents.find(({ kind }: { kind: string }) => kind === 'PERMISSION');
  const pdf = Buffer.from(await (await client.get(`/documents/${notice.id}`)).arrayBuffer());
  const [page] = await readPdf(pdf);
  expect(page!.left).toContain('тұрақты тұруға рұқсат беру туралы ХАБАРЛАМА');
  expect(page!.right).toContain('УВЕДОМЛЕНИЕ о разрешении на постоянное проживание');
  for (const column of [page!.left, page!.right])
    expect(column).toEqual(expect.stringMatching(new RegExp(`Номад Лина.*12.03.1985.*${iin}.*10.03.2026`)));

  // Registration of residence and the permit (B§25, B§26).
  product.clock.set('2026-03-16T10:00:00+05:00');
  const residing = await act(psc, 'registerResidence', {
    id,
    expectedVersion: permitted.version,
    address: 'Astana, Mangilik El 55, 12',
    contract: {
      uploadId: await psc.upload(smallPdf),
      contractWith: 'NATURAL_PERSON',
      notarised: true,
      startsOn: '2026-03-01',
      endsOn: '2026-08-28',
    },
  });
  const issued = await act(psc, 'issuePermit', {
    id,
    expectedVersion: residing.version,
    passport: { uploadId: await psc.upload(smallPdf), expiresOn: '2033-10-31' },
    noticeShown: true,
    receipt: { uploadId: await psc.upload(smallPdf), amount: '865', paidOn: '2026-03-13' },
  });
  expect(issued.state).toBe('PERMIT_ISSUED');
  expect(await seen('permitNumber residenceRegisteredAt barredUntil')).toEqual({
    permitNumber: 'RES-2026-000001',
    residenceRegisteredAt: '2026-03-16T10:00:00.000+05:00',
    barredUntil: null,
  });
  const { history } = await seen('history { kind }');
  expect(history.map(({ kind }: { kind: string }) => kind)).toEqual([
    'BORDER_CROSSED',
    'RECORD_ARRIVAL',
    'FINGERPRINTED',
    'REGISTER_FINAL_APPLICATION',
    'SEND_ORIGINALS',
    'RECEIVE_ORIGINALS',
    'APPROVE_FINAL',
    'REGISTER_RESIDENCE',
    'ISSUE_PERMIT',
  ]);
});
