import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../subgraphs/kit/ids.ts';
import { complaintCallingFor } from '../../support/complaint-rows.ts';
import {
  act,
  approvedCase,
  documentsAgree,
  inFinalReview,
  officersOf,
  recordFinalChecks,
} from '../../support/final-applications.ts';
import type { Answer, GraphClient } from '../../support/graph-client.ts';
import { readPdf } from '../../support/pdf.ts';
import { eventually } from '../../support/eventually.ts';
import {
  applicantOf,
  caseSelection,
  decided,
  eApplication,
  onCase,
  payDuty,
  residenceDesk,
  seenBy,
  submit,
  termOf,
  tryOnCase,
  tryToSubmit,
} from '../../support/residence-cases.ts';
import type { Applicant, ResidenceDesk, SeenCase } from '../../support/residence-cases.ts';

// A§15-3, for order B by the same rules (policy): a case that a complaint has reopened goes on where it had ended, and bars nothing any more.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());

const set = (moment: string) => desk.product.clock.set(moment);

const reopenMutation = `mutation Reopen($input: ReopenCaseInput!) { reopenCase(input: $input) { residenceCase { ${caseSelection} } } }`;

function tryToReopen({ id, version }: SeenCase, complaintId: string, client = desk.officer): Promise<Answer> {
  return client.send(reopenMutation, { input: { id, expectedVersion: version, complaintId } });
}

/** Has a case reopened after a complaint; answers the case. */
async function reopen(seen: SeenCase): Promise<SeenCase> {
  const complaintId = await complaintCallingFor(desk.product, { about: 'RESIDENCE_CASE', id: seen.id });
  const { data, errors } = await tryToReopen(seen, complaintId);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.reopenCase.residenceCase as SeenCase;
}

const codesOf = ({ errors }: Answer) =>
  errors.map(({ extensions: { code, state, reason } }) => [code, reason ?? state].filter(Boolean));

const runningIn = ({ terms }: SeenCase) =>
  terms.filter(({ endedAt }) => endedAt === null).map(({ kind, dueAt }) => [kind, dueAt]);

async function earlierOf(client: GraphClient, { id }: SeenCase, fields: string) {
  const query = `query E($id: ID!) { residenceCase(id: $id) { earlierDecisions { ${fields} } } }`;
  return (await client.ask(query, { id })).residenceCase.earlierDecisions;
}

/** Refused on 10 February 2026, since the KNB objected. */
async function refused(): Promise<{ applicant: Applicant; seen: SeenCase }> {
  set('2026-02-10T11:00:00+05:00');
  const applicant = await applicantOf(desk);
  return { applicant, seen: await decided(desk, applicant, false) };
}

