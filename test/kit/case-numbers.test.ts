import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { roleUrl } from '../../installation/database/external.ts';
import { takeCaseNumber } from '../../subgraphs/kit/commands/case-number.ts';
import { commandTables } from '../../subgraphs/kit/commands/tables.ts';
import { openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { presentHead } from '../support/counter.ts';
import { copyTemplate, rolePasswords } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

const astana = (moment: string) => Temporal.Instant.from(`${moment}+05:00`);

describe('A number of a series', () => {
  let database: TestDatabase;
  let orm: MikroORM;

  beforeAll(async () => {
    database = await copyTemplate();
    const url = roleUrl(database.ownerUrl, 'qonaq_iin', rolePasswords.qonaq_iin!);
    orm = await openDatabase(commandTables('iin'), { url, poolSize: 20 });
  });
  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  /** Takes a number in a transaction of its own, which stays open until it is told how to end. */
  async function take(series: 'IIN' | 'DNR' | 'CMP', at: Temporal.Instant) {
    const em = orm.em.fork({ disableContextResolution: true });
    await em.begin();
    return {
      number: await takeCaseNumber(em, 'iin', series, at),
      commit: () => em.commit(),
      undo: () => em.rollback(),
    };
  }
  async function taken(series: 'IIN' | 'DNR' | 'CMP', at: Temporal.Instant): Promise<string> {
    const { number, commit } = await take(series, at);
    await commit();
    return number;
  }

  test('begins with one in each series and each year', async () => {
    expect(await taken('IIN', astana('2031-05-01T10:00'))).toBe('IIN-2031-000001');
    expect(await taken('IIN', astana('2031-05-01T10:00'))).toBe('IIN-2031-000002');
    expect(await taken('DNR', astana('2031-05-01T10:00'))).toBe('DNR-2031-000001');
    expect(await taken('CMP', astana('2031-05-01T10:00'))).toBe('CMP-2031-000001');
    expect(await taken('IIN', astana('2032-05-01T10:00'))).toBe('IIN-2032-000001');
  });

  test('is of the year in Astana: the new one begins there at midnight, five hours before Greenwich', async () => {
    expect(await taken('CMP', astana('2033-12-31T23:59:59.999'))).toBe('CMP-2033-000001');
    expect(await taken('CMP', astana('2034-01-01T00:00'))).toBe('CMP-2034-000001');
    expect(await taken('CMP', Temporal.Instant.from('2034-12-31T18:59:59Z'))).toBe('CMP-2034-000002');
    expect(await taken('CMP', Temporal.Instant.from('2034-12-31T19:00:00Z'))).toBe('CMP-2035-000001');
  });

  test('is taken again when the transaction that took it is undone: no gaps', async () => {
    const at = astana('2036-05-01T10:00');
    const undone = await take('IIN', at);
    expect(undone.number).toBe('IIN-2036-000001');
    await undone.undo();
    expect(await taken('IIN', at)).toBe('IIN-2036-000001');
  });

  test('waits for whoever took the one before', async () => {
    const at = astana('2037-05-01T10:00');
    const first = await take('IIN', at);
    let settled = false;
    const second = taken('IIN', at).finally(() => (settled = true));
    await new Promise((soon) => setTimeout(soon, 50));
    expect(settled).toBe(false);
    await first.undo();
    expect(await second).toBe('IIN-2037-000001');
  });

  test('of many at once, some of them undone, leaves no gap and no double', async () => {
    const at = astana('2038-05-01T10:00');
    const numbers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const { number, commit, undo } = await take('DNR', at);
        await (index % 4 === 0 ? undo() : commit());
        return index % 4 === 0 ? [] : [number];
      }),
    );
    const expected = Array.from({ length: 30 }, (_, index) => `DNR-2038-${String(index + 1).padStart(6, '0')}`);
    expect(numbers.flat().toSorted()).toEqual(expected);
  });
});

describe('The number of an application', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct();
  });
  afterAll(() => product.close());

  const applyMutation = `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
    ... on IinApplication { number } } }`;

  test('has no gaps and no doubles, of two missions at once, with failures in between; the year is that of Astana', async () => {
    product.clock.set('2026-12-31T23:59:00+05:00');
    const clerks = [product.as('consul'), product.as('consul', { mission: 1 })];
    const applicants = await Promise.all(Array.from({ length: 10 }, (_, index) => presentHead(clerks[index % 2]!)));
    const send = (applicantId: string, index: number) =>
      // Every fifth names a version that isn't the present one.
      clerks[index % 2]!.send(applyMutation, {
        input: { applicantId, applicantVersion: index % 5 === 4 ? 7 : 1, category: 'LEGAL_ENTITY_HEAD' },
      });
    const answers = await Promise.all(applicants.map(send));
    const numbers = answers.flatMap(
      ({ data }) => (data.registerIinApplication as { number: string } | null)?.number ?? [],
    );
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((last) => `IIN-2026-00000${last}`));

    product.clock.set('2027-01-01T00:00:00+05:00');
    const next = await send(applicants[4]!, 0);
    expect(next.data.registerIinApplication).toEqual({ number: 'IIN-2027-000001' });
  });
});
