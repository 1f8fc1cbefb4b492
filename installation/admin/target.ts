import { z } from 'zod';
import { databaseUrl, readConfiguration } from '../../subgraphs/kit/configuration.ts';
import { installationConfiguration } from '../configuration.ts';
import { roleUrl } from '../database/external.ts';
import type { ApplicationRole } from '../roles.ts';
import { readRunning } from '../running.ts';
import { installationSecrets } from '../secrets.ts';

/** Where an administrator's task works. */
export interface Target {
  /** Connection string of the database role that it works as. */
  databaseUrl: string;
  /** Where people reach the installation. */
  publicUrl: string;
  /** Encrypts what the identity provider keeps. */
  identityKey: string | undefined;
}

/** What a process of a larger installation is told, in whose place the task runs. */
const settings = z.object({
  ADMIN_OF: z.literal('process'),
  DATABASE_URL: databaseUrl(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  IDENTITY_KEY: z.string().optional(),
});

/**
 * The installation that was started from the data folder; with `ADMIN_OF=process` the one that the environment of a separate process describes, whose
 * database role has to be the right one.
 */
export async function adminTarget(role: ApplicationRole): Promise<Target> {
  if (process.env.ADMIN_OF) {
    const { DATABASE_URL, PUBLIC_URL, IDENTITY_KEY } = readConfiguration(settings, process.env);
    return { databaseUrl: DATABASE_URL, publicUrl: PUBLIC_URL, identityKey: IDENTITY_KEY };
  }
  const { QONAQ_DATA: folder } = installationConfiguration(process.env);
  const [running, { passwords, identityKey }] = await Promise.all([readRunning(folder), installationSecrets(folder)]);
  return {
    databaseUrl: roleUrl(running.databaseUrl, role, passwords[role]),
    publicUrl: running.publicUrl,
    identityKey,
  };
}
