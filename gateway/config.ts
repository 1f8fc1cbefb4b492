import { join } from 'node:path';
import { getDirectiveValues, isEnumType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import {
  bothOrNeither,
  ConfigurationError,
  databaseUrl,
  file,
  isLoopback,
  listenSettings,
  readConfiguration,
  seconds,
  subgraphUrls,
} from '../subgraphs/kit/configuration.ts';
import { storageSettings } from '../subgraphs/kit/storage/storage-configuration.ts';
import { trustSettings } from '../subgraphs/kit/viewer/trust-configuration.ts';
import { executorSettings } from './execution/executor-configuration.ts';
import { limitSettings } from './limits/limit-configuration.ts';

const settings = z
  .object({
    ...listenSettings,
    SUPERGRAPH: file().default(join(import.meta.dirname, '../schema/supergraph.graphql')),
    SUBGRAPH_URLS: subgraphUrls().default({}),
    SUBGRAPH_DEADLINE: seconds().default(20_000),
    // Where people reach it: proofs are made for this address. They are remembered in the database, for all gateways.
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATABASE_URL: databaseUrl().optional(),
    // Where the pages for the browser are bundled; without it there are none.
    PAGES_FOLDER: z.string().optional(),
    ...trustSettings,
    ...storageSettings,
    ...limitSettings,
    ...executorSettings,
  })
  .check(
    bothOrNeither('TOKEN_ISSUER', 'TOKEN_KEYS'),
    bothOrNeither('STORAGE_FOLDER', 'STORAGE_KEY'),
    bothOrNeither('DATABASE_URL', 'PUBLIC_URL'),
  )
  .refine(({ TOKEN_ISSUER, HOST }) => TOKEN_ISSUER !== 'qonaq:demo' || isLoopback(HOST), {
    path: ['HOST'],
    error: 'Tokens of demo accounts are believed on 127.0.0.1 only.',
  });

/** The configuration of a gateway that is a process of its own. */
export type GatewayConfiguration = z.output<typeof settings>;

/** Reads it from the environment; one error names every fault. */
export function gatewayConfiguration(environment: NodeJS.ProcessEnv): GatewayConfiguration {
  return readConfiguration(settings, environment);
}

/**
 * Where each subgraph of a supergraph is reached: at the URL that it was composed with (`@join__graph`), unless the configuration names another.
 *
 * @throws ConfigurationError for subgraphs without a URL, and for names that are none of its subgraphs.
 */
export function reachableUrls(supergraph: GraphQLSchema, given: Record<string, string>): Record<string, string> {
  const urls: Record<string, string> = { ...composedUrls(supergraph), ...given };
  const names = Object.keys(composedUrls(supergraph));
  const faults = [
    ...Object.keys(given)
      .filter((name) => !names.includes(name))
      .map((name) => `  SUBGRAPH_URLS: the supergraph has no subgraph ${name}.`),
    ...names
      .filter((name) => !URL.canParse(urls[name]!))
      .map((name) => `  SUBGRAPH_URLS: where is the subgraph ${name}? The supergraph doesn't say.`),
  ];
  if (faults.length > 0) throw new ConfigurationError(`The configuration has faults:\n${faults.join('\n')}`);
  return urls;
}

export function composedUrls(supergraph: GraphQLSchema): Record<string, string> {
  const [graphs, directive] = [supergraph.getType('join__Graph'), supergraph.getDirective('join__graph')];
  if (!isEnumType(graphs) || !directive)
    throw new ConfigurationError('SUPERGRAPH: this is no supergraph of Federation 2.');
  const entries = graphs
    .getValues()
    .map(({ astNode }) => getDirectiveValues(directive, astNode!) as { name: string; url: string });
  return Object.fromEntries(entries.map(({ name, url }) => [name, url]));
}
