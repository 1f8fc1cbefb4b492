import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../../installation/demo/accounts.ts';
import { file, notSeenBy, on, refusedApplication, seenBy, tryOn, tryToFile } from '../../support/complaints.ts';
import { act, apply, person, presentHead, registerPerson, smallPdf } from '../../support/counter.ts';
import { approvedCase } from '../../support/final-applications.ts';
import type { Answer, GraphClient } from '../../support/graph-client.ts';
import { nomad } from '../../support/nomads.ts';
import { petitioner } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// A§15-3: who complains, through whom, of what; and whoever else sees the complaint.

let product: TestProduct;
let reviewer: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  reviewer = product.as('complaint_reviewer');
});
afterAll(() => product.close());

const complaintOf = ({ data }: Answer) => data?.fileComplaint?.complaint as object | undefined;
const problemsOf = ({ errors }: Answer) =>
  errors[0]?.extensions.problems?.map(({ code, path, reference }) => [code, path.join('.'), reference]);

describe('the person', () => {
  test('complains of their own petition; of nobody else’s', async () => {
    const [mine, another] = [await petitioner(product), await petitioner(product)];
    const complaint = await file(mine.client, { petitionId: mine.petitionId }, { against: 'OMISSION' });
    expect(complaint).toMatchObject({
      service: 'PETITION',
      about: { kind: 'PETITION', id: mine.petitionId, number: expect.stringMatching(/^PET-2026-/) },
      latinName: { surname: 'NOMAD' },
    });
    expect((await tryToFile(mine.client, { petitionId: another.petitionId })).codes).toEqual(['NOT_FOUND']);
    expect(await notSeenBy(mine.client, complaint)).toBeUndefined();
    expect(await notSeenBy(another.client, complaint)).toBe('NOT_FOUND');
  });

  test('complains of their own case, of which the officers of its city take care', async () => {
    const [mine, another] = [await approvedCase(product), await approvedCase(product)];
    const complaint = await file(mine.client, { residenceCaseId: mine.caseId });
    expect(complaint).toMatchObject({ service: 'RESIDENCE', city: 'ASTANA' });
    expect((await tryToFile(mine.client, { residenceCaseId: another.caseId })).codes).toEqual(['NOT_FOUND']);
    const [astana, almaty] = [product.as('kkq_officer'), product.as('kkq_officer', { city: 'ALMATY' })];
    expect((await seenBy(astana, complaint)).availableActions).toEqual(['REGISTER', 'SATISFY', 'FORWARD']);
    expect(await notSeenBy(almaty, complaint)).toBe('NOT_FOUND');
    expect((await tryOn(almaty, 'forwardComplaint', complaint)).code).toBe('NOT_FOUND');
    expect((await on(astana, 'forwardComplaint', complaint)).state).toBe('FORWARDED');
  });

  test('complains of the application for a number that was made for them, though they can’t see it; of nobody else’s', async () => {
    const [mine, another] = [await refusedApplication(product), await refusedApplication(product)];
    const { client, account } = await nomad(product);
    // What the office presented became their own, as registering oneself with the number does.
    await product.database.query('update applicants.applicant set person_account_id = $1 where id = $2', [
      account.id,
      mine.applicantId,
    ]);
    const complaint = await file(client, { iinApplicationId: mine.id });
    expect(complaint).toMatchObject({ service: 'IIN', about: { number: expect.stringMatching(/^IIN-2026-/) } });
    expect((await tryToFile(client, { iinApplicationId: another.id })).codes).toEqual(['NOT_FOUND']);
    expect((await client.send(`{ iinApplication(id: "${mine.id}") { id } }`)).codes).toContain('FORBIDDEN');
    expect(await notSeenBy(product.as('iin_operator'), complaint)).toBeUndefined();
    expect(await notSeenBy(product.as('consul'), complaint)).toBe('NOT_FOUND');
  });

  test('complains of a service in general, as they registered; not as somebody else', async () => {
    const [mine, another] = [await nomad(product), await nomad(product)];
    const about = { service: 'RESIDENCE', city: 'ALMATY' };
    const complaint = await file(mine.client, about, { applicantId: mine.applicantId });
    expect(complaint).toMatchObject({ about: { kind: 'SERVICE', id: null }, city: 'ALMATY' });
    expect((await tryToFile(mine.client, about, { applicantId: another.applicantId })).codes).toEqual(['NOT_FOUND']);
    expect(await notSeenBy(product.as('kkq_officer', { city: 'ALMATY' }), complaint)).toBeUndefined();
    expect(await notSeenBy(product.as('kkq_officer'), complaint)).toBe('NOT_FOUND');
  });
});

