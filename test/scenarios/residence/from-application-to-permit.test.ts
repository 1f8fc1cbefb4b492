import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { smallPdf } from '../../support/counter.ts';
import {
  act,
  crossing,
  documentsAgree,
  finalApplication,
  fingerprints,
  readCase,
} from '../../support/final-applications.ts';
import { jobsDone, runJob } from '../../support/queue.ts';
import { applicantOf, bothClear, decided, onCase, residenceDesk } from '../../support/residence-cases.ts';
import type { ResidenceDesk } from '../../support/residence-cases.ts';

// B§10–26 in one piece: what one stage leaves behind is what the next one begins with.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());
beforeEach(() => desk.product.clock.set('2026-03-02T10:00:00+05:00'));

test('from the e-application to the residence permit', async () => {
  const { product, officer } = desk;
  const psc = product.as('psc_officer');
  const applicant = await applicantOf(desk);
  const { id, approvalNumber } = await decided(desk, applicant, true);
  await crossing(product, { iin: applicant.iin, crossedAt: '2026-03-02T10:00:00+05:00' });
  await fingerprints(product, { iin: applicant.iin, takenAt: '2026-03-02T10:00:00+05:00' });
  await jobsDone(product);

  const { version } = await readCase(psc, id, 'version');
  const application = await finalApplication(psc, { ...applicant, approvalNumber: approvalNumber! });
  const registered = await act(psc, 'registerFinalApplication', { ...application, expectedVersion: version });
  const sent = await act(psc, 'sendOriginals', { id, expectedVersion: registered.version, trackingNumber: 'KZ1' });
  const received = await act(officer, 'receiveOriginals', { id, expectedVersion: sent.version });

  const { documentComparison } = await readCase(officer, id, 'documentComparison { field same earlierDocumentId }');
  const earlier = (name: string) =>
    documentComparison.find(({ field }: { field: string }) => field === name).earlierDocumentId as string | null;
  expect(documentComparison.filter(({ same }: { same: boolean | null }) => same === false)).toEqual([]);
  expect(earlier('IDENTITY_DOCUMENT')).toBe(applicant.documents.passport);
  expect(earlier('PORTRAIT_PHOTO')).toBe(applicant.documents.photo);
  expect(earlier('CRIMINAL_RECORD_CERTIFICATE')).toBe(applicant.documents.criminalRecord);
  expect(earlier('QUESTIONNAIRE')).not.toBeNull();

  // The checks of the preliminary review are not those of this one (B§22).
  const findings = documentsAgree;
  const compared = await act(officer, 'compareDocuments', { id, expectedVersion: received.version, findings });
  expect((await readCase(officer, id, 'availableActions')).availableActions).not.toContain('APPROVE_FINAL');
  const checked = await onCase(officer, 'recordChecks', compared, bothClear);
  const permitted = await act(officer, 'decideFinal', { id, expectedVersion: checked.version, approves: true });
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
    receipt: { uploadId: await psc.upload(smallPdf), amount: '865', paidOn: '2026-03-02' },
  });
  expect(issued.state).toBe('PERMIT_ISSUED');

  await jobsDone(product);
  const { statistics } = await product.as('auditor').ask(
    `{ statistics(filter: { service: RESIDENCE, from: "2026-03-02", until: "2026-03-02", city: ASTANA }) {
         counts { received done onTime } groups(by: OFFICE) { name { en } counts { received } } steps { step count running } } }`,
  );
  expect(statistics.counts).toEqual({ received: 1, done: 1, onTime: 1 });
  expect(statistics.groups).toMatchObject([{ counts: { received: 1 } }]);
  const through = ['CASE_REGISTRATION', 'PRELIMINARY_DECISION', 'KNB_AGREEMENT', 'APPROVAL_VALIDITY'];
  const after = ['COMING_TO_SERVICE_CENTRE', 'PSC_REGISTRATION', 'COURIER', 'FINAL_REVIEW', 'PERMIT'];
  expect(statistics.steps).toEqual([...through, ...after].map((step) => ({ step, count: 1, running: 0 })));
});

test('a lapse that was recorded is undone when the border system tells late of an arrival in time', async () => {
  const { product } = desk;
  const applicant = await applicantOf(desk);
  const { id } = await decided(desk, applicant, true);
  const seen = () => readCase(applicant.client, id, 'state arrivedAt barredUntil');
  // Decided on 2 March: the thirty days end with Wednesday 1 April; a new application would be possible from 3 March 2027.
  product.clock.set('2026-04-02T00:00:00+05:00');
  await runJob(product, 'residence.recordLapses');
  expect(await seen()).toEqual({ state: 'LAPSED', arrivedAt: null, barredUntil: '2027-03-02' });
  await crossing(product, { iin: applicant.iin, crossedAt: '2026-04-01T23:59:59+05:00' });
  await jobsDone(product);
  expect(await seen()).toEqual({ state: 'ARRIVED', arrivedAt: '2026-04-01T23:59:59.000+05:00', barredUntil: null });
});
