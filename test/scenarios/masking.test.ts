import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { subgraphSchema } from '../../subgraphs/kit/subgraph/schema.ts';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import { askSubgraph } from '../support/ask-subgraph.ts';
import { everythingOf } from '../support/everything.ts';
import { marks, startMarkedWorld, tellsOf } from '../support/marked-world.ts';
import type { Kind, ViewerName } from '../support/world-names.ts';
import type { World } from '../support/world.ts';

// An auditor sees every case, and nothing personal in any of them: names as initials, the last characters of numbers, nothing of the rest.

let world: World;
const schemas = {} as Record<SubgraphName, GraphQLSchema>;
beforeAll(async () => {
  world = await startMarkedWorld();
  for (const name of ['applicants', 'iin', 'residence', 'complaints'] as const)
    schemas[name] = (await subgraphSchema(allSubgraphs[name])).schema;
});
afterAll(() => world.product.close());

/** Each type that shows people, where it is, and who works on it: what that one sees is what an auditor doesn't. */
const shown: {
  type: string;
  of: SubgraphName;
  kind: Kind;
  list: string;
  twin: ViewerName;
  tells: 'Berlin' | 'Tirana';
}[] = [
  {
    type: 'Applicant',
    of: 'applicants',
    kind: 'applicant',
    list: 'applicants',
    twin: 'consul of Berlin',
    tells: 'Berlin',
  },
  {
    type: 'IinApplication',
    of: 'iin',
    kind: 'application',
    list: 'iinApplications',
    twin: 'operator',
    tells: 'Berlin',
  },
  { type: 'IinRecord', of: 'iin', kind: 'record', list: 'iinRecords', twin: 'operator', tells: 'Tirana' },
  { type: 'Petition', of: 'residence', kind: 'petition', list: 'petitions', twin: 'hub officer', tells: 'Berlin' },
  {
    type: 'ResidenceCase',
    of: 'residence',
    kind: 'residenceCase',
    list: 'residenceCases',
    twin: 'migration officer of Almaty',
    tells: 'Tirana',
  },
  { type: 'Complaint', of: 'complaints', kind: 'complaint', list: 'complaints', twin: 'operator', tells: 'Berlin' },
];

async function directly(viewer: ViewerName, of: SubgraphName, text: string): Promise<string> {
  const token = await world.clients[viewer].freshToken();
  const { data, codes } = await askSubgraph(world.product, of, text, `Bearer ${token}`);
  expect([viewer, of, codes]).toEqual([viewer, of, []]);
  return JSON.stringify(data);
}

describe.each(shown)('$type', ({ type, of, kind, list, twin, tells }) => {
  const roleOf = (viewer: ViewerName) => world.accounts[viewer as 'auditor'].role;
  const everything = (viewer: ViewerName) => everythingOf(schemas[of], roleOf(viewer), type);

  test('in the list of all: whoever works on it sees whose it is, an auditor sees nobody', async () => {
    const text = (viewer: ViewerName) => `{ ${list}(first: 100) { edges { node ${everything(viewer)} } } }`;
    expect(tellsOf(tells, await directly(twin, of, text(twin)))).toBe(true);
    const audited = await directly('auditor', of, text('auditor'));
    for (const id of Object.values(world.rows[kind])) expect(audited).toContain(id);
    expect([tellsOf('Berlin', audited), tellsOf('Tirana', audited)]).toEqual([false, false]);
  });

  test('asked for by its id, as an entity, and under other names', async () => {
    const id = world.rows[kind][tells]!;
    const root = type[0]!.toLowerCase() + type.slice(1);
    const text = (viewer: ViewerName) => `{ one: ${root}(id: "${id}") { other: __typename ...Whole }
      _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ...Whole } }
      fragment Whole on ${type} ${everything(viewer)}`;
    expect(tellsOf(tells, await directly(twin, of, text(twin)))).toBe(true);
    const audited = await directly('auditor', of, text('auditor'));
    expect(audited).toContain(id);
    expect(tellsOf(tells, audited)).toBe(false);
  });
});

test('names are initials, numbers their last characters, dates of birth and texts nothing', async () => {
  const { applicant, iinApplication, complaint } = await world.clients.auditor.ask(
    `query Masked($applicant: ID!, $application: ID!, $complaint: ID!) {
       applicant(id: $applicant) { latinName { surname givenNames patronymic } birthDate birthPlace iin citizenship sex address { address }
         settledDisagreements { reason } contacts { email telephone } travelDocument { number } documents { kind sha256 } consents { kind } }
       iinApplication(id: $application) { number state iin birthDate refusalNotice { grounds reason marks { field remark } }
         correction { fields { name before after } } availableActions applicant { id latinName { surname } birthDate } }
       complaint(id: $complaint) { text decisions { outcome reasons } availableActions iinApplication { id latinName { surname } } } }`,
    {
      applicant: world.rows.applicant.Berlin,
      application: world.rows.application.Berlin,
      complaint: world.rows.complaint.Berlin,
    },
  );
  expect(applicant).toEqual({
    latinName: { surname: 'Q.', givenNames: 'Q.', patronymic: 'Q.' },
    birthDate: null,
    birthPlace: '…',
    iin: '…128',
    citizenship: 'D',
    sex: 'FEMALE',
    address: null,
    settledDisagreements: null,
    contacts: { email: '…com', telephone: '…701' },
    travelDocument: { number: '…ORT' },
    documents: expect.arrayContaining([{ kind: 'IDENTITY_DOCUMENT', sha256: expect.stringMatching(/^….{3}$/) }]),
    consents: [{ kind: 'PERSONAL_DATA_PROCESSING' }],
  });
  expect(iinApplication).toEqual({
    number: expect.stringMatching(/^IIN-2026-\d{6}$/),
    state: 'FORMED',
    iin: '…128',
    birthDate: null,
    refusalNotice: {
      grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
      reason: '…',
      marks: [{ field: 'BIRTH_PLACE', remark: '…' }],
    },
    correction: { fields: [{ name: 'BIRTH_PLACE', before: null, after: null }] },
    availableActions: [],
    applicant: { id: world.rows.applicant.Berlin, latinName: { surname: 'Q.' }, birthDate: null },
  });
  expect(complaint).toEqual({
    text: '…',
    decisions: [{ outcome: 'REJECTED', reasons: '…' }],
    availableActions: [],
    iinApplication: { id: world.rows.application.Berlin, latinName: { surname: 'Q.' } },
  });
});