describe('at a counter', () => {
  test('a consul files what the person in front of them complains of; of what another office received, nothing', async () => {
    const consul = product.as('consul');
    const { id } = await refusedApplication(product);
    const complaint = await file(consul, { iinApplicationId: id });
    const tirana = product.as('consul', { mission: 3 });
    const foreign = await apply(tirana, await presentHead(tirana));
    expect((await tryToFile(consul, { iinApplicationId: foreign })).codes).toEqual(['NOT_FOUND']);
    expect(await file(tirana, { iinApplicationId: foreign })).toMatchObject({ state: 'RECEIVED' });
    expect(await notSeenBy(tirana, complaint)).toBe('NOT_FOUND');
    const { petitionId } = await petitioner(product);
    expect((await tryToFile(consul, { petitionId })).codes).toEqual(['NOT_FOUND']);
  });

  test('an authorised employee files for whom the MFA received', async () => {
    const employee = product.as('authorised_employee');
    const applicantId = await registerPerson(employee, person());
    const complaint = await file(employee, { service: 'IIN' }, { applicantId, against: 'ACT' });
    expect(complaint.latinName.surname).toBe('MUSTERMANN');
    expect(await notSeenBy(product.as('consul'), complaint)).toBe('NOT_FOUND');
    const berlins = await registerPerson(product.as('consul'), person());
    expect((await tryToFile(employee, { service: 'IIN' }, { applicantId: berlins })).codes).toEqual(['NOT_FOUND']);
  });

  test('a migration officer files for the person of a case of the city, who sees it too', async () => {
    const officer = product.as('kkq_officer');
    const mine = await approvedCase(product);
    const complaint = await file(officer, { residenceCaseId: mine.caseId });
    expect(await seenBy(mine.client, complaint)).toMatchObject({ number: complaint.number, availableActions: [] });
    expect(await notSeenBy((await nomad(product)).client, complaint)).toBe('NOT_FOUND');
    const { caseId } = await approvedCase(product, { city: 'ALMATY' });
    expect((await tryToFile(officer, { residenceCaseId: caseId })).codes).toEqual(['NOT_FOUND']);
  });

  test('and of another service, which is not theirs to answer: they see what they filed, and that is all', async () => {
    const officer = product.as('kkq_officer');
    const told = { latinName: { surname: 'DOE', givenNames: 'JANE' } };
    const complaint = await file(officer, { service: 'IIN' }, told);
    expect(complaint).toMatchObject({ latinName: told.latinName, availableActions: [] });
    expect((await tryOn(officer, 'forwardComplaint', complaint)).code).toBe('WRONG_STATE');
    expect((await tryOn(officer, 'registerComplaint', complaint)).code).toBe('WRONG_STATE');
    expect((await on(product.as('iin_operator'), 'registerComplaint', complaint)).state).toBe('REGISTERED');
  });

  test('a service centre files for the person of a case that has come to it, and sees what it filed itself', async () => {
    const [astana, almaty] = [product.as('psc_officer'), product.as('psc_officer', { city: 'ALMATY' })];
    const { caseId } = await approvedCase(product);
    const complaint = await file(astana, { residenceCaseId: caseId });
    expect(await notSeenBy(astana, complaint)).toBeUndefined();
    expect((await tryToFile(almaty, { residenceCaseId: caseId })).codes).toEqual(['NOT_FOUND']);
    const byOfficer = await file(product.as('kkq_officer'), { residenceCaseId: caseId });
    expect(await notSeenBy(astana, byOfficer)).toBe('NOT_FOUND');
  });

  test('those who decide file nothing', async () => {
    for (const role of ['iin_operator', 'hub_officer', 'mddiai_signer', 'complaint_reviewer', 'knb_officer'] as const)
      expect([role, (await tryToFile(product.as(role), { service: 'IIN' })).codes[0]]).toEqual([role, 'FORBIDDEN']);
  });
});

describe('what is wrong is told at once', () => {
  test('the subject, the words, the documents', async () => {
    const { client, petitionId, applicantId } = await petitioner(product);
    const told = { text: '  ', documentIds: ['nothing'] };
    const two = await tryToFile(client, { petitionId, service: 'PETITION' }, told);
    expect(problemsOf(two)).toEqual([
      ['SUBJECT_NOT_ONE', 'about', 'A§15-3'],
      ['TEXT_EMPTY', 'text', 'A§15-3'],
      ['DOCUMENT_UNKNOWN', 'documentIds.0', null],
    ]);
    expect(problemsOf(await tryToFile(client, { service: 'RESIDENCE' }))).toEqual([
      ['VALUE_MISSING', 'about.city', 'A§15-3'],
      ['VALUE_MISSING', 'applicantId', 'A§15-3'],
    ]);
    const right = await tryToFile(client, { service: 'RESIDENCE', city: 'ASTANA' }, { applicantId });
    expect(complaintOf(right)).toMatchObject({ state: 'RECEIVED' });
  });

  test('those who register nobody tell a name', async () => {
    const officer = product.as('psc_officer');
    const about = { service: 'RESIDENCE', city: 'ASTANA' };
    expect(problemsOf(await tryToFile(officer, about))).toEqual([['VALUE_MISSING', 'latinName', 'A§15-3']]);
    const named = await tryToFile(officer, about, { latinName: { surname: ' DOE ' } });
    expect(complaintOf(named)).toMatchObject({ latinName: { surname: 'DOE' } });
    const control = await tryToFile(officer, about, { latinName: { surname: 'D\u0000E' } });
    expect(problemsOf(control)).toEqual([['TEXT_HAS_CONTROL_CHARACTERS', 'latinName.surname', null]]);
  });
});

