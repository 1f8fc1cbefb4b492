import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { execute, parse, validate } from 'graphql';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { enforceAccess } from '../../subgraphs/kit/access/enforce.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { documentsFor } from '../../subgraphs/kit/execution/documents.ts';
import { executor } from '../../subgraphs/kit/execution/execute.ts';
import type { Context } from '../../subgraphs/kit/subgraph/context.ts';
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import { subgraphSchema } from '../../subgraphs/kit/subgraph/schema.ts';
import { machineScopes, roles } from '../../subgraphs/kit/viewer/roles.ts';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { randomQuery } from '../support/random-queries.ts';
import { randomize } from '../support/random-values.ts';

// A plan answers as graphql-js does: over every subgraph's schema, whatever is asked and whatever goes wrong.

const rounds = 100;

type Who = { role: string; scopes: Set<string> } | undefined;

/** Somebody who may do everything and sees everything. */
const everything: Who = {
  role: 'system',
  scopes: new Set([...roles.map((role) => `role:${role}`), ...machineScopes]),
};

const everybody: Who[] = [undefined, ...roles.map((role) => ({ role, scopes: new Set([`role:${role}`]) }))];

/** All of an answer that leaves a subgraph or is looked at there. */
function told({ data, errors }: ExecutionResult) {
  return { data: data && (JSON.parse(JSON.stringify(data)) as unknown), errors: errors?.map(toldError) };
}

function toldError({ message, path, locations, nodes, originalError }: GraphQLError) {
  const code = originalError instanceof Fault ? originalError.code : undefined;
  return { message, path, locations, nodes: nodes?.map(({ loc }) => loc?.start), thrown: originalError?.message, code };
}

/**
 * Asks a subgraph's schema the same by a plan and by graphql-js, field by field with all that refuses, and expects the same answers and the same calls.
 *
 * @returns the errors and the planned answers in all.
 */
async function compare(name: SubgraphName, whoAsks: (seed: number) => Who) {
  const built = await subgraphSchema(allSubgraphs[name]);
  const { schema } = built;
  const { resolvers, world } = randomize(schema, built.resolvers);
  enforceAccess(schema);
  const documentOf = documentsFor(schema);
  const planned = executor(schema, resolvers);
  const seen = { errors: 0, planned: 0 };
  for (let seed = 1; seed <= rounds; seed++) {
    const { query, variables } = randomQuery(schema, seed);
    if (validate(schema, parse(query)).length > 0) continue;
    world.seed = seed;
    const { document } = documentOf(query);
    const context = { viewer: whoAsks(seed) } as unknown as Context;
    const expected = await execute({ schema, document, contextValue: context, variableValues: variables });
    // Where all is null already, some of it is still under way.
    await setImmediate();
    const calls = world.calls.splice(0);
    const answer = await planned(documentOf(query), { variables }, context);
    await setImmediate();
    expect({ query, ...told(answer), calls: world.calls.splice(0) }).toEqual({ query, ...told(expected), calls });
    seen.errors += expected.errors?.length ?? 0;
    // The objects of graphql-js have no prototype.
    if (answer.data && Object.getPrototypeOf(answer.data) !== null) seen.planned++;
  }
  return seen;
}

test.each(subgraphNames)('somebody who may do everything is answered the same by %s', async (name) => {
  const { errors, planned } = await compare(name, () => everything);
  expect(errors).toBeGreaterThan(rounds / 2);
  expect(planned).toBeGreaterThan(rounds / 4);
});

test.each(subgraphNames)('everybody is refused the same by %s', async (name) => {
  const { errors } = await compare(name, (seed) => everybody[seed % everybody.length]);
  expect(errors).toBeGreaterThan(rounds / 2);
});