describe('refused preliminarily', () => {
  test('it is registered again, with forty-five days from the reopening (B§16), and barred by nothing', async () => {
    const { applicant, seen } = await refused();
    expect(seen.barredUntil).toBe('2027-02-10');
    set('2026-03-02T10:00:00+05:00');
    const reopened = await reopen(seen);
    expect(reopened).toMatchObject({ state: 'REGISTERED', refusalReason: null, barredUntil: null });
    expect(reopened.dueAt).toBe('2026-04-17T00:00:00.000+05:00');
    expect(runningIn(reopened)).toEqual([['PRELIMINARY_DECISION', '2026-04-17T00:00:00.000+05:00']]);
    expect(reopened.availableActions).toEqual(['RECORD_CHECKS', 'SEND_TO_KNB']);
    // It is the person's open case again: no other one beside it.
    const dutyPaymentReference = await payDuty(desk, applicant.iin);
    const another = await tryToSubmit(applicant, await eApplication(desk, applicant, { dutyPaymentReference }));
    expect(codesOf(another)).toEqual([['WRONG_STATE', 'CASE_OPEN']]);
  });

  test('the KNB is asked anew: until then it neither sees the case, nor is its old answer one', async () => {
    const { seen } = await refused();
    const knows = async () => (await desk.knb.send(`{ residenceCase(id: "${seen.id}") { state } }`)).codes;
    expect(await knows()).toEqual([]);
    const reopened = await reopen(seen);
    expect(await knows()).toEqual(['NOT_FOUND']);
    const { residenceCase } = await desk.officer.ask(`{ residenceCase(id: "${seen.id}") { knbAgreement { agreed } } }`);
    expect(residenceCase.knbAgreement).toBeNull();
    expect(codesOf(await tryOnCase(desk.officer, 'decidePreliminary', reopened, { approves: true }))).toEqual([
      ['WRONG_STATE', 'REGISTERED'],
    ]);
    const sent = await onCase(desk.officer, 'sendToKnb', reopened);
    const answered = await onCase(desk.knb, 'answerKnb', sent, { agrees: true });
    expect(await onCase(desk.officer, 'decidePreliminary', answered, { approves: true })).toMatchObject({
      state: 'PRELIMINARILY_APPROVED',
      approvalNumber: expect.stringMatching(/^PRA-2026-\d{6}$/),
    });
  });

  test('what was refused stays in it: the decision, the notice, what happened', async () => {
    const { applicant, seen } = await refused();
    set('2026-03-02T10:00:00+05:00');
    const reopened = await reopen(seen);
    const told = { state: 'PRELIMINARILY_REFUSED', refusalReason: 'КНБ возразил.' };
    expect(await earlierOf(applicant.client, seen, 'state decidedAt refusalReason reopenedAt')).toEqual([
      { ...told, decidedAt: '2026-02-10T11:00:00.000+05:00', reopenedAt: '2026-03-02T10:00:00.000+05:00' },
    ]);
    expect(reopened.documents.map(({ kind }) => kind)).toContain('PRELIMINARY_REFUSAL');
    expect(reopened.history.slice(-3).map(({ kind }) => kind)).toEqual(['OBJECT', 'REFUSE_PRELIMINARY', 'REOPEN']);
    // Why the KNB had objected is between it and the migration service.
    const knbAgreement = { agreed: false, reason: 'Возражаем' };
    expect(await earlierOf(desk.officer, seen, 'knbAgreement { agreed reason }')).toEqual([{ knbAgreement }]);
    const query = `{ residenceCase(id: "${seen.id}") { earlierDecisions { knbAgreement { reason } } } }`;
    expect((await applicant.client.send(query)).codes).toEqual(['FORBIDDEN']);
  });
});

describe('annulled, since nobody reworked it in time', () => {
  /** Returned on 18 March 2026: annulled at the midnight after the 26th. */
  async function annulled(): Promise<{ applicant: Applicant; seen: SeenCase }> {
    set('2026-03-18T11:00:00+05:00');
    const applicant = await applicantOf(desk);
    const reasons = [{ document: 'PORTRAIT_PHOTO', text: 'Размыто' }];
    const returned = await onCase(desk.officer, 'returnForRework', await submit(desk, applicant), { reasons });
    set('2026-04-01T11:00:00+05:00');
    return { applicant, seen: await seenBy(desk.officer, returned) };
  }

  const state = ({ id }: SeenCase) =>
    desk.product.database.query('select state from residence.residence_case where id = $1', [id]);

  test.each(['before a job has recorded that', 'after it has'])('it may be reworked anew, %s', async (when) => {
    const { applicant, seen } = await annulled();
    expect(seen.state).toBe('ANNULLED');
    if (when === 'after it has') {
      await desk.product.database.query(`select graphile_worker.add_job('residence.recordLapses', '{}')`);
      await eventually(async () => expect((await state(seen)).rows).toEqual([{ state: 'ANNULLED' }]));
    }
    const reopened = await reopen(await seenBy(desk.officer, seen));
    expect(reopened.state).toBe('RETURNED');
    // Five calendar days from Wednesday 1 April.
    expect(runningIn(reopened)).toEqual([['REWORK', '2026-04-07T00:00:00.000+05:00']]);
    set('2026-04-06T23:59:59+05:00');
    const reworked = await eApplication(desk, applicant);
    const { applicantId, applicantVersion, documentIds, questionnaireId, signature } = reworked;
    const presented = { applicantId, applicantVersion, documentIds, questionnaireId, signature };
    const resubmitted = await onCase(applicant.client, 'resubmitResidenceApplication', reopened, presented);
    expect(resubmitted.state).toBe('SUBMITTED');
  });

  test('it is annulled again at the midnight after the new last day', async () => {
    const { seen } = await annulled();
    const reopened = await reopen(seen);
    set('2026-04-06T23:59:59+05:00');
    expect((await seenBy(desk.officer, reopened)).state).toBe('RETURNED');
    set('2026-04-07T00:00:00+05:00');
    expect((await seenBy(desk.officer, reopened)).state).toBe('ANNULLED');
  });
});