describe('documents', () => {
  test('of the complaint are read by whoever sees it; of the case file by the reviewing body alone, once it is forwarded', async () => {
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    const tirana = product.as('consul', { mission: 3 });
    const { id } = await refusedApplication(product);
    const scan = await consul.upload(smallPdf);
    const complaint = await file(consul, { iinApplicationId: id }, { documentIds: [scan] });
    expect(complaint.documents).toEqual([{ id: scan, kind: 'COMPLAINT_ATTACHMENT', size: smallPdf.length }]);
    const status = async (client: GraphClient, document: string) => (await client.get(`/documents/${document}`)).status;
    expect(await Promise.all([consul, operator, tirana, reviewer].map((who) => status(who, scan)))).toEqual([
      200, 200, 404, 404,
    ]);
    const { iinApplication } = await operator.ask(
      'query F($id: ID!) { iinApplication(id: $id) { caseFile { documents { id } } } }',
      { id },
    );
    const [paper] = (iinApplication.caseFile.documents as { id: string }[]).map((document) => document.id);
    expect(await status(reviewer, paper!)).toBe(404);
    await on(operator, 'forwardComplaint', complaint);
    expect(await Promise.all([scan, paper!].map((document) => status(reviewer, document)))).toEqual([200, 200]);
    expect(await status(tirana, paper!)).toBe(404);
    const shown = await operator.send('query D($id: ID!) { complaintDocument(id: $id) { id } }', { id: paper });
    expect(shown.codes).toEqual(['NOT_FOUND']);
  });

  test('are attached by whoever uploaded them, once', async () => {
    const consul = product.as('consul');
    const { id } = await refusedApplication(product);
    const foreign = await product.as('consul', { mission: 3 }).upload(smallPdf);
    const own = await consul.upload(smallPdf);
    const told = { documentIds: [foreign, own, own] };
    expect(problemsOf(await tryToFile(consul, { iinApplicationId: id }, told))).toEqual([
      ['DOCUMENT_UNKNOWN', 'documentIds.0', null],
      ['DOCUMENT_ATTACHED_ALREADY', 'documentIds.2', null],
    ]);
    await file(consul, { iinApplicationId: id }, { documentIds: [own] });
    expect(problemsOf(await tryToFile(consul, { iinApplicationId: id }, { documentIds: [own] }))).toEqual([
      ['DOCUMENT_ATTACHED_ALREADY', 'documentIds.0', null],
    ]);
  });
});

describe('what was told when it was filed', () => {
  test('stays: who acts on the case afterwards is not complained of', async () => {
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    const id = await apply(consul, await presentHead(consul));
    const before = await file(consul, { iinApplicationId: id }, { against: 'OMISSION' });
    await act(operator, 'takeIinApplication', id, 1);
    const after = await file(consul, { iinApplicationId: id }, { against: 'OMISSION' });
    const actions = async (complaint: { id: string; version: number }) =>
      (await on(operator, 'registerComplaint', complaint)).availableActions;
    expect(await actions(before as never)).toContain('DECIDE_AS_PROVIDER');
    expect(await actions(after as never)).not.toContain('DECIDE_AS_PROVIDER');
  });

  test('the case file is kept as it stood when it was forwarded', async () => {
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    const id = await apply(consul, await presentHead(consul));
    const complaint = await file(consul, { iinApplicationId: id }, { against: 'OMISSION' });
    await on(operator, 'forwardComplaint', complaint);
    const sentAlong = 'query C($id: ID!) { complaint(id: $id) { caseFile { actedBy history { kind } } } }';
    const sent = await reviewer.ask(sentAlong, { id: complaint.id });
    expect(sent.complaint.caseFile).toEqual({
      actedBy: [demoAccount('consul', { mission: 13 })!.id],
      history: [{ kind: 'REGISTERED' }],
    });
    await act(operator, 'takeIinApplication', id, 1);
    expect(await reviewer.ask(sentAlong, { id: complaint.id })).toEqual(sent);
    expect((await operator.send(sentAlong, { id: complaint.id })).codes).toEqual(['FORBIDDEN']);
  });
});

describe('the links to the case', () => {
  test('show it as it is now to whoever sees it there, and nothing more to others', async () => {
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    const { id } = await refusedApplication(product);
    const complaint = await file(consul, { iinApplicationId: id });
    const linked = 'query C($id: ID!) { complaint(id: $id) { iinApplication { id state } } }';
    for (const client of [consul, operator])
      expect(await client.ask(linked, { id: complaint.id })).toEqual({
        complaint: { iinApplication: { id, state: 'REFUSED' } },
      });
    await on(operator, 'forwardComplaint', complaint);
    expect((await reviewer.send(linked, { id: complaint.id })).codes).toContain('FORBIDDEN');
  });
});
