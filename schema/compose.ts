import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { allSubgraphs } from '../subgraphs/all.ts';
import { subgraphSchema } from '../subgraphs/kit/subgraph/schema.ts';

/** The texts that are committed in this folder, by file name: each subgraph's schema, and the supergraph that they compose to. */
export async function composedSchema(): Promise<Record<string, string>> {
  const subgraphs = await Promise.all(
    Object.values(allSubgraphs).map(async (definition) => ({
      name: definition.name,
      sdl: (await subgraphSchema(definition)).sdl,
    })),
  );
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}:4000/graphql` })),
  );
  if (composed.errors)
    throw new AggregateError(composed.errors, composed.errors.map(({ message }) => message).join('\n'));
  return {
    'supergraph.graphql': `${composed.supergraphSdl.trim()}\n`,
    ...Object.fromEntries(subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, `${sdl.trim()}\n`])),
  };
}
