import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { raw } from '@mikro-orm/core';
import type { EntityName, EntityProperty } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { readPage } from '../../subgraphs/kit/connections/connection.ts';
import { beginAs, openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { Reader } from '../../subgraphs/kit/reading/reader.ts';
import { valuesOf } from '../../subgraphs/kit/reading/rows.ts';
import { systemViewer } from '../../subgraphs/kit/viewer/system.ts';
import { IinApplication } from '../../subgraphs/iin/model/application.ts';
import { roleUrl } from '../../installation/database/external.ts';
import { rolePasswords } from '../support/databases.ts';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';

// The same rows as the object-relational mapper reads, in fewer round trips.

let world: World;
let orm: MikroORM;
const statements: string[] = [];
const consul = {
  ...demoAccount('consul')!,
  accountId: demoAccount('consul')!.id,
  scopes: new Set<string>(),
  expiresAt: 0,
};

beforeAll(async () => {
  world = await startWorld();
  orm = await openDatabase(allSubgraphs.iin.entities, {
    url: roleUrl(world.product.databaseUrl, 'qonaq_iin', rolePasswords.qonaq_iin!),
    poolSize: 2,
    onStatement: (statement) => statements.push(statement),
  });
});
afterAll(async () => {
  await orm.close();
  await world.product.close();
});
beforeEach(() => {
  statements.length = 0;
});

const reader = (viewer: typeof consul | ReturnType<typeof systemViewer> | undefined = systemViewer('iin')) =>
  new Reader(orm, viewer, world.product.clock);

/** How each statement begins that was sent: its first words, without colours. */
const beginnings = () =>
  statements.map(
    (each) =>
      /\[query\] (select [\w"().*]+?(?=[\s.(,]|$)(?:\.enter|\(\*\))?|\w+)/.exec(stripVTControlCharacters(each))?.[1],
  );

/** What the mapper reads, with the same rights. */
async function mapped<Found>(read: (em: EntityManager) => Promise<Found>): Promise<Found> {
  const em = await beginAs(orm, systemViewer('iin'), world.product.clock);
  const found = await read(em);
  await em.commit();
  return found;
}

test('every row of every table has the values that the mapper reads', async () => {
  let compared = 0;
  for (const entity of allSubgraphs.iin.entities as unknown as EntityName<object>[]) {
    const properties = Object.values<EntityProperty>(orm.getMetadata(entity).properties);
    const names = properties.filter(({ persist }) => persist !== false).map(({ name }) => name);
    const expected = await mapped((em) => em.find(entity, {}));
    const reads = reader();
    const found = await reads.find(entity, {});
    await reads.commit();
    const inOrder = (rows: object[]) =>
      rows.map((row) => JSON.stringify(names.map((name) => [name, (row as Record<string, unknown>)[name]]))).toSorted();
    expect(inOrder(found)).toEqual(inOrder(expected));
    compared += found.length;
  }
  expect(compared).toBeGreaterThan(10);
});

test('conditions of every form find what the mapper finds', async () => {
  const all = await mapped((em) => em.find(IinApplication, {}));
  const [one] = all as IinApplication[];
  const ids = all.map(({ id }) => id);
  const comparison = fc.oneof(
    fc.record({ state: fc.constantFrom('REGISTERED', 'FORMED', 'REFUSED') }),
    fc.record({ state: fc.record({ $in: fc.subarray(['REGISTERED', 'IN_REVIEW', 'FORMED']) }) }),
    fc.record({ state: fc.record({ $nin: fc.subarray(['REGISTERED', 'FORMED'], { minLength: 1 }) }) }),
    fc.record({ id: fc.record({ $in: fc.subarray(ids) }) }),
    fc.record({ takenBy: fc.constantFrom(null, { $ne: null }) }),
    fc.record({ number: fc.record({ $ne: fc.constant(one!.number) }) }),
    fc.record({
      dueAt: fc.constantFrom({ $lt: one!.dueAt }, { $lte: one!.dueAt }, { $gt: one!.dueAt }, { $gte: one!.dueAt }),
    }),
    fc.record({ birthDate: fc.constant(one!.birthDate) }),
    fc.record({ latinName: fc.constantFrom({ surname: 'MUSTERMANN' }, { surname: "O'Hara" }) }),
  );
  const { condition } = fc.letrec<{ condition: object }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      comparison,
      fc.record({ $and: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ $or: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ $not: comparison.filter((each) => Object.keys(each).length > 0) }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(condition, async (where) => {
      const expected = await mapped((em) => em.find(IinApplication, where as never, { orderBy: { id: 'asc' } }));
      const reads = reader();
      const found = await reads.find(IinApplication, where, { orderBy: { id: 'asc' } });
      await reads.commit();
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }),
    { numRuns: 60 },
  );
});

test('a fragment of SQL is compared as a column is', async () => {
  const where = (text: string) => ({ [raw((alias) => `lower(${alias}.latin_name ->> 'surname')`)]: { $like: text } });
  const reads = reader();
  const [some, none] = [
    await reads.find(IinApplication, where('muster%')),
    await reads.find(IinApplication, where('nobody%')),
  ];
  await reads.commit();
  expect(some.length).toBeGreaterThan(0);
  expect(none).toEqual([]);
});

test('a fragment of SQL keeps its values, and a list is one of them', async () => {
  const [{ id }] = (await mapped((em) => em.find(IinApplication, {}, { limit: 1 }))) as [IinApplication];
  const reads = reader();
  const found = await reads.find(IinApplication, { [raw((alias) => `${alias}.id = ?`, [id])]: [] });
  const counted = await reads.execute<{ many: number }[]>(
    'select count(*)::int as many from iin.application where id in (?)',
    [[id, id]],
  );
  await reads.commit();
  expect(found.map((each) => each.id)).toEqual([id]);
  expect(counted).toEqual([{ many: 1 }]);
});

test('what is asked for at once goes to the database together, with the beginning; and the end with what is written last', async () => {
  const reads = reader();
  const [applications, count] = await Promise.all([reads.find(IinApplication, {}), reads.count(IinApplication, {})]);
  expect(applications).toHaveLength(count);
  expect(beginnings().slice(-4)).toEqual(['begin', 'select kit.enter', 'select "a0"', 'select count(*)']);
  await reads.commit([{ text: 'select 1', values: [] }]);
  expect(beginnings().slice(-2)).toEqual(['select 1', 'commit']);
});

test('the viewer sees their own office only, by the filter and by the policy', async () => {
  const reads = reader(consul);
  const found = await reads.find(IinApplication, {});
  await reads.commit();
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map(({ officeId }) => officeId))).toEqual(new Set([consul.officeId]));
});

test('an account that is not active is refused, and its connection is used again', async () => {
  const nobody = { ...consul, accountId: '01964631-f000-7000-8000-0000000fffff' };
  for (let turn = 0; turn < 5; turn += 1) {
    const reads = reader(nobody);
    await expect(reads.find(IinApplication, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(reads.find(IinApplication, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await reads.rollback();
  }
  const reads = reader(consul);
  expect((await reads.find(IinApplication, {})).length).toBeGreaterThan(0);
  await reads.commit();
});

test('a statement that fails ends the readings, and others get a connection nevertheless', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const reads = reader();
    const both = await Promise.allSettled([reads.execute('select 1 / 0'), reads.find(IinApplication, {})]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(reads.execute('select 1')).rejects.toThrow('division by zero');
    await reads.rollback();
  }
  const reads = reader();
  expect(await reads.execute('select 2 as two')).toEqual([{ two: 2 }]);
  await reads.commit();
});

test('a row tells what was not read of it, is not changed, and gives all of its values to be spread', async () => {
  const reads = reader();
  const [part] = await reads.find(IinApplication, {}, { fields: ['id'], limit: 1 });
  const [whole] = await reads.find(IinApplication, { id: part!.id });
  await reads.commit();
  expect(() => part!.number).toThrow('number was not read');
  expect(() => Object.assign(whole!, { number: 'another' })).toThrow();
  expect(whole).toBeInstanceOf(IinApplication);
  expect(valuesOf(whole!).number).toBe(whole!.number);
});

test('pages of any size, from either end, join into the whole list', async () => {
  const all = (await mapped((em) => em.find(IinApplication, {}, { orderBy: { id: 'desc' } }))).map(({ id }) => id);
  for (const size of [1, 2, 3, 100]) {
    const forwards: string[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const reads = reader();
      const { edges, pageInfo } = await readPage(reads.asReads(), IinApplication, {
        first: size,
        ...(after && { after }),
      });
      await reads.commit();
      forwards.push(...edges.map(({ node }) => node.id));
      expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor!;
    }
    expect(forwards).toEqual(all);
    const reads = reader();
    const last = await readPage(reads.asReads(), IinApplication, { last: size });
    await reads.commit();
    expect(last.edges.map(({ node }) => node.id)).toEqual(all.slice(-size));
    expect(last.pageInfo.hasPreviousPage).toBe(all.length > size);
  }
});
