import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { isEnumType, valueFromAST, GraphQLString } from 'graphql';
import { z } from 'zod';
import {
  ConfigurationError,
  file,
  isLoopback,
  port,
  readConfiguration,
  seconds,
  subgraphUrls,
} from '../subgraphs/kit/configuration.ts';
import { trustSettings } from '../subgraphs/kit/viewer/trust-configuration.ts';

const always = { when: () => true };

const settings = z
  .object({
    PORT: port().default(4000),
    HOST: z.string().default('127.0.0.1'),
    SUPERGRAPH: file().default(join(import.meta.dirname, '../schema/supergraph.graphql')),
    SUBGRAPH_URLS: subgraphUrls().default({}),
    SUBGRAPH_DEADLINE: seconds().default(20_000),
    ...trustSettings,
    STORAGE_FOLDER: z.string().optional(),
    STORAGE_KEY: z.string().startsWith('AGE-SECRET-KEY-').optional(),
  })
  .refine(({ STORAGE_FOLDER, STORAGE_KEY }) => !STORAGE_FOLDER === !STORAGE_KEY, {
    path: ['STORAGE_FOLDER, STORAGE_KEY'],
    message: 'Give both, or none for a graph without documents.',
    ...always,
  })
