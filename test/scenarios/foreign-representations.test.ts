import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { embassyOf, germanEmbassy } from '../support/representations.ts';
import { loadReferenceData } from '../../installation/reference/load.ts';

// A§1: the representations in Kazakhstan whose staff apply through the MFA are data that an administrator keeps.

let product: TestProduct;
let administrator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  administrator = product.as('state_corporation');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const fields = 'id version kind country city from until source name { kk ru en }';
const setMutation = `mutation Set($input: SetForeignRepresentationInput!) { setForeignRepresentation(input: $input) { foreignRepresentation { ${fields} } } }`;

const consulate = {
  kind: 'CONSULATE',
  name: {
    kk: 'Моңғолияның Алматы қаласындағы Бас консулдығы',
    ru: 'Генеральное консульство Монголии в городе Алматы',
    en: 'Consulate General of Mongolia in Almaty',
  },
  country: 'MNG',
  city: 'Almaty',
  source: 'Note of the MFA, No. 1',
  reason: 'It opened',
};

async function set(input: object) {
  return (await administrator.ask(setMutation, { input })).setForeignRepresentation.foreignRepresentation;
}

async function representation(id: string) {
  const query = `query R($id: ID!) { foreignRepresentation(id: $id) { ${fields} } }`;
  return (await product.anybody().ask(query, { id })).foreignRepresentation;
}

/** A representation as the input that would leave it as it is. */
async function asInput(id: string) {
  const { version, ...known } = await representation(id);
  return { ...known, expectedVersion: version, reason: 'Note of the MFA' };
}

/** The English names of those that a filter finds. */
async function found(filter: object, page: object = { first: 100 }): Promise<string[]> {
  const query = `query F($filter: ForeignRepresentationFilter, $first: Int, $after: String) {
    foreignRepresentations(filter: $filter, first: $first, after: $after) { totalCount edges { node { name { en } } } } }`;
  const { foreignRepresentations } = await product.anybody().ask(query, { filter, ...page });
  const names = foreignRepresentations.edges.map(({ node }: { node: { name: { en: string } } }) => node.name.en);
  expect(foreignRepresentations.totalCount).toBeGreaterThanOrEqual(names.length);
  return names as string[];
}

const problemsOf = async (input: object) =>
  (await administrator.send(setMutation, { input })).errors[0]?.extensions.problems?.map(({ code, path }) =>
    [code, ...path].join(' '),
  );

describe('the list', () => {
  test('is read by everybody, and says where it is from', async () => {
    expect(await representation(germanEmbassy)).toEqual({
      id: germanEmbassy,
      version: 1,
      kind: 'EMBASSY',
      country: 'D',
      city: 'Astana',
      from: null,
      until: null,
      source: 'General knowledge, to be confirmed by the Ministry of Foreign Affairs',
      name: {
        kk: 'Германия Федеративтік Республикасының Қазақстан Республикасындағы Елшілігі',
        ru: 'Посольство Федеративной Республики Германия в Республике Казахстан',
        en: 'Embassy of the Federal Republic of Germany in the Republic of Kazakhstan',
      },
    });
    expect(await representation('01964631-f000-7000-8000-00000000ffff')).toBeNull();
  });

  test('is searched by kind, state and name, in any language and in capital letters or small ones', async () => {
    expect(await found({ country: 'RUS', kind: 'CONSULATE' })).toEqual([
      'Consulate General of the Russian Federation in Almaty',
      'Consulate General of the Russian Federation in Oral',
      'Consulate General of the Russian Federation in Oskemen',
    ]);
    // DEU is what other systems write for Germany.
    expect(await found({ country: 'DEU', kind: 'EMBASSY' })).toEqual([
      'Embassy of the Federal Republic of Germany in the Republic of Kazakhstan',
    ]);
    const unicef = ["United Nations Children's Fund (UNICEF) in Kazakhstan"];
    for (const text of ['unicef', 'ЮНИСЕФ', 'Балалар қорының', ' детского фонда '])
      expect(await found({ text })).toEqual(unicef);
    expect(await found({ text: 'юнисеф', kind: 'EMBASSY' })).toEqual([]);
    // The names of the languages are no part of a name, and signs mean themselves.
    for (const text of ['"ru"', '%', '_']) expect(await found({ text })).toEqual([]);
  });

  test('goes by the English names, page after page', async () => {
    const all = [...(await found({})), ...(await found({ kind: 'INTERNATIONAL_ORGANISATION' }))];
    expect(all.length).toBeGreaterThan(100);
    const embassies = await found({ kind: 'EMBASSY' });
    expect(embassies).toEqual(embassies.toSorted());
    expect(await found({ kind: 'EMBASSY' }, { first: 2 })).toEqual(embassies.slice(0, 2));
  });

  test.each([
    ['nothing', ' ', 'TEXT_EMPTY'],
    ['what nobody types', 'x\u0000', 'TEXT_HAS_CONTROL_CHARACTERS'],
  ])('is not searched for %s', async (_what, text, code) => {
    const query =
      'query F($filter: ForeignRepresentationFilter) { foreignRepresentations(filter: $filter) { totalCount } }';
    const { errors } = await product.anybody().send(query, { filter: { text } });
    expect(errors[0]?.extensions.problems).toMatchObject([{ code, path: ['filter', 'text'] }]);
  });
});