describe('an approval that had lapsed', () => {
  /** Approved on Monday 6 April 2026, lapsed at the midnight after 6 May, looked at on Tuesday 12 May. */
  async function lapsed(): Promise<{ applicant: Applicant; seen: SeenCase }> {
    set('2026-04-06T11:00:00+05:00');
    const applicant = await applicantOf(desk);
    const approved = await decided(desk, applicant, true);
    set('2026-05-12T11:00:00+05:00');
    return { applicant, seen: await seenBy(desk.officer, approved) };
  }

  test('is valid for thirty days more, by the same number, with a notice that says so; it bars nothing', async () => {
    const { applicant, seen } = await lapsed();
    expect(seen).toMatchObject({ state: 'LAPSED', barredUntil: '2027-04-06' });
    const reopened = await reopen(seen);
    expect(reopened).toMatchObject({
      state: 'PRELIMINARILY_APPROVED',
      approvalNumber: seen.approvalNumber,
      barredUntil: null,
    });
    // Through Thursday 11 June.
    expect(termOf(reopened, 'APPROVAL_VALIDITY')?.dueAt).toBe('2026-06-12T00:00:00.000+05:00');
    expect(runningIn(reopened)).toHaveLength(1);
    const notices = reopened.documents.filter(({ kind }) => kind === 'PRELIMINARY_APPROVAL');
    expect(notices).toHaveLength(2);
    const bytes = Buffer.from(await (await applicant.client.get(`/documents/${notices[1]!.id}`)).arrayBuffer());
    const words = (await readPdf(bytes)).map(({ left }) => left).join(' ');
    expect(words).toContain('11.06.2026');
    expect(words).toContain(seen.approvalNumber);
    set('2026-06-11T23:59:59+05:00');
    expect(await act(desk.officer, 'recordArrival', { id: seen.id, expectedVersion: reopened.version })).toMatchObject({
      state: 'ARRIVED',
    });
  });

  test('lapses again, and then bars until a year after the decision', async () => {
    const { seen } = await lapsed();
    const reopened = await reopen(seen);
    set('2026-06-12T00:00:00+05:00');
    expect(await seenBy(desk.officer, reopened)).toMatchObject({ state: 'LAPSED', barredUntil: '2027-04-06' });
  });
});

describe('refused finally', () => {
  /** Refused on Wednesday 4 March 2026, when the originals had come; all that a permission needs is there. */
  async function finallyRefused(): Promise<SeenCase> {
    const { product } = desk;
    set('2026-03-02T10:00:00+05:00');
    const nomad = await approvedCase(product);
    const { kkq } = officersOf(product);
    const { version } = await inFinalReview(product, nomad);
    const { caseId: id } = nomad;
    await recordFinalChecks(product, id);
    const compared = await act(kkq, 'compareDocuments', { id, expectedVersion: version, findings: documentsAgree });
    const refusal = { id, expectedVersion: compared.version, approves: false, reason: 'Жильё не подтверждено.' };
    await act(kkq, 'decideFinal', refusal);
    await product.database.query(
      `update residence.residence_case set border_crossed_at = $2, fingerprinted_at = $2 where id = $1`,
      [id, '2026-03-02T10:00:00+05:00'],
    );
    return seenBy(kkq, { id });
  }

  test('it is in the final review again, for three working days, and may be permitted', async () => {
    const seen = await finallyRefused();
    expect(seen).toMatchObject({ state: 'FINALLY_REFUSED', barredUntil: '2027-03-04' });
    // Friday; the three working days are the 26th, the 27th and Monday the 30th.
    set('2026-03-20T11:00:00+05:00');
    const reopened = await reopen(seen);
    expect(reopened).toMatchObject({ state: 'FINAL_REVIEW', barredUntil: null, refusalReason: null });
    expect(runningIn(reopened)).toEqual([['FINAL_REVIEW', '2026-03-30T18:30:00.000+05:00']]);
    const { id, version: expectedVersion } = reopened;
    const permitted = await act(desk.officer, 'decideFinal', { id, expectedVersion, approves: true });
    expect(permitted.state).toBe('PERMITTED');
    expect(await earlierOf(desk.officer, seen, 'state refusalReason knbAgreement { agreed }')).toEqual([
      { state: 'FINALLY_REFUSED', refusalReason: 'Жильё не подтверждено.', knbAgreement: null },
    ]);
  });
});

