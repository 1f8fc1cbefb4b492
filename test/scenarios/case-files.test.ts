import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { systemAuthorization } from '../../subgraphs/kit/viewer/system-token.ts';
import { askSubgraph } from '../support/ask-subgraph.ts';
import { act, apply, person, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { petitioner, tryAct } from '../support/petitions.ts';
import { applicantOf, decided, onCase, residenceDesk, submit } from '../support/residence-cases.ts';
import type { ResidenceDesk } from '../support/residence-cases.ts';

// A§15-3: with a complaint the reviewing body gets the case file: the case as it stands, and nothing of other people.

let desk: ResidenceDesk;
let consul: GraphClient;
let operator: GraphClient;
beforeAll(async () => {
  desk = await residenceDesk();
  consul = desk.product.as('consul');
  operator = desk.product.as('iin_operator');
});
afterAll(() => desk.product.close());

interface CaseFile {
  takenAt: string;
  number: string;
  facts: { name: { en: string }; text: string }[];
  history: { at: string; kind: string; text: { kk: string; ru: string; en: string } }[];
  documents: { id: string; kind: string; mediaType: string; size: number; sha256: string }[];
  actedBy: string[];
}

const selection = `caseFile { takenAt number facts { name { kk ru en } text } history { at kind text { kk ru en } }
  documents { id kind mediaType size sha256 } actedBy }`;

async function fileOf(client: GraphClient, query: 'iinApplication' | 'petition' | 'residenceCase', id: string) {
  const data = await client.ask(`query F($id: ID!) { ${query}(id: $id) { ${selection} } }`, { id });
  return data[query].caseFile as CaseFile;
}

/** The facts by their English names; of those that are several, all. */
function factsIn({ facts }: CaseFile): Record<string, string> {
  const named = Map.groupBy(facts, ({ name }) => name.en);
  return Object.fromEntries([...named].map(([name, some]) => [name, some.map(({ text }) => text).join(' | ')]));
}

const kindsIn = ({ history }: CaseFile) => history.map(({ kind }) => kind);
const accountOf = (...of: Parameters<typeof demoAccount>) => demoAccount(...of)!.id;

describe('of an application for a number', () => {
  /** Refused on Monday 2 March 2026 for the birth place, and the notice printed. */
  async function refused() {
    desk.product.clock.set('2026-03-02T10:00:00+05:00');
    const applicantId = await presentHead(consul, person({ surname: 'Musterfrau', givenNames: 'Lotte' }));
    const id = await apply(consul, applicantId);
    await act(operator, 'takeIinApplication', id, 1);
    const marks = [{ field: 'BIRTH_PLACE', remark: 'В паспорте другой город.' }];
    const input = { id, expectedVersion: 2, grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], reason: 'Расходятся.', marks };
    await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
      input,
    });
    const printed = await act(consul, 'printResult', id, 3);
    return { id, applicantId, printed: printed.printedForm as { id: string; sha256: string } };
  }

  test('it holds what was presented, the decision with each mark, what happened, and whose doing it was', async () => {
    const { id } = await refused();
    const file = await fileOf(operator, 'iinApplication', id);
    expect(file).toMatchObject({ takenAt: '2026-03-02T10:00:00.000+05:00' });
    expect(file.number).toMatch(/^IIN-2026-\d{6}$/);
    expect(factsIn(file)).toMatchObject({
      'what is asked for': 'FORMATION',
      category: 'LEGAL_ENTITY_HEAD',
      'name (Latin letters)': 'MUSTERFRAU LOTTE',
      'date of birth': '1964-08-12',
      'place of birth': 'Berlin',
      registered: '2026-03-02T10:00:00.000+05:00',
      due: '2026-03-03T18:30:00.000+05:00',
      state: 'REFUSED',
      'grounds of the refusal': 'UNTRUE_DOCUMENTS_OR_DATA',
    });
    const reason = factsIn(file)['reason of the refusal, as the notice has it'];
    expect(reason).toContain('Установлена недостоверность документов');
    expect(reason).toContain(' | Расходятся. | ');
    expect(reason).toContain('1. Место рождения: В паспорте другой город.');
    expect(factsIn(file)).not.toHaveProperty('individual identification number');
    expect(kindsIn(file)).toEqual(['REGISTERED', 'TAKE', 'REFUSE', 'PRINT_RESULT']);
    expect(file.history[2]).toMatchObject({
      at: '2026-03-02T10:00:00.000+05:00',
      text: { kk: 'Бас тартылды', ru: 'Отказано', en: 'The number was refused' },
    });
    expect(file.actedBy).toEqual([accountOf('consul', { mission: 13 }), accountOf('iin_operator')]);
  });

  test('its documents are those that were presented, then the notice that was printed', async () => {
    const { id, printed } = await refused();
    const { documents } = await fileOf(operator, 'iinApplication', id);
    const presented = ['APPLICATION_FORM', 'IDENTITY_DOCUMENT', 'APPOINTMENT_ACT'];
    expect(documents.map(({ kind }) => kind)).toEqual([...presented, 'REFUSAL_NOTICE']);
    expect(documents.every(({ mediaType, size }) => mediaType === 'application/pdf' && size > 0)).toBe(true);
    expect(documents.at(-1)).toMatchObject({ id: printed.id, sha256: printed.sha256 });
    const bytes = await (await operator.get(`/documents/${documents[0]!.id}`)).arrayBuffer();
    expect(bytes.byteLength).toBe(documents[0]!.size);
  });

  test('nothing of other people: neither who may be the same person, nor what was decided of them', async () => {
    desk.product.clock.set('2026-03-02T11:00:00+05:00');
    const told = { surname: 'Zwilling', givenNames: 'Ada', birthDate: '1971-04-05' };
    const first = await apply(consul, await presentHead(consul, person(told)));
    const second = await apply(consul, await presentHead(consul, person(told)));
    await act(operator, 'takeIinApplication', second, 1);
    const input = {
      id: second,
      expectedVersion: 2,
      candidateId: first,
      decision: 'ANOTHER_PERSON',
      reason: 'Близнецы.',
    };
    await operator.ask(
      'mutation D($input: DecideDuplicateInput!) { decideDuplicate(input: $input) { application { id } } }',
      { input },
    );
    const file = await fileOf(operator, 'iinApplication', second);
    expect(kindsIn(file)).toEqual(['REGISTERED', 'TAKE']);
    expect(JSON.stringify(file)).not.toContain(first);
    expect(JSON.stringify(file)).not.toContain('Близнецы');
  });

  test('the product itself may take it; the counter, who sees the application, may not', async () => {
    const { id } = await refused();
    const authorization = await systemAuthorization(desk.product.keys.tokens, desk.product.clock)('audit');
    const query = `{ _entities(representations: [{ __typename: "IinApplication", id: "${id}" }]) { ... on IinApplication { caseFile { number } } } }`;
    const { data, codes } = await askSubgraph(desk.product, 'iin', query, authorization);
    expect([codes, data]).toEqual([[], { _entities: [{ caseFile: { number: expect.stringMatching(/^IIN-2026-/) } }] }]);
    expect((await consul.send(`{ iinApplication(id: "${id}") { caseFile { number } } }`)).codes).toEqual(['FORBIDDEN']);
  });
});