describe('an administrator', () => {
  test('adds one, renames it and ends it; the list of a day has those that are in force then', async () => {
    const added = await set({ ...consulate, from: '2026-03-10' });
    expect(added).toMatchObject({ version: 1, from: '2026-03-10', until: null, country: 'MNG' });
    const on = (inForceOn: string) => found({ country: 'MNG', kind: 'CONSULATE', inForceOn });
    expect(await on('2026-03-09')).toEqual([]);
    expect(await on('2026-03-10')).toEqual([consulate.name.en]);

    const name = { ...consulate.name, en: 'Consulate of Mongolia in Almaty' };
    expect(await set({ ...(await asInput(added.id)), name })).toMatchObject({ version: 2, name });
    expect(await set({ ...(await asInput(added.id)), until: '2026-06-30' })).toMatchObject({ version: 3 });
    expect(await on('2026-06-30')).toEqual([name.en]);
    expect(await on('2026-07-01')).toEqual([]);
    expect(await found({ country: 'MNG', kind: 'CONSULATE' })).toEqual([name.en]);
  });

  test('leaves behind what it was before, who changed it, when and why; for those who administer and audit', async () => {
    const id = embassyOf('CUB');
    const before = await representation(id);
    await set({ ...(await asInput(id)), city: 'Almaty', reason: 'It moved' });
    const query = `query R($id: ID!) { foreignRepresentation(id: $id) { changes {
      at by { name } reason before { kind country city from until source name { kk ru en } } } } }`;
    const { id: _id, version: _version, ...earlier } = before;
    const change = { at: '2026-03-02T10:00:00.000+05:00', reason: 'It moved', before: earlier };
    for (const reader of [administrator, product.as('auditor')]) {
      const { changes } = (await reader.ask(query, { id })).foreignRepresentation;
      expect(changes).toEqual([
        { ...change, by: reader === administrator ? { name: 'Aigerim Demo' } : expect.anything() },
      ]);
    }
    expect((await product.as('authorised_employee').send(query, { id })).codes).toEqual(['FORBIDDEN']);
    const { rows } = await product.database.query(
      `select kind, outcome from audit.journal where action = 'setForeignRepresentation' and $1 = any(subjects)`,
      [id],
    );
    expect(rows).toEqual([{ kind: 'COMMAND', outcome: 'DONE' }]);
  });

  test('is nobody else', async () => {
    for (const role of ['manager', 'authorised_employee', 'consul', 'auditor'] as const)
      expect((await product.as(role).send(setMutation, { input: consulate })).codes).toEqual(['FORBIDDEN']);
    expect((await product.anybody().send(setMutation, { input: consulate })).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('is told every problem at once', async () => {
    const input = { ...consulate, name: { kk: ' ', ru: '', en: '' }, city: ' ', source: '', reason: '', country: null };
    expect(await problemsOf({ ...input, from: '2026-03-02', until: '2026-03-01' })).toEqual([
      'TEXT_EMPTY name kk',
      'TEXT_EMPTY name ru',
      'TEXT_EMPTY name en',
      'TEXT_EMPTY city',
      'TEXT_EMPTY source',
      'REPRESENTATION_COUNTRY country',
      'PERIOD_BACKWARDS until',
      'REASON_EMPTY reason',
    ]);
  });

  test('does not enter one twice for the same time', async () => {
    const again = { ...(await asInput(germanEmbassy)), id: null, expectedVersion: null };
    expect(await problemsOf(again)).toEqual(['REPRESENTATION_KNOWN name']);
    const other = { ...again, name: { ...again.name, en: 'Another', ru: 'Другое' } };
    expect(await problemsOf(other)).toEqual(['REPRESENTATION_KNOWN name']);
    await set({ ...(await asInput(germanEmbassy)), until: '2030-12-31' });
    expect(await set({ ...again, from: '2031-01-01' })).toMatchObject({ version: 1, from: '2031-01-01' });
  });

  test('and another one who add the same at one moment add it once', async () => {
    const input = { ...consulate, name: { kk: 'Бір', ru: 'Один', en: 'One' } };
    const answers = await Promise.all([1, 2, 3].map(() => administrator.send(setMutation, { input })));
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  test('changes nothing on top of a version that is not the present one, nor what there is not', async () => {
    const id = embassyOf('OMN');
    const known = await asInput(id);
    await set({ ...known, city: 'Almaty' });
    for (const version of [{}, { expectedVersion: null }]) {
      const { errors } = await administrator.send(setMutation, { input: { ...known, ...version } });
      expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    }
    const { codes } = await administrator.send(setMutation, { input: { ...known, id: 'nothing' } });
    expect(codes).toEqual(['NOT_FOUND']);
  });

  test('who repeats with the same key changes nothing', async () => {
    const input = { ...consulate, name: { kk: 'А', ru: 'Б', en: 'C' }, idempotencyKey: 'opened' };
    const { id } = await set(input);
    expect(await set(input)).toMatchObject({ id, version: 1 });
    expect(await found({ text: 'opened' })).toEqual([]);
  });
});

test('what an administrator changed stays so when the product is set up again', async () => {
  const id = embassyOf('QAT');
  await set({ ...(await asInput(id)), city: 'Almaty' });
  const changed = await representation(id);
  await loadReferenceData(product.database, product.clock.now().toString());
  expect(await representation(id)).toEqual(changed);
});
