import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { execute, GraphQLError, parse, validate } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { enforceAccess } from '../../subgraphs/kit/access/enforce.ts';
import { documentsFor } from '../../subgraphs/kit/execution/documents.ts';
import { executor } from '../../subgraphs/kit/execution/execute.ts';
import type { Context } from '../../subgraphs/kit/subgraph/context.ts';
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import { subgraphSchema } from '../../subgraphs/kit/subgraph/schema.ts';
import { machineScopes, roles } from '../../subgraphs/kit/viewer/roles.ts';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { randomQuery } from '../support/random-queries.ts';
import { randomize } from '../support/random-values.ts';

// A plan answers as graphql-js does: over every subgraph's schema, whatever is asked and whatever goes wrong.

const rounds = 100;

/** Somebody who may do everything and sees everything. */
const everything = { role: 'system', scopes: new Set([...roles.map((role) => `role:${role}`), ...machineScopes]) };

/** All of an answer that leaves a subgraph or is looked at there. */
function told({ data, errors }: ExecutionResult) {
  return { data: data && (JSON.parse(JSON.stringify(data)) as unknown), errors: errors?.map(toldError) };
}

function toldError({ message, path, locations, nodes, originalError }: GraphQLError) {
  return { message, path, locations, nodes: nodes?.map(({ loc }) => loc?.start), thrown: originalError?.message };
}

test.each(subgraphNames)('the same answers from %s, and the same calls', async (name) => {
  const built = await subgraphSchema(allSubgraphs[name]);
  const { schema } = built;
  const { resolvers, world } = randomize(schema, built.resolvers);
  enforceAccess(schema);
  const documentOf = documentsFor(schema);
  const planned = executor(schema, resolvers);
  const context = { viewer: everything } as unknown as Context;
  let failed = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const { query, variables } = randomQuery(schema, seed);
    if (validate(schema, parse(query)).length > 0) continue;
    world.seed = seed;
    const { document } = documentOf(query);
    const expected = await execute({ schema, document, contextValue: context, variableValues: variables });
    // Where all is null already, some of it is still under way.
    await setImmediate();
    const calls = world.calls.splice(0);
    const answer = await planned(documentOf(query), { variables }, context);
    await setImmediate();
    expect({ query, ...told(answer), calls: world.calls.splice(0) }).toEqual({ query, ...told(expected), calls });
    failed += expected.errors?.length ?? 0;
  }
  expect(failed).toBeGreaterThan(rounds / 2);
});
