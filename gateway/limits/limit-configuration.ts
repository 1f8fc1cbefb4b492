import { isIP } from 'node:net';
import { z } from 'zod';
import { seconds } from '../../subgraphs/kit/configuration.ts';
import { usualLimits } from './limits.ts';
import type { Limits } from './limits.ts';

/** What the environment says of a gateway's limits, and of whom it lets in. */
export const limitSettings = {
  OPERATION_DEADLINE: seconds().default(usualLimits.deadline),
  OPERATIONS_AT_ONCE: z.coerce.number().int().positive().default(usualLimits.atOnce),
  RATE_LIMIT_ACCOUNT: z.coerce.number().int().positive().default(usualLimits.requestsPerAccount),
  RATE_LIMIT_ADDRESS: z.coerce.number().int().positive().default(usualLimits.requestsPerAddress),
  CORS_ORIGINS: listOf(isOrigin, 'is no origin such as https://frontend.example').default([]),
  TRUST_PROXY: listOf(isNetwork, 'is no address, and no network such as 10.0.0.0/8').default([]),
};

/** What a gateway is told of them. */
export interface GatewayBounds {
  /** The limits that are others than usual. */
  limits?: Partial<Limits>;
  /** The origins whose pages may ask; none unless told. */
  origins?: readonly string[];
  /** The balancers that are believed when they say from where a request comes: addresses and networks; none unless told. */
  trustedProxies?: readonly string[];
}

/** The configuration as a gateway takes it. */
export function configuredBounds(configuration: z.output<z.ZodObject<typeof limitSettings>>): Required<GatewayBounds> {
  const { OPERATION_DEADLINE, OPERATIONS_AT_ONCE, RATE_LIMIT_ACCOUNT, RATE_LIMIT_ADDRESS, CORS_ORIGINS, TRUST_PROXY } =
    configuration;
  return {
    limits: {
      deadline: OPERATION_DEADLINE,
      atOnce: OPERATIONS_AT_ONCE,
      requestsPerAccount: RATE_LIMIT_ACCOUNT,
      requestsPerAddress: RATE_LIMIT_ADDRESS,
    },
    origins: CORS_ORIGINS,
    trustedProxies: TRUST_PROXY,
  };
}

/** A list with commas between its entries. */
function listOf(isEntry: (text: string) => boolean, otherwise: string) {
  return z.string().transform((text, context) => {
    const entries = text.split(',').map((entry) => entry.trim());
    for (const entry of entries) if (!isEntry(entry)) context.addIssue(`"${entry}" ${otherwise}.`);
    return entries;
  });
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.parse(text)?.origin === text;
}

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits ?? 0) <= (family === 4 ? 32 : 128);
}
