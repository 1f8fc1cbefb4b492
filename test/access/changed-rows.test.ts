import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { viewers } from '../support/world-names.ts';
import type { World } from '../support/world.ts';
import type { Owner, ViewerName } from '../support/world-names.ts';
import { changes } from './changes.ts';
import type { Change } from './changes.ts';
import { sees } from './sees.ts';

// Every viewer, every change, everybody's rows: who may is in changes.ts, whose rows they reach is in sees.ts.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

describe.each(Object.entries(changes))('%s', (name, change) => {
  const { may, changes: kind, notTheirs } = change;

  test.each(viewers.filter((viewer) => may.includes(viewer)))('by %s', async (viewer) => {
    const seen = sees[kind][viewer] ?? [];
    for (const owner of ownersOf(change)) {
      const expected = notTheirs?.[viewer]?.includes(owner) ? 'FORBIDDEN' : seen.includes(owner) ? 'DONE' : 'NOT_FOUND';
      expect([owner, await attempt(viewer, name, change, [owner])]).toEqual([owner, expected]);
    }
  });

  test.each(viewers.filter((viewer) => !may.includes(viewer)))('not by %s', async (viewer) => {
    const expected = viewer === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    expect(await attempt(viewer, name, change, ownersOf(change))).toBe(expected);
  });
});

function ownersOf({ changes: kind }: Change): Owner[] {
  return Object.keys(world.rows[kind]) as Owner[];
}

/** Tries a change of each of some rows, in one operation; answers `DONE`, or why not. What is refused has changed nothing. */
async function attempt(viewer: ViewerName, name: string, change: Change, owners: Owner[]): Promise<string> {
  const inputs = [];
  for (const owner of owners) {
    const id = world.rows[change.changes][owner]!;
    await change.prepare(world, id, owner);
    inputs.push(await change.input(world, viewer, id));
  }
  const before = await contentsOf(change);
  const { data, codes } = await world.clients[viewer].send(
    `mutation Try(${inputs.map((_input, index) => `$input${index}: ${change.inputType}!`).join(', ')}) {
       ${inputs.map((_input, index) => `change${index}: ${name}(input: $input${index}) { ${change.selection} }`).join(' ')} }`,
    Object.fromEntries(inputs.map((input, index) => [`input${index}`, input])),
  );
  if (codes.length === 0) return Object.values(data as object).every(Boolean) ? 'DONE' : 'nothing';
  expect(await contentsOf(change)).toEqual(before);
  return [...new Set(codes)].join(' ');
}

/** A sum over all that a change writes, to see that nothing was written. */
async function contentsOf({ tables }: Change): Promise<object[]> {
  const sums = tables.map((table) => `select md5(string_agg(row::text, ',' order by row::text)) from ${table} row`);
  return (await world.product.database.query<object>(sums.join(' union all '))).rows;
}
