import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applyForSchmidt, erika, formNumber } from '../support/corrections.ts';
import type { Numbered } from '../support/corrections.ts';
import { act } from '../support/counter.ts';
import type { ClientError, GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// The operators see the whole registry of numbers, with its history; whatever they read of it is journalled. Nobody else searches in it.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
/** In the order in which their numbers were formed. */
let people: Record<'mustermann' | 'meier' | 'quispe', Numbered>;
const birthDate = '1971-05-09';

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
  const named = (surname: string, cyrillic: string, born: string) =>
    formNumber(
      consul,
      operator,
      erika(born, { surname, cyrillicName: { surname: cyrillic, givenNames: `Эрика ${cyrillic}` } }),
    );
  people = {
    mustermann: await named('Mustermann', 'Мустерманн', birthDate),
    meier: await named('Meier-Schulze', 'Майер-Шульце', '1972-01-02'),
    quispe: await named('Quispe', 'Мұқаш', '1973-01-02'),
  };
});
afterAll(() => product.close());

const search = `query Search($filter: IinRecordFilter, $first: Int, $after: String, $last: Int, $before: String) {
  iinRecords(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { iin } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

/** Whom a search finds. */
async function found(filter: object | null, page: object = {}): Promise<string[]> {
  const { iinRecords } = await operator.ask(search, { filter, ...page });
  const names = iinRecords.edges.map(({ node }: { node: { iin: string } }) => nameOf(node.iin));
  if (Object.keys(page).length === 0) expect(iinRecords.totalCount).toBe(names.length);
  return names as string[];
}

interface Page {
  hasNextPage?: boolean;
  hasPreviousPage?: boolean;
  startCursor?: string;
  endCursor?: string;
}

async function pageOf(
  filter: object | null,
  page: object,
): Promise<{ edges: { node: { iin: string } }[]; pageInfo: Page }> {
  return (await operator.ask(search, { filter, ...page })).iinRecords;
}
const nameOf = (iin: string) => Object.entries(people).find(([, each]) => each.iin === iin)![0];
const problems = ([error]: ClientError[]) =>
  error?.extensions.problems!.map(({ code, path }) => [code, ...path].join(' '));

describe('The search', () => {
  test('for nothing in particular has everybody, the newest first', async () => {
    expect(await found(null)).toEqual(['quispe', 'meier', 'mustermann']);
    expect(await found({})).toEqual(['quispe', 'meier', 'mustermann']);
  });

  test('by the number finds one, or nobody', async () => {
    expect(await found({ iin: people.meier.iin })).toEqual(['meier']);
    expect(await found({ iin: '850312090019' })).toEqual([]);
  });

  test('by how a surname begins goes through the surnames in their order, in Latin and in Cyrillic letters', async () => {
    expect(await found({ surname: 'M' })).toEqual(['meier', 'mustermann']);
    expect(await found({ surname: 'Must' })).toEqual(['mustermann']);
    expect(await found({ surname: 'М' })).toEqual(['meier', 'mustermann', 'quispe']);
    expect(await found({ surname: 'Мұқ' })).toEqual(['quispe']);
    expect(await found({ surname: 'ustermann' })).toEqual([]);
    expect(await found({ surname: 'Mustermanns' })).toEqual([]);
    expect(await found({ surname: '%' })).toEqual([]);
  });

  test("doesn't depend on case, spaces and hyphens", async () => {
    for (const surname of ['meier-schulze', 'MEIERSCHULZE', ' Meier Sch', 'майершульце', 'Майер-Ш'])
      expect([surname, await found({ surname })]).toEqual([surname, ['meier']]);
  });

  test('by the date of birth finds those born on that day', async () => {
    expect(await found({ birthDate })).toEqual(['mustermann']);
    expect(await found({ birthDate: '1971-05-10' })).toEqual([]);
  });

  test('by several finds whom all of them hold for', async () => {
    expect(await found({ birthDate, surname: 'M' })).toEqual(['mustermann']);
    expect(await found({ birthDate, surname: 'Мустерманн', iin: people.mustermann.iin })).toEqual(['mustermann']);
    expect(await found({ birthDate, surname: 'Meier' })).toEqual([]);
    expect(await found({ birthDate, iin: people.meier.iin })).toEqual([]);
  });

  test('says what is no surname, and which cursor is of another list', async () => {
    expect(problems((await operator.send(search, { filter: { surname: ' - ' } })).errors)).toEqual([
      'TEXT_EMPTY filter surname',
    ]);
    expect(problems((await operator.send(search, { filter: { surname: 'a\u0000' } })).errors)).toEqual([
      'TEXT_HAS_CONTROL_CHARACTERS filter surname',
    ]);
    const newest = await operator.ask(search, { first: 1 });
    const after = newest.iinRecords.pageInfo.endCursor as string;
    const ofText = (text: string) => Buffer.from(JSON.stringify([text])).toString('base64url');
    for (const [filter, cursor] of [
      [null, ofText('MEIER')],
      [{ surname: 'M' }, ofText('a\u0000')],
    ] as const)
      expect(problems((await operator.send(search, { filter, after: cursor })).errors)).toEqual([
        'CURSOR_INVALID after',
      ]);
    expect(await found(null, { first: 1, after })).toEqual(['meier']);
  });

  test('goes through its pages in both directions, each record once', async () => {
    for (const [filter, all] of [
      [{ surname: 'М' }, ['meier', 'mustermann', 'quispe']],
      [null, ['quispe', 'meier', 'mustermann']],
    ] as const) {
      const forwards: string[] = [];
      for (let page: Page = {}; page.hasNextPage !== false;) {
        const { edges, pageInfo } = await pageOf(filter, { first: 1, after: page.endCursor });
        forwards.push(nameOf(edges[0]!.node.iin));
        page = pageInfo;
      }
      const backwards: string[] = [];
      for (let page: Page = {}; page.hasPreviousPage !== false;) {
        const { edges, pageInfo } = await pageOf(filter, { last: 1, before: page.startCursor });
        backwards.unshift(nameOf(edges[0]!.node.iin));
        page = pageInfo;
      }
      expect([forwards, backwards]).toEqual([all, all]);
    }
  });
});

describe('One record', () => {
  const byId = 'query R($id: ID, $iin: IIN) { iinRecord(id: $id, iin: $iin) { id iin version } }';

  test('is read by its id or by its number', async () => {
    const { recordId: id, iin } = people.quispe;
    const expected = { iinRecord: { id, iin, version: 1 } };
    expect(await operator.ask(byId, { id })).toEqual(expected);
    expect(await operator.ask(byId, { iin })).toEqual(expected);
  });

  test('is asked for by one of the two', async () => {
    const { recordId: id, iin } = people.quispe;
    for (const keys of [{}, { id, iin }, { id: null }])
      expect(problems((await operator.send(byId, keys)).errors)).toEqual(['RECORD_KEY id']);
  });

  test('that there is not is NOT_FOUND', async () => {
    const unknown = '01964631-f000-7000-8000-00000000ffff';
    for (const keys of [{ id: unknown }, { id: 'no id' }, { iin: '850312090019' }])
      expect((await operator.send(byId, keys)).codes).toEqual(['NOT_FOUND']);
  });

  test('has its history: every version, every application, and what was printed how often', async () => {
    const { iin, applicationId } = people.mustermann;
    for (let print = 1; print <= 3; print += 1) await act(consul, 'printResult', applicationId, 3);
    const refused = await applyForSchmidt(consul, iin, birthDate);
    await act(operator, 'takeIinApplication', refused, 1);
    await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
      input: {
        id: refused,
        expectedVersion: 2,
        grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
        reason: 'Нет подписи.',
        marks: [{ field: 'CYRILLIC_SURNAME', remark: 'Не доказана.' }],
      },
    });
    const corrected = await applyForSchmidt(consul, iin, birthDate);
    await act(operator, 'takeIinApplication', corrected, 1);
    await act(operator, 'correctIin', corrected, 2);
    await act(consul, 'printResult', corrected, 3);
    const data = await operator.ask(
      `query H($iin: IIN!) { iinRecord(iin: $iin) { version formedAt
         versions { version latinName { surname } cyrillicName { surname } birthPlace sex citizenship application { id } }
         applications { id kind state mission { number } printedForm { kind prints } } } }`,
      { iin },
    );
    const of = { birthPlace: 'Berlin', sex: 'FEMALE', citizenship: 'D' };
    const at = { mission: { number: 13 } };
    expect(data.iinRecord).toEqual({
      version: 2,
      formedAt: '2026-03-02T10:00:00.000+05:00',
      versions: [
        {
          ...of,
          version: 1,
          latinName: { surname: 'MUSTERMANN' },
          cyrillicName: { surname: 'Мустерманн' },
          application: { id: applicationId },
        },
        {
          ...of,
          version: 2,
          latinName: { surname: 'SCHMIDT' },
          cyrillicName: { surname: 'Шмидт' },
          application: { id: corrected },
        },
      ],
      applications: [
        {
          ...at,
          id: applicationId,
          kind: 'FORMATION',
          state: 'FORMED',
          printedForm: { kind: 'REGISTRATION_CERTIFICATE', prints: 3 },
        },
        { ...at, id: refused, kind: 'CORRECTION', state: 'REFUSED', printedForm: null },
        {
          ...at,
          id: corrected,
          kind: 'CORRECTION',
          state: 'CORRECTED',
          printedForm: { kind: 'REGISTRATION_CERTIFICATE', prints: 1 },
        },
      ],
    });
    expect(await found({ surname: 'Schm' })).toEqual(['mustermann']);
    expect(await found({ surname: 'Must' })).toEqual([]);
  });
});

describe('Who may', () => {
  test('search: the operator and auditors, and nobody at a counter', async () => {
    const list = '{ iinRecords { pageInfo { hasNextPage } } }';
    for (const role of ['consul', 'authorised_employee', 'manager', 'applicant'] as const)
      expect([role, (await product.as(role).send(list)).codes]).toEqual([role, ['FORBIDDEN']]);
    expect((await product.anybody().send(list)).codes).toEqual(['UNAUTHENTICATED']);
    for (const client of [operator, product.as('auditor')]) expect((await client.send(list)).codes).toEqual([]);
  });

  test('read the history of a record: the operator, and not the consul who sees the record by the application', async () => {
    const through = (fields: string) => `query T($id: ID!) { iinApplication(id: $id) { record { ${fields} } } }`;
    const id = people.quispe.applicationId;
    for (const fields of ['versions { version }', 'applications { id }']) {
      expect(new Set((await consul.send(through(fields), { id })).codes)).toEqual(new Set(['FORBIDDEN']));
      expect((await operator.send(through(fields), { id })).codes).toEqual([]);
    }
    expect((await consul.ask(through('iin'), { id })).iinApplication.record).toEqual({ iin: people.quispe.iin });
  });
});

test('Whatever is shown of the registry is journalled, with the ids of the records', async () => {
  const { meier, quispe } = people;
  await operator.ask(`query Found { iinRecords(filter: { surname: "Meier" }) { edges { node { iin } } } }`);
  await operator.ask(`query Read($iin: IIN!) { iinRecord(iin: $iin) { applications { number } } }`, {
    iin: quispe.iin,
  });
  const { rows } = await product.database.query(
    `select operation_name as operation, kind, action, subjects from audit.journal where operation_name in ('Found', 'Read') order by operation, action desc`,
  );
  expect(rows).toEqual([
    { operation: 'Found', kind: 'READING', action: 'IinRecord', subjects: [meier.recordId] },
    { operation: 'Read', kind: 'READING', action: 'IinRecord', subjects: [quispe.recordId] },
    {
      operation: 'Read',
      kind: 'READING',
      action: 'IinApplication',
      subjects: [quispe.applicationId, quispe.applicantId],
    },
  ]);
});