describe('nothing is reopened', () => {
  test.each([
    ['for a complaint whose decision does not ask for it', { follow_up: null }],
    ['for one about another case', { subject_id: newId() }],
    ['for one that was followed already', { follow_up_done_at: '2026-03-02T10:00:00+05:00' }],
  ])('%s', async (_why, told) => {
    const { seen } = await refused();
    const complaintId = await complaintCallingFor(desk.product, { about: 'RESIDENCE_CASE', id: seen.id }, told);
    expect(codesOf(await tryToReopen(seen, complaintId))).toEqual([['WRONG_STATE', 'PRELIMINARILY_REFUSED']]);
    expect(await seenBy(desk.officer, seen)).toEqual(seen);
  });

  test('by an officer of another city, who sees neither the complaint nor the case', async () => {
    const { seen } = await refused();
    const ofAstana = await complaintCallingFor(desk.product, { about: 'RESIDENCE_CASE', id: seen.id });
    const about = { about: 'RESIDENCE_CASE', id: seen.id } as const;
    const ofAlmaty = await complaintCallingFor(desk.product, about, { city: 'ALMATY' });
    for (const complaintId of [ofAstana, ofAlmaty])
      expect((await tryToReopen(seen, complaintId, desk.officerOfAlmaty)).codes).toEqual(['NOT_FOUND']);
    expect((await tryToReopen(seen, ofAstana)).codes).toEqual([]);
  });

  test('by the person', async () => {
    const { applicant, seen } = await refused();
    const complaintId = await complaintCallingFor(desk.product, { about: 'RESIDENCE_CASE', id: seen.id });
    expect((await tryToReopen(seen, complaintId, applicant.client)).codes).toEqual(['FORBIDDEN']);
  });

  test('what goes on, or was withdrawn', async () => {
    set('2026-03-02T10:00:00+05:00');
    const applicant = await applicantOf(desk);
    const submitted = await submit(desk, applicant);
    const complaintId = await complaintCallingFor(desk.product, { about: 'RESIDENCE_CASE', id: submitted.id });
    expect(codesOf(await tryToReopen(submitted, complaintId))).toEqual([['WRONG_STATE', 'SUBMITTED']]);
    const withdrawn = await onCase(applicant.client, 'withdrawResidenceApplication', submitted);
    expect(codesOf(await tryToReopen(withdrawn, complaintId))).toEqual([['WRONG_STATE', 'WITHDRAWN']]);
  });

  test('while another case of the person is open; and once that is withdrawn, it is', async () => {
    const { applicant, seen } = await refused();
    set('2027-02-11T10:00:00+05:00');
    const paid = await payDuty(desk, applicant.iin, { amount: '17300', paidAt: '2026-12-30T10:00:00+05:00' });
    const another = await submit(desk, applicant, { dutyPaymentReference: paid });
    const complaintId = await complaintCallingFor(desk.product, { about: 'RESIDENCE_CASE', id: seen.id });
    expect(codesOf(await tryToReopen(seen, complaintId))).toEqual([['WRONG_STATE', 'CASE_OPEN']]);
    await onCase(applicant.client, 'withdrawResidenceApplication', another);
    set('2026-12-01T10:00:00+05:00');
    expect((await tryToReopen(seen, complaintId)).codes).toEqual([]);
  });
});

test('each complaint has it reopened once, also before the complaint knows of it', async () => {
  const { seen } = await refused();
  const complaintId = await complaintCallingFor(desk.product, { about: 'RESIDENCE_CASE', id: seen.id });
  const { data } = await tryToReopen(seen, complaintId);
  const sent = await onCase(desk.officer, 'sendToKnb', data.reopenCase.residenceCase as SeenCase);
  const answered = await onCase(desk.knb, 'answerKnb', sent, { agrees: false, reason: 'Всё равно.' });
  const again = await onCase(desk.officer, 'decidePreliminary', answered, { approves: false, reason: 'Нет.' });
  await desk.product.database.query('update complaints.complaint set follow_up_done_at = null where id = $1', [
    complaintId,
  ]);
  expect(codesOf(await tryToReopen(again, complaintId))).toEqual([['WRONG_STATE', 'PRELIMINARILY_REFUSED']]);
  expect((await reopen(again)).state).toBe('REGISTERED');
});
