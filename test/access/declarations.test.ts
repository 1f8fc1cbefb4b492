import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import type { World } from '../support/world.ts';
import { viewers } from '../support/world-names.ts';
import type { ViewerName } from '../support/world-names.ts';
import { holdersIn, isDeclaration, removableDeclarations } from './declarations.ts';
import type { Place } from './declarations.ts';
import { allows, fields, operations } from './operations.ts';
import { askAs, maskedFrom, read, readings, refused, textOf } from './readings.ts';
import { keepFilters } from './row-rules.ts';
import { supergraph } from './supergraph.ts';

// Each declaration in the schema, alone: with every row rule and every other declaration off, it holds in the gateway and in the subgraphs, and without it the
// tables of this folder turn red.

const keepDeclarations = await removableDeclarations();
const { startWorld } = await import('../support/world.ts');

let world: World;
let putFiltersBack: () => void;
beforeAll(async () => {
  world = await startWorld();
  putFiltersBack = keepFilters(() => false);
  const { rows } = await world.product.database.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class where relrowsecurity and relnamespace <> 'graphile_worker'::regnamespace`,
  );
  for (const { table } of rows) await world.product.database.query(`alter table ${table} disable row level security`);
});
afterAll(async () => {
  putFiltersBack();
  await world.product.close();
});

describe('without any row rule, the declarations alone decide who may ask', () => {
  test.each(Object.entries(readings))('for %s', async (_name, reading) => {
    keepDeclarations(() => true);
    const everything = Object.keys(world.rows[reading.shows]).toSorted();
    for (const viewer of viewers) {
      const { owners, codes } = await read(world, viewer, reading);
      const expected = reading.may.includes(viewer)
        ? (maskedFrom(viewer, reading) ?? { owners: everything, codes: [] })
        : refused(viewer);
      expect({ viewer, owners, codes }).toEqual({ viewer, ...expected });
    }
  });
});

// A command knows nobody without a token: what everybody signed in may do it refuses by itself, whatever is declared.
const refusedAnyway = ['Mutation.markNotificationsRead', 'Mutation.setNotificationPreferences'];

test('each declaration holds alone, in the gateway and in the subgraphs, and is missed when it is taken off', async () => {
  const declarations = declarationsOfSupergraph();
  expect([...declarations.keys()]).toEqual(expect.arrayContaining(['Query.journal', 'Applicant', 'Account.email']));
  const lines = refusedLines();
  const untested: string[] = [];
  for (const [declaration, places] of declarations) {
    if (refusedAnyway.includes(declaration)) continue;
    const missed = await placesWhereItIsMissed(
      declaration,
      lines.filter(({ text }) => namedIn(text).has(declaration)),
    );
    untested.push(...places.filter((place) => !missed.has(place)).map((place) => `${declaration} in the ${place}`));
  }
  expect(untested).toEqual([]);
});

/** The places in which a line is refused by this declaration and by nothing else. */
async function placesWhereItIsMissed(declaration: string, lines: readonly RefusedLine[]): Promise<Set<Place>> {
  const found = new Set<Place>();
  for (const { text, of, viewers: refusedViewers } of lines) {
    for (const viewer of refusedViewers) {
      if (found.size === 2) return found;
      keepDeclarations(() => false);
      if (await isRefused(viewer, text, of)) continue;
      for (const place of ['gateway', 'subgraphs'] as const) {
        keepDeclarations((each, where) => each === declaration && where === place);
        if (await isRefused(viewer, text, of)) found.add(place);
      }
    }
  }
  return found;
}

/** A line of the tables of this folder, with all those whom it refuses. */
interface RefusedLine {
  text: string;
  of?: SubgraphName | undefined;
  viewers: readonly ViewerName[];
}

function refusedLines(): RefusedLine[] {
  const roleOf = (viewer: ViewerName) => (viewer === 'nobody' ? undefined : world.accounts[viewer].role);
  const ofOperations = Object.values({ ...operations, ...fields }).map(({ may, call, of }) => ({
    text: call,
    of,
    viewers: viewers.filter((viewer) => !allows(may, roleOf(viewer))),
  }));
  const ofReadings = Object.values(readings).map((reading) => ({
    text: textOf(world, reading),
    of: reading.of,
    viewers: viewers.filter((viewer) => !reading.may.includes(viewer)),
  }));
  return [...ofOperations, ...ofReadings];
}

async function isRefused(viewer: ViewerName, text: string, of?: SubgraphName): Promise<boolean> {
  const { codes } = await askAs(world, viewer, text, of);
  return codes.length > 0 && codes.every((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED');
}

/** The declarations of the supergraph, each with the places in which it can be met: what is not in the public graph is asked of its subgraph only. */
function declarationsOfSupergraph(): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const [name, { astNode }] of holdersIn(supergraph)) {
    const directives = astNode?.directives ?? [];
    const isPublic = directives.every((directive) => directive.name.value !== 'inaccessible');
    if (directives.some(isDeclaration)) found.set(name, isPublic ? ['gateway', 'subgraphs'] : ['subgraphs']);
  }
  return found;
}

/** What an operation names that can have a declaration: its fields, the types that they stand in, and those that they return. */
function namedIn(text: string): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(supergraph);
  visit(
    parse(text),
    visitWithTypeInfo(info, {
      Field: () => {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (parent && field)
          for (const name of [parent.name, `${parent.name}.${field.name}`, getNamedType(field.type).name])
            found.add(name);
      },
    }),
  );
  return found;
}
