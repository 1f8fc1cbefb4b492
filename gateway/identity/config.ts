import { z } from 'zod';
import {
  databaseUrl,
  file,
  listenSettings,
  readConfiguration,
  seconds,
  secretKey,
  subgraphUrls,
} from '../../subgraphs/kit/configuration.ts';
import { signatureSettings } from '../../subgraphs/kit/signatures/trust-configuration.ts';
import { trustSettings } from '../../subgraphs/kit/viewer/trust-configuration.ts';
import { limitSettings } from '../limits/limit-configuration.ts';

const settings = z.object({
  ...listenSettings,
  DATABASE_URL: databaseUrl(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** Encrypts what is kept: 32 bytes, base64url. */
  IDENTITY_KEY: secretKey(),
  /** Private: the provider asks the missions subgraph in its own name. */
  SYSTEM_KEY: file(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  FRONTENDS: file().optional(),
  // Attempts to sign in are counted for the address that they come from.
  TRUST_PROXY: limitSettings.TRUST_PROXY,
  RATE_LIMIT_ADDRESS: limitSettings.RATE_LIMIT_ADDRESS,
  TOKEN_AUDIENCE: trustSettings.TOKEN_AUDIENCE,
  SUBGRAPH_URLS: subgraphUrls()
    .default({})
    .transform((urls) => ({ missions: 'http://missions:4000/graphql', ...urls })),
  SUBGRAPH_DEADLINE: seconds().default(20_000),
  ...signatureSettings,
});

/** The configuration of an identity provider that is a process of its own. */
export type IdentityConfiguration = z.output<typeof settings>;

/** Reads it from the environment; one error names every fault. */
export function identityConfiguration(environment: NodeJS.ProcessEnv): IdentityConfiguration {
  return readConfiguration(settings, environment);
}
