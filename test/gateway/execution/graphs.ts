import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Graph } from '../../proofs/differential.ts';
import { imaginedSubgraphs } from './imagined-subgraphs.ts';

/** A graph that nobody would draw, with everything that federation has. */
export function strangeGraph(): Graph {
  const folder = join(import.meta.dirname, 'subgraphs');
  const sdls = schemasOf(folder);
  const { supergraphSdl, errors } = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}.example/graphql`, typeDefs: parse(sdl) })),
  );
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  return {
    supergraphSdl,
    subgraphs: (faults) => imaginedSubgraphs(sdls, faults),
    style: { fields: 30, depth: 5, allows: () => true, values: {} },
    kinds: ['query', 'query', 'query', 'mutation'],
  };
}

/** The schemas of a folder, by their names. */
function schemasOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((file) => [basename(file, '.graphql'), readFileSync(join(folder, file), 'utf8')]),
  );
}
