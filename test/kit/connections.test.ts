import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Lists are Relay connections: pages in both directions, stable while rows are added.

let product: TestProduct;
let consul: GraphClient;
let newestFirst: string[];

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  const ids: string[] = [];
  for (let index = 0; index < 11; index += 1) ids.push(await registerPerson(consul));
  newestFirst = ids.toReversed();
});
afterAll(() => product.close());

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const pageQuery = (list: string) => `query Page($first: Int, $after: String, $last: Int, $before: String) {
  page: ${list}(first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function page(variables: object, { list = 'applicants', reader = consul } = {}): Promise<Page> {
  const data = await reader.ask(pageQuery(list), variables as Record<string, unknown>);
  return data.page as Page;
}

const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

/** Every page from the start, or from the end, one after the other. */
async function pages(
  size: number,
  direction: 'forwards' | 'backwards',
  options = {},
  between = async () => {},
): Promise<Page[]> {
  const found: Page[] = [];
  for (;;) {
    const { startCursor, endCursor } = found.at(-1)?.pageInfo ?? {};
    const asked = direction === 'forwards' ? { first: size, after: endCursor } : { last: size, before: startCursor };
    const next = await page(asked, options);
    found.push(next);
    const more = direction === 'forwards' ? next.pageInfo.hasNextPage : next.pageInfo.hasPreviousPage;
    if (!more) return found;
    await between();
  }
}

describe('Pages', () => {
  test.each([1, 2, 3, 10, 11, 12])(
    'of %i cover everything once, forwards and backwards, newest first',
    async (size) => {
      const forwards = await pages(size, 'forwards');
      const backwards = await pages(size, 'backwards');
      expect(forwards.flatMap(idsOf)).toEqual(newestFirst);
      expect(backwards.toReversed().flatMap(idsOf)).toEqual(newestFirst);
      expect(forwards.map(({ edges }) => edges.length)).toEqual(backwards.map(({ edges }) => edges.length));
    },
  );

  test('tell where they stand', async () => {
    const first = await page({ first: 4 });
    expect(first.pageInfo).toEqual({
      hasPreviousPage: false,
      hasNextPage: true,
      startCursor: first.edges[0]!.cursor,
      endCursor: first.edges[3]!.cursor,
    });
    const last = await page({ last: 4 });
    expect(idsOf(last)).toEqual(newestFirst.slice(-4));
    expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const between = await page({ first: 2, after: first.pageInfo.endCursor });
    expect(between.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    expect((await page({ first: 100, after: last.pageInfo.endCursor })).pageInfo).toMatchObject({
      hasNextPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test('between two cursors hold what lies between them', async () => {
    const { edges } = await page({ first: 11 });
    expect(idsOf(await page({ first: 10, after: edges[1]!.cursor, before: edges[6]!.cursor }))).toEqual(
      newestFirst.slice(2, 6),
    );
  });

  test('hold 20 when nobody says how many', async () => {
    const missions = await page({}, { list: 'missions' });
    expect(missions.edges).toHaveLength(20);
  });

  test('stay put while rows are added: what was there is seen once, what is new is at the beginning', async () => {
    const added: string[] = [];
    const seen = await pages(3, 'forwards', {}, async () => void added.unshift(await registerPerson(consul)));
    expect(seen.flatMap(idsOf)).toEqual(newestFirst);
    expect(added.length).toBeGreaterThan(2);
    expect(idsOf(await page({ first: 100 }))).toEqual([...added, ...newestFirst]);
    newestFirst = [...added, ...newestFirst];
  });

  test('of missions go by their number', async () => {
    const { page: all } = await consul.ask('{ page: missions(first: 100) { edges { node { number } } } }');
    const numbers = all.edges.map(({ node }: { node: { number: number } }) => node.number);
    expect(numbers).toEqual(numbers.toSorted((left: number, right: number) => left - right));
    const both = [
      await pages(25, 'forwards', { list: 'missions' }),
      (await pages(25, 'backwards', { list: 'missions' })).toReversed(),
    ];
    for (const found of both) expect(found.flatMap(idsOf)).toHaveLength(numbers.length);
    expect(both[0]!.flatMap(idsOf)).toEqual(both[1]!.flatMap(idsOf));
  });

  test('of the journal go by moments, down to the microsecond', async () => {
    const auditor = product.as('auditor');
    for (const fraction of ['000001', '000002', '000003', '123456', '123457']) {
      product.clock.set(`2026-03-02T11:00:00.${fraction}+05:00`);
      for (let time = 1; time <= 2; time += 1)
        await consul.ask('query One($id: ID!) { applicant(id: $id) { id } }', { id: newestFirst[0] });
    }
    // Whoever reads the journal is journalled, so only what was before is looked at.
    product.clock.set('2026-03-02T10:00:00+05:00');
    const journal = async (variables: object) => {
      const data = await auditor.ask(
        `query Journal($after: String, $before: String, $first: Int, $last: Int) { page: journal(
           filter: { from: "2026-03-02T11:00:00+05:00" }, first: $first, after: $after, last: $last, before: $before) {
           edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        variables as Record<string, unknown>,
      );
      return data.page as Page;
    };
    const all = idsOf(await journal({ first: 100 }));
    expect(all).toHaveLength(10);
    const oneByOne: string[] = [];
    for (let after: string | null = null; ;) {
      const next: Page = await journal({ first: 1, after });
      oneByOne.push(...idsOf(next));
      after = next.pageInfo.endCursor;
      if (!next.pageInfo.hasNextPage) break;
    }
    expect(oneByOne).toEqual(all);
  });
});

describe('How many there are in all', () => {
  const counts = () => product.statements.filter((statement) => /\bcount\(/i.test(statement));

  test('is counted when it is asked for, and right: what one may see', async () => {
    product.statements.length = 0;
    const data = await consul.ask('{ applicants(first: 1) { totalCount } }');
    expect(data.applicants.totalCount).toBe(newestFirst.length);
    expect(counts()).toHaveLength(1);
    const elsewhere = await product.as('consul', { mission: 1 }).ask('{ applicants { totalCount } }');
    expect(elsewhere.applicants.totalCount).toBe(0);
  });

  test('is not counted when it is not', async () => {
    product.statements.length = 0;
    await page({ first: 5 });
    expect(counts()).toEqual([]);
    expect(product.statements.filter((statement) => statement.includes('"applicants"."applicant"'))).toHaveLength(1);
  });
});

test('A page deep in the list reads no more rows than it shows, and one', async () => {
  const { edges } = await page({ first: 8 });
  product.statements.length = 0;
  await page({ first: 2, after: edges[6]!.cursor });
  const [statement] = product.statements.filter((each) => each.includes('"applicants"."applicant"'));
  expect(statement).toMatch(/\b3 results\b/);
  expect(statement).not.toMatch(/offset/i);
});
