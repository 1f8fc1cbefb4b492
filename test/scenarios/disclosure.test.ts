import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../subgraphs/kit/ids.ts';
import { askSubgraph } from '../support/ask-subgraph.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startMarkedWorld, tellsOf } from '../support/marked-world.ts';
import type { Marked } from '../support/marked-world.ts';
import type { Kind } from '../support/world-names.ts';
import type { World } from '../support/world.ts';

// A disclosure opens one person, or one case, to the auditor who asks, for the hours that were asked for: that is unmasked, and nothing else to nobody else.

let world: World;
beforeAll(async () => {
  world = await startMarkedWorld();
});
afterAll(() => world.product.close());

/** The auditor of a test: nothing is disclosed to them yet. */
let auditor: GraphClient & { accountId: string };
beforeEach(async () => {
  world.product.clock.set('2026-03-10T10:00:00+05:00');
  auditor = await anAuditor();
});

async function anAuditor(): Promise<GraphClient & { accountId: string }> {
  const account = { ...world.accounts.auditor, id: newId(), name: 'Another auditor' };
  const { database } = world.product;
  await database.query(
    `insert into missions.account (id, name, role, head_of_office, state) values ($1, $2, 'auditor', false, 'ACTIVE')`,
    [account.id, account.name],
  );
  await database.query(`insert into kit.account_state (id, state, role) values ($1, 'ACTIVE', 'auditor')`, [
    account.id,
  ]);
  return Object.assign(world.product.asAccount({ ...account, officeId: null, city: null }), { accountId: account.id });
}

const request = `mutation Disclose($input: RequestDisclosureInput!) { requestDisclosure(input: $input) { disclosure {
  id subjectKind subjectId reason requestedAt opensUntil auditor { id } } } }`;
const reason = 'A complaint says that the term was missed.';

function disclose(of: object, more: object = {}) {
  return auditor.send(request, { input: { reason, hours: 2, ...of, ...more } });
}

const cases = {
  IIN_APPLICATION: [
    'application',
    'iinApplication(id: $id) { latinName { surname } birthDate refusalNotice { reason } applicant { birthPlace } record { birthPlace } }',
  ],
  PETITION: [
    'petition',
    'petition(id: $id) { latinName { surname } birthDate profession { kk } interviewTimes { videoLink } }',
  ],
  RESIDENCE_CASE: [
    'residenceCase',
    'residenceCase(id: $id) { iin latinName { surname } residenceAddress submissions { returnReasons { text } } }',
  ],
  COMPLAINT: ['complaint', 'complaint(id: $id) { latinName { surname } text decisions { reasons } }'],
} as const satisfies Record<string, readonly [Kind, string]>;

type CaseKind = keyof typeof cases;

/** The text of an answer to an auditor who asks for a case, or a person. */
async function look(kind: CaseKind | 'PERSON', owner: Marked, client: GraphClient = auditor): Promise<string> {
  const [of, selection] =
    kind === 'PERSON'
      ? ([
          'applicant',
          'applicant(id: $id) { latinName { surname } birthDate contacts { email } address { address } }',
        ] as const)
      : cases[kind];
  return JSON.stringify(await client.ask(`query Look($id: ID!) { ${selection} }`, { id: world.rows[of][owner] }));
}

async function sees(kind: CaseKind | 'PERSON', owner: Marked, client?: GraphClient): Promise<boolean> {
  return tellsOf(owner, await look(kind, owner, client));
}

const caseKinds = Object.keys(cases) as CaseKind[];