describe('a masked reader', () => {
  const asks = {
    'by a surname': `{ iinApplications(filter: { text: "QERIKA" }) { edges { node { id } } } }`,
    'by a name in the registry': `{ iinRecords(filter: { surname: "QERIKA" }) { edges { node { id } } } }`,
    'by a number in the registry': `{ iinRecords(filter: { iin: "${marks.Berlin.iin}" }) { edges { node { id } } } }`,
    'by a date of birth': `{ iinRecords(filter: { birthDate: "1901-02-03" }) { edges { node { id } } } }`,
    'for a record by its number': `{ iinRecord(iin: "${marks.Berlin.iin}") { id } }`,
    'for a record by a number that nobody has': `{ iinRecord(iin: "990101300007") { id } }`,
  };

  test.each(Object.entries(asks))('may not ask %s, and the operator may', async (_by, text) => {
    const { errors, codes } = await world.clients.auditor.send(text);
    expect(codes).toEqual(['FORBIDDEN']);
    expect(errors[0]!.message).toBe('What is masked cannot be searched or filtered by.');
    expect((await world.clients.operator.send(text)).codes).not.toContain('FORBIDDEN');
    expect((await world.clients.auditor.send(text, {}, 'ru')).errors[0]!.message).toBe(
      'По скрытым данным нельзя искать и отбирать.',
    );
  });

  test('asks by a variable that says nothing as by none', async () => {
    const text = 'query R($filter: IinRecordFilter) { iinRecords(filter: $filter) { edges { node { id } } } }';
    for (const filter of [null, {}, { surname: null }])
      expect((await world.clients.auditor.send(text, { filter })).codes).toEqual([]);
    expect((await world.clients.auditor.send(text, { filter: { surname: 'X' } })).codes).toEqual(['FORBIDDEN']);
  });

  test('finds a case by its number and a record by its id', async () => {
    const { iinApplications, iinRecord } = await world.clients.auditor.ask(
      `query Found($number: String!, $record: ID!) {
         iinApplications(filter: { number: $number }) { edges { node { id } } } iinRecord(id: $record) { id iin } }`,
      { number: world.rows.waitingNumber.Berlin, record: world.rows.record.Berlin },
    );
    expect(iinApplications.edges).toEqual([{ node: { id: world.rows.waiting.Berlin } }]);
    expect(iinRecord).toEqual({ id: world.rows.record.Berlin, iin: '…128' });
  });

  test('is not told of a number by a subgraph that is asked directly, and the operator is', async () => {
    const text = `{ _entities(representations: [{ __typename: "IinRecord", iin: "${marks.Berlin.iin}" }]) { ... on IinRecord { id } } }`;
    expect(await directly('auditor', 'iin', text)).toBe('{"_entities":[null]}');
    expect(await directly('operator', 'iin', text)).toContain(world.rows.record.Berlin);
  });

  test('sees possible duplicates, without who they are or why they were decided', async () => {
    const text = `{ possibleDuplicates(applicationId: "${world.rows.waiting.Berlin}") { edges { node ${everythingOf(schemas.iin, 'auditor', 'PossibleDuplicate')} } } }`;
    const operators = await directly('operator', 'iin', text);
    expect(operators).toContain('QERIKADECISION');
    const audited = await directly('auditor', 'iin', text);
    expect(audited).toContain(world.rows.application.Berlin);
    expect(tellsOf('Berlin', audited)).toBe(false);
  });

  test('gets no scan and no printed form', async () => {
    for (const kind of [
      'document',
      'printedForm',
      'caseDocument',
      'casePaper',
      'complaintPaper',
      'sentPaper',
      'questionnaire',
    ] as const)
      for (const id of Object.values(world.rows[kind]))
        expect([kind, (await world.clients.auditor.get(`/documents/${id}`)).status]).toEqual([kind, 404]);
  });

  test('is told of every step', async () => {
    const { petition } = await world.clients.auditor.ask(
      'query P($id: ID!) { petition(id: $id) { availableActions terms { kind } history { kind text } } }',
      {
        id: world.rows.petition.Berlin,
      },
    );
    expect(petition.availableActions).toEqual([]);
  });

  test('leaves a reading, as everybody does', async () => {
    const id = world.rows.residenceCase.Berlin;
    await world.clients.auditor.ask('query Looked($id: ID!) { residenceCase(id: $id) { number } }', { id });
    const { rows } = await world.product.database.query(
      `select kind, action, subjects from audit.journal where operation_name = 'Looked' and role = 'auditor'`,
    );
    expect(rows).toEqual([{ kind: 'READING', action: 'ResidenceCase', subjects: [id, world.rows.applicant.Berlin] }]);
  });
});