describe('of a petition', () => {
  test('the hub takes it: who asked, why it was refused, what happened, the documents', async () => {
    desk.product.clock.set('2026-03-02T10:00:00+05:00');
    const { petitionId, iin, client } = await petitioner(desk.product);
    const hub = desk.product.as('hub_officer');
    const screened = { decision: 'REFUSED', reason: 'Портфолио не подтверждает опыт.' };
    expect((await tryAct(hub, 'screenPetition', petitionId, screened)).error).toBeUndefined();
    const file = await fileOf(hub, 'petition', petitionId);
    expect(file.number).toMatch(/^PET-2026-\d{6}$/);
    expect(factsIn(file)).toMatchObject({
      'individual identification number': iin,
      submitted: '2026-03-02T10:00:00.000+05:00',
      state: 'REFUSED',
      decided: '2026-03-02T10:00:00.000+05:00',
      'reason of the refusal': 'Портфолио не подтверждает опыт.',
    });
    expect(kindsIn(file)).toEqual(['SUBMITTED', 'REFUSE_SCREENING']);
    expect(file.documents.map(({ kind }) => kind).toSorted()).toEqual([
      'CRIMINAL_RECORD_CERTIFICATE',
      'CURRICULUM_VITAE',
      'IDENTITY_DOCUMENT',
      'IT_PORTFOLIO',
      'IT_TRAINING_CERTIFICATE',
      'MOTIVATION_LETTER',
      'PORTRAIT_PHOTO',
    ]);
    // The person is no official.
    expect(file.actedBy).toEqual([accountOf('hub_officer')]);
    const denied = await client.send(`{ petition(id: "${petitionId}") { caseFile { number } } }`);
    expect(denied.codes).toEqual(['FORBIDDEN']);
  });

  test('the signer takes it of what passed the interview, and of nothing else (B§8)', async () => {
    const { petitionId } = await petitioner(desk.product);
    const signer = desk.product.as('mddiai_signer');
    const query = `{ petition(id: "${petitionId}") { caseFile { number } } }`;
    expect((await signer.send(query)).codes).toEqual(['NOT_FOUND']);
    await desk.product.database.query(
      `update residence.petition set state = 'AWAITING_SIGNATURE', passed_interview_at = submitted_at where id = $1`,
      [petitionId],
    );
    expect((await signer.send(query)).codes).toEqual([]);
  });
});

