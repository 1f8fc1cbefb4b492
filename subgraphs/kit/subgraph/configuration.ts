import { z } from 'zod';
import {
  bothOrNeither,
  databaseUrl,
  escalationSettings,
  retentionSettings,
  file,
  listenSettings,
  readConfiguration,
  secretKey,
  seconds,
  subgraphUrls,
} from '../configuration.ts';
import { mailSettings, senderIsNamed } from '../mail/mail-configuration.ts';
import { sealingSettings } from '../seals/sealing.ts';
import { signatureSettings } from '../signatures/trust-configuration.ts';
import { storageSettings } from '../storage/storage-configuration.ts';
import { trustSettings } from '../viewer/trust-configuration.ts';
import { subgraphNames } from './definition.ts';
import type { SubgraphDefinition } from './definition.ts';

/** Where the subgraphs are unless `SUBGRAPH_URLS` says otherwise: each at its name, as the supergraph has it. */
const usualUrls = Object.fromEntries(subgraphNames.map((name) => [name, `http://${name}:4000/graphql`]));

/** Reads the configuration of a subgraph that is a process of its own; one error names every fault. */
export function subgraphConfiguration(definition: SubgraphDefinition, environment: NodeJS.ProcessEnv) {
  const settings = z.object({
    ...listenSettings,
    // Instead of HOST and PORT, for gateways on the same machine.
    SOCKET: z.string().startsWith('/').optional(),
    DATABASE_URL: databaseUrl(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
    // Only a subgraph that has jobs needs the queue.
    WORKER_DATABASE_URL: definition.jobs ? databaseUrl() : databaseUrl().optional(),
    ...trustSettings,
    TOKEN_ISSUER: z.string(),
    TOKEN_KEYS: z.string(),
    SYSTEM_KEY: file(),
    ...storageSettings,
    ...signatureSettings,
    ...mailSettings,
    WEBHOOK_KEY: secretKey().optional(),
    ...sealingSettings,
    ...escalationSettings,
    ...retentionSettings,
    PUBLIC_URL: z.url({ protocol: /^https?$/ }),
    SUBGRAPH_URLS: subgraphUrls()
      .default({})
      .transform((urls) => ({ ...usualUrls, ...urls })),
    SUBGRAPH_DEADLINE: seconds().default(20_000),
  });
  return readConfiguration(settings.check(bothOrNeither('STORAGE_FOLDER', 'STORAGE_KEY'), senderIsNamed), environment);
}