describe.each(caseKinds)('a case: %s', (caseKind) => {
  const caseId = () => world.rows[cases[caseKind][0]].Berlin;

  test('is unmasked to whom it is disclosed, and no other case or person, and to nobody else', async () => {
    expect(await sees(caseKind, 'Berlin')).toBe(false);
    const { data, codes } = await disclose({ caseId: caseId(), caseKind });
    expect(codes).toEqual([]);
    expect(data.requestDisclosure.disclosure).toEqual({
      id: expect.any(String),
      subjectKind: caseKind,
      subjectId: caseId(),
      reason,
      requestedAt: '2026-03-10T10:00:00.000+05:00',
      opensUntil: '2026-03-10T12:00:00.000+05:00',
      auditor: { id: auditor.accountId },
    });
    expect(await sees(caseKind, 'Berlin')).toBe(true);
    expect(await sees(caseKind, 'Tirana')).toBe(false);
    for (const other of caseKinds.filter((each) => each !== caseKind))
      expect([other, await sees(other, 'Berlin')]).toEqual([other, false]);
    expect(await sees('PERSON', 'Berlin')).toBe(false);
    expect(await sees(caseKind, 'Berlin', world.clients.auditor)).toBe(false);
  });
});

test('the person of a disclosed case stays masked where the case only leads to them', async () => {
  await disclose({ caseId: world.rows.application.Berlin, caseKind: 'IIN_APPLICATION' });
  const { iinApplication } = await auditor.ask(`query R($id: ID!) { ${cases.IIN_APPLICATION[1]} }`, {
    id: world.rows.application.Berlin,
  });
  expect(iinApplication).toEqual({
    latinName: { surname: 'QERIKASURNAME' },
    birthDate: '1901-02-03',
    refusalNotice: { reason: 'QERIKAREFUSAL' },
    applicant: { birthPlace: '…' },
    record: { birthPlace: '…' },
  });
});

test('a person is unmasked wherever they were presented, in their cases and their record, and nobody else', async () => {
  const { database } = world.product;
  const { newcomer, application, record } = world.rows;
  await database.query(
    'update applicants.applicant set iin = (select iin from applicants.applicant where id = $1), birth_place = $3 where id = $2',
    [world.rows.applicant.Berlin, newcomer.Berlin, 'QERIKAAGAIN'],
  );
  const { codes } = await disclose({ personId: newcomer.Berlin });
  expect(codes).toEqual([]);
  for (const kind of ['PERSON', ...caseKinds] as const) {
    expect([kind, await sees(kind, 'Berlin')]).toEqual([kind, true]);
    expect([kind, await sees(kind, 'Tirana')]).toEqual([kind, false]);
  }
  const { again, iinRecord, iinRecords } = await auditor.ask(
    `query R($again: ID!, $record: ID!) { again: applicant(id: $again) { birthPlace } iinRecord(id: $record) { birthPlace versions { birthDate } }
       iinRecords(first: 100) { edges { node { id birthDate } } } }`,
    { again: newcomer.Berlin, record: record.Berlin },
  );
  expect(again.birthPlace).toBe('QERIKAAGAIN');
  expect(iinRecord).toEqual({ birthPlace: 'QERIKAPLACE', versions: [{ birthDate: '1901-02-03' }] });
  const unmasked = iinRecords.edges.filter(({ node }: { node: { birthDate: string | null } }) => node.birthDate);
  expect(unmasked).toEqual([{ node: { id: record.Berlin, birthDate: '1901-02-03' } }]);
  expect(application.Berlin).not.toBe(application.Tirana);
});

test.each([1, 8])('it ends after %i hours: the last minute is in, the first minute is out', async (hours) => {
  const { clock } = world.product;
  await disclose({ caseId: world.rows.petition.Tirana, caseKind: 'PETITION' }, { hours });
  const ends = Temporal.Instant.from('2026-03-10T10:00:00+05:00').add({ hours });
  clock.set(ends.subtract({ minutes: 1 }).toString());
  expect(await sees('PETITION', 'Tirana')).toBe(true);
  clock.set(ends.toString());
  expect(await sees('PETITION', 'Tirana')).toBe(false);
});

