import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigurationError, isLoopback } from '../../subgraphs/kit/configuration.ts';
import type { Frontend } from './parts.ts';

/** Nobody else may read a code on its way back: https, or this very computer. */
const returnAddress = z.url().refine(
  (text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  },
  { error: 'An address of a frontend begins with https://.' },
);

const frontends = z.array(
  z.strictObject({
    id: z.string().regex(/^[\w.-]{1,64}$/),
    name: z.string().min(1).max(100),
    redirectUris: z.array(returnAddress).min(1),
    postLogoutRedirectUris: z.array(returnAddress).default([]),
    native: z.boolean().default(false),
  }),
);

/** Reads the list of frontends from a file of JSON; none without a file. Throws a `ConfigurationError` that names every fault. */
export async function readFrontends(file: string | undefined): Promise<Frontend[]> {
  if (file === undefined) return [];
  const read = frontends.safeParse(await readJson(file));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  FRONTENDS: ${path.join('.')}: ${message}`);
  throw new ConfigurationError(`The configuration has faults:\n${faults.join('\n')}`);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new ConfigurationError('FRONTENDS: the file holds no JSON.');
  }
}
