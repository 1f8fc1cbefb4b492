import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { jobsDone } from '../support/queue.ts';
import { applicantOf, caseSelection, decided, onCase, residenceDesk, seenBy } from '../support/residence-cases.ts';
import type { ResidenceDesk } from '../support/residence-cases.ts';

// A§15-3–17, the whole way: somebody complains, the complaint is satisfied, the case is reopened and decided anew.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());

interface SeenComplaint {
  id: string;
  version: number;
  state: string;
  followUp: { action: string; doneAt: string | null } | null;
}

/** Does something with complaints; answers the complaint. */
async function complain(client: GraphClient, mutation: string, type: string, input: object): Promise<SeenComplaint> {
  const data = await client.ask(
    `mutation C($input: ${type}!) { ${mutation}(input: $input) { complaint { id version state followUp { action doneAt } } } }`,
    { input },
  );
  return data[mutation].complaint as SeenComplaint;
}

const versionOf = ({ id, version: expectedVersion }: SeenComplaint) => ({ id, expectedVersion });

async function followUpOf(client: GraphClient, id: string): Promise<SeenComplaint['followUp']> {
  const query = 'query C($id: ID!) { complaint(id: $id) { followUp { action doneAt } } }';
  return (await client.ask(query, { id })).complaint.followUp as SeenComplaint['followUp'];
}

describe('a refused number', () => {
  test('complained of at the counter, satisfied by the operator who refused it: formed after all, and handed out', async () => {
    const { product } = desk;
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    product.clock.set('2026-03-02T10:00:00+05:00');
    const id = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', id, 1);
    const marks = [{ field: 'BIRTH_PLACE', remark: 'Другой город.' }];
    const refusal = { id, expectedVersion: 2, grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], reason: 'Расходятся.', marks };
    await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
      input: refusal,
    });
    await act(consul, 'printResult', id, 3);
    await act(consul, 'handOutResult', id, 3);

    product.clock.set('2026-03-03T10:00:00+05:00');
    const filed = await complain(consul, 'fileComplaint', 'FileComplaintInput', {
      about: { iinApplicationId: id },
      addressedTo: 'PROVIDER',
      against: 'DECISION',
      text: 'Город рождения в паспорте тот же.',
    });
    const satisfied = await complain(operator, 'satisfyComplaint', 'SatisfyComplaintInput', {
      ...versionOf(filed),
      reasons: 'Город прочитан неверно.',
      reopen: true,
    });
    expect(satisfied).toMatchObject({
      state: 'SATISFIED',
      followUp: { action: 'REOPEN_IIN_APPLICATION', doneAt: null },
    });

    product.clock.set('2026-03-04T10:00:00+05:00');
    const reopened = await operator.ask(
      `mutation R($input: ReopenIinApplicationInput!) { reopenIinApplication(input: $input) { application { version state dueAt } } }`,
      { input: { id, expectedVersion: 4, complaintId: filed.id } },
    );
    const { version, state, dueAt } = reopened.reopenIinApplication.application;
    expect([state, dueAt]).toEqual(['REGISTERED', '2026-03-05T18:30:00.000+05:00']);
    await jobsDone(product);
    expect(await followUpOf(consul, filed.id)).toEqual({
      action: 'REOPEN_IIN_APPLICATION',
      doneAt: '2026-03-04T10:00:00.000+05:00',
    });

    await act(operator, 'takeIinApplication', id, version);
    expect(await act(operator, 'formIin', id, version + 1)).toMatchObject({ state: 'FORMED' });
    await act(consul, 'printResult', id, version + 2);
    expect(await act(consul, 'handOutResult', id, version + 2)).toMatchObject({
      handedOutAt: '2026-03-04T10:00:00.000+05:00',
      printedForm: { kind: 'REGISTRATION_CERTIFICATE', prints: 1 },
    });
    // What was done is not done again.
    const again = await operator.send(
      `mutation R($input: ReopenIinApplicationInput!) { reopenIinApplication(input: $input) { application { id } } }`,
      { input: { id, expectedVersion: version + 3, complaintId: filed.id } },
    );
    expect(again.codes).toEqual(['WRONG_STATE']);
  });
});

describe('a refused residence case', () => {
  test('complained of by the person, satisfied by the reviewing body on the case file: approved after all', async () => {
    const { product, officer, knb } = desk;
    const reviewer = product.as('complaint_reviewer');
    product.clock.set('2026-02-10T11:00:00+05:00');
    const applicant = await applicantOf(desk);
    const refused = await decided(desk, applicant, false);

    const filed = await complain(applicant.client, 'fileComplaint', 'FileComplaintInput', {
      about: { residenceCaseId: refused.id },
      addressedTo: 'REVIEWING_BODY',
      against: 'DECISION',
      text: 'Возражение касалось другого человека.',
    });
    const forwarded = await complain(officer, 'forwardComplaint', 'ComplaintInput', versionOf(filed));
    const review = await complain(reviewer, 'registerComplaint', 'ComplaintInput', versionOf(forwarded));
    const fileSeen = async () => {
      const query = `{ complaint(id: "${filed.id}") { caseFile { number facts { name { en } text } history { kind } } } }`;
      return (await reviewer.ask(query)).complaint.caseFile;
    };
    const file = await fileSeen();
    expect(file).toMatchObject({ number: refused.number });
    expect(file.facts).toContainEqual({ name: { en: 'reason of the refusal' }, text: 'КНБ возразил.' });
    expect(JSON.stringify(file)).not.toContain('Возражаем');
    const decision = { ...versionOf(review), outcome: 'SATISFIED', reasons: 'Так и есть.', reopen: true };
    expect(await complain(reviewer, 'decideComplaint', 'DecideComplaintInput', decision)).toMatchObject({
      state: 'DECIDED',
      followUp: { action: 'REOPEN_CASE', doneAt: null },
    });

    product.clock.set('2026-02-12T11:00:00+05:00');
    const { version: expectedVersion } = await seenBy(officer, refused);
    const { reopenCase } = await officer.ask(
      `mutation R($input: ReopenCaseInput!) { reopenCase(input: $input) { residenceCase { ${caseSelection} } } }`,
      { input: { id: refused.id, expectedVersion, complaintId: filed.id } },
    );
    await jobsDone(product);
    expect(await followUpOf(applicant.client, filed.id)).toMatchObject({ doneAt: '2026-02-12T11:00:00.000+05:00' });
    const sent = await onCase(officer, 'sendToKnb', reopenCase.residenceCase);
    const answered = await onCase(knb, 'answerKnb', sent, { agrees: true });
    const approved = await onCase(officer, 'decidePreliminary', answered, { approves: true });
    expect(approved).toMatchObject({ state: 'PRELIMINARILY_APPROVED', barredUntil: null });
    // The reviewing body keeps the file as it was sent.
    expect(await fileSeen()).toEqual(file);
  });
});
