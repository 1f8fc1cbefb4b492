import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act as actAtCounter, apply, person, presentHead } from '../../support/counter.ts';
import { applyForSchmidt, erika, formNumber } from '../../support/corrections.ts';
import {
  act,
  crossing,
  documentsAgree,
  finalApplication,
  fingerprints,
  readCase,
} from '../../support/final-applications.ts';
import { actOn, PetitionDesk } from '../../support/petitions.ts';
import type { Petitioner } from '../../support/petitions.ts';
import { jobsDone, runJob } from '../../support/queue.ts';
import { applicantOf, bothClear, decided, onCase, residenceDesk, submit } from '../../support/residence-cases.ts';
import type { ResidenceDesk } from '../../support/residence-cases.ts';

// A notice goes out by e-mail, and to systems of others: whatever happens, in no language does it say who the person is, or why something was decided.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());

const reason = 'ҚҰПИЯ СЕБЕП';
/** What must not occur: names, numbers and births of the persons of these tests, and every reason. */
const forbidden = [
  /nomad|номад|lina\b|лина\b|mustermann|мустерманн|erika|эрика|schmidt|шмидт|berlin|берлин/i,
  /1985-03-12|12\.03\.1985|1964-08-12|12\.08\.1964|1975-01-02|02\.01\.1975/,
  /@|\+49/,
  /N\d{8}|C01X\w+|\d{12}/i,
  new RegExp(`${reason}|КНБ возразил|Возражаем`, 'i'),
];

test('of all that is told, from the application for a number to the residence permit, and of the ways that end before', async () => {
  await numbers();
  await petitions();
  await throughToThePermit();
  await endsBefore();

  const { rows } = await desk.product.database.query<{ kind: string; title: object; text: object; number: string }>(
    'select kind, title, text, case_number as number from kit.notice',
  );
  // Enough was told to find something.
  expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThan(25);
  const told = rows.map(({ kind, title, text, number }) => ({ kind, words: JSON.stringify([title, text, number]) }));
  expect(told.filter(({ words }) => forbidden.some((each) => each.test(words)))).toEqual([]);
  // Nothing that varies was forgotten.
  expect(told.filter(({ words }) => /\{\w+\}|\b(undefined|null)\b/.test(words))).toEqual([]);
});

test('the words that are looked for are those of the persons of these tests', async () => {
  const { rows } = await desk.product.database.query<{ words: string }>(
    `select concat_ws(' ', latin_name, cyrillic_name, birth_date, travel_document ->> 'number', iin, refusal_reason) as words from residence.residence_case
     union all select concat_ws(' ', latin_name, birth_date, iin, refusal_reason) from iin.application
     union all select concat_ws(' ', latin_name, iin, refusal_reason) from residence.petition`,
  );
  expect(rows.length).toBeGreaterThan(8);
  expect(rows.filter(({ words }) => !forbidden.some((each) => each.test(words)))).toEqual([]);
});

/** Of applications: one formed, one corrected, one refused, one late. */
async function numbers(): Promise<void> {
  const { product } = desk;
  const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
  const { iin } = await formNumber(consul, operator, erika('1975-01-02'));
  const correction = await applyForSchmidt(consul, iin, '1975-01-02');
  await actAtCounter(operator, 'takeIinApplication', correction, 1);
  await actAtCounter(operator, 'correctIin', correction, 2);
  const refused = await apply(consul, await presentHead(consul, person()));
  await actAtCounter(operator, 'takeIinApplication', refused, 1);
  await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { state } } }', {
    input: {
      ...{ id: refused, expectedVersion: 2, grounds: ['NOT_COMPLIANT_WITH_REQUIREMENTS'], reason },
      marks: [{ field: 'LATIN_SURNAME', remark: reason }],
    },
  });
  await apply(consul, await presentHead(consul, person()));
  await at('2026-03-05T10:00:00+05:00', 'iin');
}

/** Of petitions: one that is refused, one that is missed, one that is to be signed and withdrawn, one that is late. */
async function petitions(): Promise<void> {
  desk.product.clock.set('2026-03-02T10:00:00+05:00');
  const hub = desk.product.as('hub_officer');
  const petitions = new PetitionDesk(desk.product);
  const withdraw = ({ client, petitionId }: Petitioner) => actOn(client, 'withdrawPetition', petitionId);
  await withdraw(await petitions.passed());
  const [startsAt, other] = petitions.times();
  const { petitionId: missed } = await petitions.agreed(startsAt, other);
  desk.product.clock.set(startsAt);
  await actOn(hub, 'recordInterview', missed, { outcome: 'MISSED', result: reason });
  await at('2026-03-12T10:00:00+05:00');
  const { petitionId: refused } = await petitions.agreed('2026-03-13T10:00:00+05:00', '2026-03-13T10:30:00+05:00');
  desk.product.clock.set('2026-03-13T10:00:00+05:00');
  await actOn(hub, 'recordInterview', refused, { outcome: 'FAILED', result: reason });
}

async function throughToThePermit(): Promise<void> {
  const { product, officer } = desk;
  product.clock.set('2026-03-02T10:00:00+05:00');
  const psc = product.as('psc_officer');
  const applicant = await applicantOf(desk);
  const { id, approvalNumber } = await decided(desk, applicant, true);
  await at('2026-03-26T10:00:00+05:00');
  await crossing(product, { iin: applicant.iin, crossedAt: '2026-03-26T10:00:00+05:00' });
  await fingerprints(product, { iin: applicant.iin, takenAt: '2026-03-26T10:00:00+05:00' });
  await jobsDone(product);
  const { version } = await readCase(psc, id, 'version');
  const application = await finalApplication(psc, { ...applicant, approvalNumber: approvalNumber! });
  const registered = await act(psc, 'registerFinalApplication', { ...application, expectedVersion: version });
  await at('2026-04-10T10:00:00+05:00');
  const sent = await act(psc, 'sendOriginals', { id, expectedVersion: registered.version, trackingNumber: 'KZ1' });
  const received = await act(officer, 'receiveOriginals', { id, expectedVersion: sent.version });
  const compared = await act(officer, 'compareDocuments', {
    ...{ id, expectedVersion: received.version, findings: documentsAgree },
  });
  const checked = await onCase(officer, 'recordChecks', compared, bothClear);
  await act(officer, 'decideFinal', { id, expectedVersion: checked.version, approves: true });
}

/** Of cases: one refused, one withdrawn at the KNB, one annulled, one lapsed and restored. */
async function endsBefore(): Promise<void> {
  const { product, officer } = desk;
  product.clock.set('2026-03-02T10:00:00+05:00');
  await decided(desk, await applicantOf(desk), false);
  const applicants = [await applicantOf(desk), await applicantOf(desk), await applicantOf(desk)] as const;
  const withdrawn = await submit(desk, applicants[0]);
  await onCase(applicants[0].client, 'withdrawResidenceApplication', withdrawn);
  const returned = await submit(desk, applicants[1]);
  await onCase(officer, 'returnForRework', returned, { reasons: [{ document: 'DUTY_RECEIPT', text: reason }] });
  await decided(desk, applicants[2], true);
  product.clock.set('2026-04-20T10:00:00+05:00');
  await runJob(product, 'residence.recordLapses');
  await crossing(product, { iin: applicants[2].iin, crossedAt: '2026-04-01T10:00:00+05:00' });
  await jobsDone(product);
}

async function at(moment: string, subgraph = 'residence'): Promise<void> {
  desk.product.clock.set(moment);
  await runJob(desk.product, `${subgraph}.remind`);
}
