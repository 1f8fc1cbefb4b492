import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readPdf } from '../../support/pdf.ts';
import {
  applicantOf,
  bothClear,
  decided,
  onCase,
  residenceDesk,
  seenBy,
  sentToKnb,
  submit,
  termOf,
  tryOnCase,
} from '../../support/residence-cases.ts';
import type { ResidenceDesk, SeenCase } from '../../support/residence-cases.ts';

// B§13–19: the checks, the agreement of the KNB, the preliminary decision and its notice.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());
beforeEach(() => desk.product.clock.set('2026-04-06T11:00:00+05:00'));

/** What a notice says: both columns. */
async function noticeOf({ documents }: SeenCase, kind: string): Promise<string> {
  const { id } = documents.find((document) => document.kind === kind)!;
  const pdf = Buffer.from(await (await desk.officer.get(`/documents/${id}`)).arrayBuffer());
  return (await readPdf(pdf)).map(({ left, right }) => `${left} ${right}`).join(' ');
}

describe('the checks (B§13)', () => {
  test('both are recorded before the KNB is asked; what was found is said', async () => {
    const registered = await onCase(desk.officer, 'registerCase', await submit(desk, await applicantOf(desk)));
    expect((await tryOnCase(desk.officer, 'sendToKnb', registered)).codes).toEqual(['WRONG_STATE']);
    const one = await onCase(desk.officer, 'recordChecks', registered, { checks: [{ kind: 'SPECIAL', clear: true }] });
    expect((await tryOnCase(desk.officer, 'sendToKnb', one)).codes).toEqual(['WRONG_STATE']);
    const wrong = {
      checks: [
        { kind: 'CRIMINAL', clear: false },
        { kind: 'CRIMINAL', clear: true },
      ],
    };
    const { errors } = await tryOnCase(desk.officer, 'recordChecks', one, wrong);
    expect(errors[0]!.extensions.problems!.map(({ code, path }) => [code, ...path].join(' '))).toEqual([
      'TEXT_EMPTY checks 0 remark',
      'CHECK_TWICE checks 1',
    ]);
    const found = { checks: [{ kind: 'CRIMINAL', clear: false, remark: 'Однофамилец, 1985' }] };
    const both = await onCase(desk.officer, 'recordChecks', one, found);
    expect(both.availableActions).toEqual(['RECORD_CHECKS', 'SEND_TO_KNB']);
    const query = 'query C($id: ID!) { residenceCase(id: $id) { checks { stage kind clear remark } } }';
    expect((await desk.officer.ask(query, { id: both.id })).residenceCase.checks).toEqual([
      { stage: 'PRELIMINARY', kind: 'SPECIAL', clear: true, remark: null },
      { stage: 'PRELIMINARY', kind: 'CRIMINAL', clear: false, remark: 'Однофамилец, 1985' },
    ]);
    expect((await desk.knb.send(query, { id: both.id })).codes).toContain('FORBIDDEN');
  });
});