describe('of a residence case', () => {
  test('the decision and its reason; neither the reasons of the KNB, nor what the checks found', async () => {
    desk.product.clock.set('2026-02-10T11:00:00+05:00');
    const applicant = await applicantOf(desk);
    const { id } = await decided(desk, applicant, false);
    await desk.product.database.query(
      `update residence.security_check set clear = false, remark = 'Состоит на учёте' where case_id = $1`,
      [id],
    );
    const file = await fileOf(desk.officer, 'residenceCase', id);
    expect(factsIn(file)).toMatchObject({
      city: 'ASTANA',
      'individual identification number': applicant.iin,
      state: 'PRELIMINARILY_REFUSED',
      'the KNB answered': '2026-02-10T11:00:00.000+05:00',
      'decided preliminarily': '2026-02-10T11:00:00.000+05:00',
      'reason of the refusal': 'КНБ возразил.',
      'last day on which no new application is possible': '2027-02-10',
    });
    expect(kindsIn(file)).toEqual([
      'SUBMITTED',
      'REGISTER',
      'RECORD_CHECKS',
      'SEND_TO_KNB',
      'OBJECT',
      'REFUSE_PRELIMINARY',
    ]);
    expect(JSON.stringify(file)).not.toContain('Возражаем');
    expect(JSON.stringify(file)).not.toContain('Состоит на учёте');
    expect(file.documents.map(({ kind }) => kind)).toContain('PRELIMINARY_REFUSAL');
    const query = `{ residenceCase(id: "${id}") { checks { remark } knbAgreement { reason } } }`;
    expect(JSON.stringify(await desk.officer.ask(query))).toMatch(/Состоит на учёте.*Возражаем/);
    expect(file.actedBy).toEqual([accountOf('kkq_officer', { city: 'ASTANA' }), accountOf('knb_officer')]);
  });

  test('every reason of a return, and the state as it is by the clock (B§12)', async () => {
    desk.product.clock.set('2026-03-18T10:00:00+05:00');
    const submitted = await submit(desk, await applicantOf(desk));
    const reasons = [
      { document: 'PORTRAIT_PHOTO', text: 'Лицо в тени.' },
      { field: 'contacts.email', text: 'Адрес с ошибкой.' },
    ];
    const { id } = await onCase(desk.officer, 'returnForRework', submitted, { reasons });
    const told = async () => factsIn(await fileOf(desk.officer, 'residenceCase', id));
    expect(await told()).toMatchObject({
      state: 'RETURNED',
      'reason of a return for rework': 'PORTRAIT_PHOTO: Лицо в тени. | contacts.email: Адрес с ошибкой.',
    });
    desk.product.clock.set('2026-03-27T00:00:00+05:00');
    expect(await told()).toMatchObject({ state: 'ANNULLED' });
  });

  test('an officer of another city finds none, and neither the person nor the KNB takes one', async () => {
    desk.product.clock.set('2026-03-02T10:00:00+05:00');
    const applicant = await applicantOf(desk);
    const { id } = await submit(desk, applicant);
    const codesOf = async (client: GraphClient) =>
      (await client.send(`{ residenceCase(id: "${id}") { caseFile { number } } }`)).codes;
    expect(await codesOf(desk.officer)).toEqual([]);
    expect(await codesOf(desk.officerOfAlmaty)).toEqual(['NOT_FOUND']);
    expect(await codesOf(applicant.client)).toEqual(['FORBIDDEN']);
    expect(await codesOf(desk.knb)).toEqual(['FORBIDDEN']);
  });
});