test.each([
  [
    'a person',
    () => ({ personId: world.rows.applicant.Berlin }),
    ['document', 'printedForm', 'caseDocument', 'casePaper', 'complaintPaper'],
  ],
  [
    'an application',
    () => ({ caseId: world.rows.application.Berlin, caseKind: 'IIN_APPLICATION' }),
    ['document', 'printedForm'],
  ],
  ['a petition', () => ({ caseId: world.rows.petition.Berlin, caseKind: 'PETITION' }), ['caseDocument']],
  ['a residence case', () => ({ caseId: world.rows.residenceCase.Berlin, caseKind: 'RESIDENCE_CASE' }), ['casePaper']],
  ['a complaint', () => ({ caseId: world.rows.complaint.Berlin, caseKind: 'COMPLAINT' }), ['complaintPaper']],
] as const)('scans of %s are there while it is disclosed, not before, not after', async (_of, subject, opened) => {
  const kinds = ['document', 'printedForm', 'caseDocument', 'casePaper', 'complaintPaper'] as const;
  const status = async (kind: Kind, owner: Marked) =>
    (await auditor.get(`/documents/${world.rows[kind][owner]}`)).status;
  const statuses = async () =>
    Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await status(kind, 'Berlin')])));
  const none = Object.fromEntries(kinds.map((kind) => [kind, 404]));
  expect(await statuses()).toEqual(none);
  await disclose(subject());
  expect(await statuses()).toEqual({ ...none, ...Object.fromEntries(opened.map((kind) => [kind, 200])) });
  for (const kind of kinds) expect([kind, await status(kind, 'Tirana')]).toEqual([kind, 404]);
  world.product.clock.set('2026-03-10T12:00:00+05:00');
  expect(await statuses()).toEqual(none);
});

test.each([
  ['neither', () => ({}), ['DISCLOSURE_SUBJECT']],
  ['both', () => ({ personId: newId(), caseId: newId(), caseKind: 'PETITION' }), ['DISCLOSURE_SUBJECT']],
  ['a case without its kind', () => ({ caseId: newId() }), ['DISCLOSURE_CASE_KIND']],
  ['a reason of nine characters', () => ({ personId: newId(), reason: 'Nine long' }), ['DISCLOSURE_REASON']],
  ['a reason of 501 characters', () => ({ personId: newId(), reason: 'x'.repeat(501) }), ['DISCLOSURE_REASON']],
  ['no hour', () => ({ personId: newId(), hours: 0 }), ['DISCLOSURE_HOURS']],
  [
    'nine hours and no reason',
    () => ({ personId: newId(), reason: ' ', hours: 9 }),
    ['DISCLOSURE_REASON', 'DISCLOSURE_HOURS'],
  ],
] as const)('%s is refused', async (_what, input, problems) => {
  const { errors } = await disclose(input());
  expect(errors.map(({ extensions }) => [extensions.code, extensions.problems?.map(({ code }) => code)])).toEqual([
    ['BAD_USER_INPUT', problems],
  ]);
});

test.each([
  ['a person that nobody is', () => ({ personId: newId() })],
  ['a person by the id of a case', () => ({ personId: world.rows.application.Berlin })],
  ['a case of another kind', () => ({ caseId: world.rows.application.Berlin, caseKind: 'PETITION' })],
  ['no id at all', () => ({ personId: 'x' })],
])('%s is NOT_FOUND, and nothing is opened', async (_what, input) => {
  expect((await disclose(input())).codes).toEqual(['NOT_FOUND']);
  const { rowCount } = await world.product.database.query('select from kit.case_access where account_id = $1', [
    auditor.accountId,
  ]);
  expect(rowCount).toBe(0);
});

test('ten characters and 500 are a reason, and the same key discloses once', async () => {
  const input = { personId: world.rows.applicant.Tirana, hours: 1, idempotencyKey: 'once' };
  const [first, second] = [await disclose(input, { hours: 1 }), await disclose(input, { hours: 1 })];
  expect(second.data).toEqual(first.data);
  expect((await disclose({ ...input, idempotencyKey: 'ten' }, { reason: 'Ten chars.' })).codes).toEqual([]);
  expect((await disclose({ ...input, idempotencyKey: '500' }, { reason: 'x'.repeat(500) })).codes).toEqual([]);
  const { disclosures } = await auditor.ask('{ disclosures { totalCount edges { node { reason } } } }');
  expect(disclosures.totalCount).toBe(3);
});