describe('the agreement of the KNB (B§14, B§15)', () => {
  test('is asked: the KNB sees case, person and documents from then on, and not before', async () => {
    const applicant = await applicantOf(desk);
    const submitted = await submit(desk, applicant);
    const person = `query P($id: ID!) { residenceCase(id: $id) {
      latinName { surname } birthDate birthPlace sex citizenship travelDocument { number issuingCountry expiryDate } } }`;
    const before = await desk.knb.send(person, { id: submitted.id });
    expect([before.data?.residenceCase, before.codes]).toEqual([null, ['NOT_FOUND']]);
    for (const { id } of submitted.documents) expect((await desk.knb.get(`/documents/${id}`)).status).toBe(404);

    const registered = await onCase(desk.officer, 'registerCase', submitted);
    const sent = await onCase(
      desk.officer,
      'sendToKnb',
      await onCase(desk.officer, 'recordChecks', registered, bothClear),
    );
    expect(sent).toMatchObject({ state: 'AT_KNB', availableActions: [] });
    expect((await desk.knb.ask(person, { id: sent.id })).residenceCase).toMatchObject({
      latinName: { surname: 'NOMAD' },
      birthDate: '1985-03-12',
      birthPlace: 'Berlin',
      sex: 'FEMALE',
      citizenship: 'D',
      travelDocument: { issuingCountry: 'D', expiryDate: '2033-10-31' },
    });
    const seen = await seenBy(desk.knb, sent);
    expect(seen).toMatchObject({ number: sent.number, availableActions: ['AGREE', 'OBJECT'] });
    for (const { id } of seen.documents) expect((await desk.knb.get(`/documents/${id}`)).status).toBe(200);
  });

  test('twenty-five days, over at the end of 1 May, a holiday, not prolonged; silence is overdue and never consent', async () => {
    const sent = await sentToKnb(desk, await applicantOf(desk));
    expect(termOf(sent, 'KNB_AGREEMENT')).toMatchObject({ dueAt: '2026-05-02T00:00:00.000+05:00', overdue: false });
    const overdue = async () => {
      const query = '{ residenceCases(first: 100, filter: { overdue: true }) { edges { node { id } } } }';
      const { residenceCases } = await desk.knb.ask(query);
      return (residenceCases.edges as { node: { id: string } }[]).some(({ node }) => node.id === sent.id);
    };
    desk.product.clock.set('2026-05-01T23:59:59+05:00');
    expect(await overdue()).toBe(false);
    desk.product.clock.set('2026-05-02T00:00:00+05:00');
    expect(await overdue()).toBe(true);
    const seen = await seenBy(desk.officer, sent);
    expect(termOf(seen, 'KNB_AGREEMENT')).toMatchObject({ overdue: true });
    expect(seen).toMatchObject({ state: 'AT_KNB', availableActions: [] });
    const approval = await tryOnCase(desk.officer, 'decidePreliminary', seen, { approves: true });
    expect(approval.codes).toEqual(['WRONG_STATE']);
    // A late answer is an answer.
    const answered = await onCase(desk.knb, 'answerKnb', sent, { agrees: true });
    expect(answered.state).toBe('KNB_ANSWERED');
    expect(termOf(answered, 'KNB_AGREEMENT')).toMatchObject({ overdue: true });
  });

  test('an objection has a reason, which the officer reads and the person does not; an approval is impossible then', async () => {
    const applicant = await applicantOf(desk);
    const sent = await sentToKnb(desk, applicant);
    const { errors } = await tryOnCase(desk.knb, 'answerKnb', sent, { agrees: false, reason: '  ' });
    expect(errors[0]!.extensions.problems).toMatchObject([{ code: 'TEXT_EMPTY', path: ['reason'], reference: 'B§15' }]);
    const answered = await onCase(desk.knb, 'answerKnb', sent, { agrees: false, reason: 'Возражаем' });
    const query = 'query C($id: ID!) { residenceCase(id: $id) { knbAgreement { agreed reason answeredAt } } }';
    const { residenceCase } = await desk.officer.ask(query, { id: sent.id });
    expect(residenceCase.knbAgreement).toMatchObject({ agreed: false, reason: 'Возражаем' });
    expect((await applicant.client.send(query, { id: sent.id })).codes).toContain('FORBIDDEN');
    const own = await seenBy(applicant.client, sent);
    expect(own.history.map(({ kind }) => kind)).toEqual(['SUBMITTED', 'REGISTER']);
    expect((await tryOnCase(desk.officer, 'decidePreliminary', answered, { approves: true })).codes).toEqual([
      'WRONG_STATE',
    ]);
    expect(await seenBy(desk.officer, sent)).toMatchObject({ availableActions: ['REFUSE_PRELIMINARY'] });
  });

  test('it answers once, and nobody else answers for it', async () => {
    const sent = await sentToKnb(desk, await applicantOf(desk));
    expect((await tryOnCase(desk.officer, 'answerKnb', sent, { agrees: true })).codes).toEqual(['FORBIDDEN']);
    const answers = await Promise.all([
      tryOnCase(desk.knb, 'answerKnb', sent, { agrees: true }),
      tryOnCase(desk.knb, 'answerKnb', sent, { agrees: false, reason: 'Нет' }),
    ]);
    expect(answers.map(({ codes }) => codes[0] ?? 'DONE').toSorted()).toEqual(['CONFLICT', 'DONE']);
    const again = await tryOnCase(desk.knb, 'answerKnb', await seenBy(desk.knb, sent), { agrees: true });
    expect(again.codes).toEqual(['WRONG_STATE']);
  });

  test('after a withdrawal there is nothing to answer', async () => {
    const applicant = await applicantOf(desk);
    const sent = await sentToKnb(desk, applicant);
    await onCase(applicant.client, 'withdrawResidenceApplication', sent);
    expect((await tryOnCase(desk.knb, 'answerKnb', await seenBy(desk.knb, sent), { agrees: true })).codes).toEqual([
      'WRONG_STATE',
    ]);
  });
});

