import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  applicantOf,
  attach,
  eApplication,
  onCase,
  payDuty,
  portrait,
  residenceDesk,
  seenBy,
  submit,
  termOf,
  tryOnCase,
  tryToSubmit,
} from '../../support/residence-cases.ts';
import type { Applicant, ResidenceDesk, SeenCase } from '../../support/residence-cases.ts';

// B§12: the officer registers the case within two working days, or returns it; the person has five calendar days to rework it.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());
beforeEach(() => desk.product.clock.set('2026-03-18T11:00:00+05:00'));

const reasons = [
  { document: 'PORTRAIT_PHOTO', text: 'Фотография размыта' },
  { field: 'employers.0.name', text: 'Укажите полное название' },
];

/** Somebody whose e-application was returned just now. */
async function returned(): Promise<{ applicant: Applicant; seen: SeenCase }> {
  const applicant = await applicantOf(desk);
  return { applicant, seen: await onCase(desk.officer, 'returnForRework', await submit(desk, applicant), { reasons }) };
}

/** What is presented anew, with another photo. */
async function reworked(applicant: Applicant) {
  const { passport, criminalRecord } = applicant.documents;
  const photo = await attach(applicant, 'PORTRAIT_PHOTO', {}, await portrait(826, 1062));
  const input: Record<string, unknown> = await eApplication(desk, applicant, {
    documentIds: [passport, photo, criminalRecord],
  });
  for (const stays of ['city', 'petitionId', 'dutyPaymentReference']) delete input[stays];
  return input;
}

async function submissionsOf({ client }: Pick<Applicant, 'client'>, { id }: SeenCase) {
  const query =
    'query S($id: ID!) { residenceCase(id: $id) { submissions { ordinal submittedAt returnedAt returnReasons { document field text } } } }';
  return (await client.ask(query, { id })).residenceCase.submissions as object[];
}

describe('registration', () => {
  test('in time, to the last second: 9 March is off, so what came on 5 March is due on the 10th at 18:30', async () => {
    desk.product.clock.set('2026-03-05T23:59:59+05:00');
    const seen = await submit(desk, await applicantOf(desk));
    desk.product.clock.set('2026-03-10T18:30:00+05:00');
    const registered = await onCase(desk.officer, 'registerCase', seen);
    expect(registered).toMatchObject({ state: 'REGISTERED', registeredAt: '2026-03-10T18:30:00.000+05:00' });
    expect(termOf(registered, 'CASE_REGISTRATION')).toMatchObject({ overdue: false });
    expect(termOf(registered, 'PRELIMINARY_DECISION')).toMatchObject({ endedAt: null });
  });

  test('a second later it is late: whoever heads the office sees it, and it can be registered all the same', async () => {
    desk.product.clock.set('2026-03-05T10:00:00+05:00');
    const seen = await submit(desk, await applicantOf(desk));
    const overdue = async (client = desk.officer) => {
      const { residenceCases } = await client.ask(
        '{ residenceCases(first: 100, filter: { overdue: true, states: [SUBMITTED] }) { edges { node { id } } } }',
      );
      return (residenceCases.edges as { node: { id: string } }[]).some(({ node }) => node.id === seen.id);
    };
    desk.product.clock.set('2026-03-10T18:30:00+05:00');
    expect(await overdue()).toBe(false);
    desk.product.clock.set('2026-03-10T18:30:01+05:00');
    expect(await overdue()).toBe(true);
    expect(await overdue(desk.officerOfAlmaty)).toBe(false);
    expect(termOf(await seenBy(desk.officer, seen), 'CASE_REGISTRATION')).toMatchObject({
      overdue: true,
      remaining: -1,
    });
    const registered = await onCase(desk.officer, 'registerCase', seen);
    expect(termOf(registered, 'CASE_REGISTRATION')).toMatchObject({ overdue: true });
    expect(await overdue()).toBe(false);
  });

  test('two officers at once: one registers or returns it, the other is told that it changed', async () => {
    const seen = await submit(desk, await applicantOf(desk));
    const answers = await Promise.all([
      tryOnCase(desk.officer, 'registerCase', seen),
      tryOnCase(desk.officer, 'returnForRework', seen, { reasons }),
    ]);
    expect(answers.map(({ codes }) => codes[0] ?? 'DONE').toSorted()).toEqual(['CONFLICT', 'DONE']);
  });

  test("an officer of the other city can't, nor the person", async () => {
    const applicant = await applicantOf(desk);
    const seen = await submit(desk, applicant);
    expect((await tryOnCase(desk.officerOfAlmaty, 'registerCase', seen)).codes).toEqual(['NOT_FOUND']);
    expect((await tryOnCase(applicant.client, 'registerCase', seen)).codes).toEqual(['FORBIDDEN']);
  });
});