test('nobody but auditors discloses, and a subgraph that is asked directly says the same', async () => {
  const input = { personId: world.rows.applicant.Berlin, reason, hours: 1 };
  for (const viewer of ['operator', 'state corporation', 'complaint reviewer', 'Erika, applicant'] as const)
    expect([viewer, new Set((await world.clients[viewer].send(request, { input })).codes)]).toEqual([
      viewer,
      new Set(['FORBIDDEN']),
    ]);
  const direct = `mutation { requestDisclosure(input: { personId: "${input.personId}", reason: "${reason}", hours: 1 }) { disclosure { id } } }`;
  const { codes } = await askSubgraph(
    world.product,
    'audit',
    direct,
    `Bearer ${await world.clients.operator.freshToken()}`,
  );
  expect(codes).toEqual(['FORBIDDEN']);
});

test('stands in the journal with its reason, and among all disclosures for the State Corporation; an auditor sees their own', async () => {
  const caseId = world.rows.residenceCase.Berlin;
  const { data } = await disclose({ caseId, caseKind: 'RESIDENCE_CASE' });
  const { id } = data.requestDisclosure.disclosure as { id: string };
  const { journal } = await auditor.ask(
    'query J($id: ID!) { journal(filter: { subject: $id }) { edges { node { kind action outcome reason accountId subjects } } } }',
    { id },
  );
  expect(journal.edges.map(({ node }: { node: unknown }) => node)).toEqual([
    {
      kind: 'DISCLOSURE',
      action: 'requestDisclosure',
      outcome: 'DONE',
      reason,
      accountId: auditor.accountId,
      subjects: [id, caseId, world.rows.applicant.Berlin],
    },
  ]);
  const list =
    '{ disclosures(first: 100) { edges { node { id reason subjectKind subjectId opensUntil office { en } auditor { id name } } } } }';
  const listed = {
    id,
    reason,
    subjectKind: 'RESIDENCE_CASE',
    subjectId: caseId,
    opensUntil: '2026-03-10T12:00:00.000+05:00',
    office: null,
    auditor: { id: auditor.accountId, name: 'Another auditor' },
  };
  const nodes = async (client: GraphClient) =>
    (await client.ask(list)).disclosures.edges.map(({ node }: { node: unknown }) => node) as unknown[];
  expect((await nodes(world.clients['state corporation']))[0]).toEqual(listed);
  expect(await nodes(auditor)).toEqual([listed]);
  expect(await nodes(await anAuditor())).toEqual([]);
  for (const viewer of ['manager', 'operator', 'complaint reviewer'] as const)
    expect([viewer, new Set((await world.clients[viewer].send(list)).codes)]).toEqual([viewer, new Set(['FORBIDDEN'])]);
});

test('the person sees it, and what was read during it', async () => {
  await disclose({ caseId: world.rows.application.Berlin, caseKind: 'IIN_APPLICATION' });
  world.product.clock.set('2026-03-10T10:05:00+05:00');
  await look('IIN_APPLICATION', 'Berlin');
  const { applicant } = await world.clients['Erika, applicant'].ask(
    'query R($id: ID!) { applicant(id: $id) { readings(first: 4) { edges { node { at action role } } } } }',
    { id: world.rows.applicant.Berlin },
  );
  const told = applicant.readings.edges.map(({ node }: { node: object }) => node);
  expect(told).toEqual(
    expect.arrayContaining([
      { at: '2026-03-10T10:05:00.000+05:00', action: 'IinApplication', role: 'auditor' },
      { at: '2026-03-10T10:00:00.000+05:00', action: 'requestDisclosure', role: 'auditor' },
    ]),
  );
});

test('what is disclosed is asked of the database once in an operation of a subgraph', async () => {
  await disclose({ personId: world.rows.applicant.Tirana });
  const { statements } = world.product;
  statements.length = 0;
  await auditor.ask(
    '{ iinApplications(first: 20) { edges { node { iin birthDate latinName { surname } record { iin versions { birthDate } } } } } }',
  );
  expect(statements.filter((statement) => statement.includes('kit.disclosed()'))).toHaveLength(1);
});