describe('the decision (B§16–19)', () => {
  test('an approval has a number of its own, and a notice with the last day and what to bring', async () => {
    const applicant = await applicantOf(desk);
    const approved = await decided(desk, applicant, true);
    // Thirty days after 6 April.
    expect(approved).toMatchObject({ state: 'PRELIMINARILY_APPROVED', dueAt: '2026-05-07T00:00:00.000+05:00' });
    expect(approved.approvalNumber).toMatch(/^PRA-2026-\d{6}$/);
    expect(termOf(approved, 'PRELIMINARY_DECISION')).toMatchObject({ endedAt: '2026-04-06T11:00:00.000+05:00' });
    const notice = await noticeOf(approved, 'PRELIMINARY_APPROVAL');
    for (const said of [
      approved.approvalNumber!,
      approved.number,
      applicant.iin,
      '06.05.2026',
      '06.04.2026',
      'справка о прохождении дактилоскопии',
      'медицинская справка',
      'договор о предоставлении жилища',
      'дактилоскопиялаудан өткені туралы анықтама',
    ])
      expect(notice).toContain(said);
    const own = await seenBy(applicant.client, approved);
    const { id } = own.documents.find(({ kind }) => kind === 'PRELIMINARY_APPROVAL')!;
    expect((await applicant.client.get(`/documents/${id}`)).status).toBe(200);
  });

  test('the last day of an approval is worked: from 24 April the thirtieth day is Sunday, 24 May, so it is valid through Monday', async () => {
    desk.product.clock.set('2026-04-24T11:00:00+05:00');
    const approved = await decided(desk, await applicantOf(desk), true);
    expect(termOf(approved, 'APPROVAL_VALIDITY')).toMatchObject({ dueAt: '2026-05-26T00:00:00.000+05:00' });
    expect(await noticeOf(approved, 'PRELIMINARY_APPROVAL')).toContain('25.05.2026');
  });

  test('a refusal has its reason and the first day of a new application on its notice', async () => {
    const applicant = await applicantOf(desk);
    const answered = await onCase(desk.knb, 'answerKnb', await sentToKnb(desk, applicant), { agrees: true });
    const without = await tryOnCase(desk.officer, 'decidePreliminary', answered, { approves: false });
    expect(without.errors[0]!.extensions.problems).toMatchObject([{ code: 'TEXT_EMPTY', path: ['reason'] }]);
    const refused = await onCase(desk.officer, 'decidePreliminary', answered, {
      approves: false,
      reason: 'Недостоверные сведения.',
    });
    expect(refused).toMatchObject({
      state: 'PRELIMINARILY_REFUSED',
      approvalNumber: null,
      refusalReason: 'Недостоверные сведения.',
      barredUntil: '2027-04-06',
      dueAt: null,
    });
    const notice = await noticeOf(refused, 'PRELIMINARY_REFUSAL');
    expect(notice).toContain('Недостоверные сведения.');
    expect(notice).toContain('07.04.2027');
  });

  test('two officers decide at once: one decision', async () => {
    const answered = await onCase(desk.knb, 'answerKnb', await sentToKnb(desk, await applicantOf(desk)), {
      agrees: true,
    });
    const answers = await Promise.all([
      tryOnCase(desk.officer, 'decidePreliminary', answered, { approves: true }),
      tryOnCase(desk.officer, 'decidePreliminary', answered, { approves: false, reason: 'Нет' }),
    ]);
    expect(answers.map(({ codes }) => codes[0] ?? 'DONE').toSorted()).toEqual(['CONFLICT', 'DONE']);
  });

  test('two officers at once: the checks are recorded by one, the other is told that somebody was faster', async () => {
    const registered = await onCase(desk.officer, 'registerCase', await submit(desk, await applicantOf(desk)));
    const answers = await Promise.all(
      [bothClear, bothClear].map((found) => tryOnCase(desk.officer, 'recordChecks', registered, found)),
    );
    expect(answers.map(({ codes }) => codes[0] ?? 'DONE').toSorted()).toEqual(['CONFLICT', 'DONE']);
    // Who hasn't seen what the checks found sends nothing on.
    expect((await tryOnCase(desk.officer, 'sendToKnb', registered)).codes).toEqual(['CONFLICT']);
    expect((await seenBy(desk.officer, registered)).version).toBe(registered.version + 1);
  });

  test('after forty-five days it is overdue, and still to be decided', async () => {
    const registered = await onCase(desk.officer, 'registerCase', await submit(desk, await applicantOf(desk)));
    // Forty-five days after 6 April: the end of 21 May.
    desk.product.clock.set('2026-05-22T00:00:00+05:00');
    const seen = await seenBy(desk.officer, registered);
    expect(termOf(seen, 'PRELIMINARY_DECISION')).toMatchObject({ overdue: true, remaining: 0 });
    expect(await onCase(desk.officer, 'recordChecks', seen, bothClear)).toMatchObject({ state: 'REGISTERED' });
  });
});