describe('return', () => {
  test('names what is wrong with which document or field; the person reads it, and has until the end of 26 March (23–25 are off)', async () => {
    const { applicant, seen } = await returned();
    expect(seen).toMatchObject({ state: 'RETURNED', dueAt: '2026-03-27T00:00:00.000+05:00' });
    expect(await submissionsOf(applicant, seen)).toEqual([
      {
        ordinal: 1,
        submittedAt: '2026-03-18T11:00:00.000+05:00',
        returnedAt: '2026-03-18T11:00:00.000+05:00',
        returnReasons: [
          { document: 'PORTRAIT_PHOTO', field: null, text: 'Фотография размыта' },
          { document: null, field: 'employers.0.name', text: 'Укажите полное название' },
        ],
      },
    ]);
    expect(await submissionsOf({ client: desk.officer }, seen)).toHaveLength(1);
    desk.product.clock.set('2026-03-26T23:00:00+05:00');
    const own = await seenBy(applicant.client, seen);
    expect(termOf(own, 'REWORK')).toMatchObject({ remaining: 3600, overdue: false });
    expect(own.availableActions).toEqual(['RESUBMIT', 'WITHDRAW']);
    expect(termOf(own, 'PRELIMINARY_DECISION')).toMatchObject({ endedAt: '2026-03-18T11:00:00.000+05:00' });
  });

  test('without a reason, or with one about nothing or everything, is not accepted', async () => {
    const seen = await submit(desk, await applicantOf(desk));
    const problemsOf = async (given: object[]) => {
      const { errors } = await tryOnCase(desk.officer, 'returnForRework', seen, { reasons: given });
      return errors[0]!.extensions.problems!.map(({ code, path }) => [code, ...path].join(' '));
    };
    expect(await problemsOf([])).toEqual(['RETURN_REASON_MISSING reasons']);
    const both = { document: 'PORTRAIT_PHOTO', field: 'birthPlace', text: 'Почему' };
    expect(await problemsOf([{ text: 'Почему' }, both, { field: 'birthPlace', text: ' ' }])).toEqual([
      'RETURN_REASON_SUBJECT reasons 0',
      'RETURN_REASON_SUBJECT reasons 1',
      'TEXT_EMPTY reasons 2 text',
    ]);
    expect(await seenBy(desk.officer, seen)).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('rework', () => {
  test('to the last second of 26 March; the two and the forty-five days begin anew, the first submission stays', async () => {
    const { applicant, seen } = await returned();
    desk.product.clock.set('2026-03-26T23:59:59+05:00');
    const again = await onCase(applicant.client, 'resubmitResidenceApplication', seen, await reworked(applicant));
    expect(again).toMatchObject({ state: 'SUBMITTED', number: seen.number, dueAt: '2026-03-30T18:30:00.000+05:00' });
    expect(termOf(again, 'CASE_REGISTRATION')).toMatchObject({ startedAt: '2026-03-26T23:59:59.000+05:00' });
    // Forty-five days after 26 March: the end of 10 May.
    expect(termOf(again, 'PRELIMINARY_DECISION')).toMatchObject({ dueAt: '2026-05-11T00:00:00.000+05:00' });
    expect(termOf(again, 'REWORK')).toMatchObject({ overdue: false, endedAt: '2026-03-26T23:59:59.000+05:00' });
    expect(await submissionsOf(applicant, seen)).toMatchObject([
      { ordinal: 1, returnReasons: [{}, {}] },
      { ordinal: 2, submittedAt: '2026-03-26T23:59:59.000+05:00', returnReasons: null },
    ]);
    // Both photos and both questionnaires stand in the case.
    expect(again.documents.map(({ kind }) => kind).toSorted()).toEqual([
      'CRIMINAL_RECORD_CERTIFICATE',
      'IDENTITY_DOCUMENT',
      'PORTRAIT_PHOTO',
      'PORTRAIT_PHOTO',
      'QUESTIONNAIRE',
      'QUESTIONNAIRE',
    ]);
    expect(again.history.map(({ kind }) => kind)).toEqual(['SUBMITTED', 'RETURN_FOR_REWORK', 'RESUBMIT']);
    expect(await onCase(desk.officer, 'returnForRework', again, { reasons })).toMatchObject({ state: 'RETURNED' });
  });

  test('at midnight it is too late: annulled by the clock, and a new application is possible at once, barred by nothing', async () => {
    const { applicant, seen } = await returned();
    const input = await reworked(applicant);
    desk.product.clock.set('2026-03-27T00:00:00+05:00');
    const { codes, errors } = await tryOnCase(applicant.client, 'resubmitResidenceApplication', seen, input);
    expect(codes).toEqual(['TERM_EXPIRED']);
    expect(errors[0]!.extensions).toMatchObject({ state: 'ANNULLED' });
    expect(await seenBy(applicant.client, seen)).toMatchObject({
      state: 'ANNULLED',
      barredUntil: null,
      availableActions: [],
    });
    const dutyPaymentReference = await payDuty(desk, applicant.iin);
    expect(await submit(desk, applicant, { dutyPaymentReference })).toMatchObject({ state: 'SUBMITTED' });
  });

  test('what is still wrong is told at once, and the case stays returned', async () => {
    const { applicant, seen } = await returned();
    const input = await reworked(applicant);
    const { errors } = await tryOnCase(applicant.client, 'resubmitResidenceApplication', seen, {
      ...input,
      documentIds: [applicant.documents.passport],
    });
    expect(errors[0]!.extensions.problems!.map(({ code }) => code)).toEqual([
      'PHOTO_MISSING',
      'CRIMINAL_RECORD_MISSING',
    ]);
    expect(await seenBy(applicant.client, seen)).toMatchObject({ state: 'RETURNED' });
  });

  test('nobody reworks what is somebody else’s', async () => {
    const [{ seen }, other] = [await returned(), await returned()];
    const { codes } = await tryOnCase(
      other.applicant.client,
      'resubmitResidenceApplication',
      seen,
      await reworked(other.applicant),
    );
    expect(codes).toEqual(['NOT_FOUND']);
  });

  test('no second application meanwhile', async () => {
    const { applicant } = await returned();
    const input = await eApplication(desk, applicant, { dutyPaymentReference: await payDuty(desk, applicant.iin) });
    expect((await tryToSubmit(applicant, input)).codes).toEqual(['WRONG_STATE']);
  });
});
