import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { installationSecrets } from '../../installation/secrets.ts';
import type { InstallationSecrets } from '../../installation/secrets.ts';
import { dataFolder } from '../database/server.ts';

/** The issuer of the tokens that the load generator makes. */
export const issuer = 'qonaq:demo';

/** What all systems are told alike. */
export interface Installation {
  folder: string;
  secrets: InstallationSecrets;
  /** The same by variable, as separate processes are told. */
  variables: Record<string, string>;
  /** The file of the public keys that tokens are verified with. */
  tokenKeys: string;
}

/** Makes the secrets, or finds those of the last run, and writes the files that separate processes read. */
export async function prepareInstallation(): Promise<Installation> {
  const folder = join(dataFolder, 'installation');
  await mkdir(join(folder, 'deployment/secrets'), { recursive: true, mode: 0o700 });
  const secrets = await installationSecrets(folder);
  const tokenKeys = join(folder, 'token-keys.json');
  await writeFile(tokenKeys, JSON.stringify({ keys: [publicHalf(secrets.demoSigningKey)] }));
  const files = {
    'system-key': JSON.stringify(secrets.systemKey),
    'system-key-public': JSON.stringify(publicHalf(secrets.systemKey)),
    'seal-key': JSON.stringify(secrets.sealKey),
  };
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, `deployment/secrets/${name}.json`), text, { mode: 0o600 });
  await writeFile(join(folder, 'deployment/secrets/smtp-password'), '');
  const passwords = Object.entries(secrets.passwords).map(([role, password]): [string, string] => [
    `DATABASE_PASSWORD_${role.replace('qonaq_', '').toUpperCase()}`,
    password,
  ]);
  return {
    folder,
    secrets,
    variables: {
      STORAGE_KEY: secrets.storageKey,
      IDENTITY_KEY: secrets.identityKey,
      WEBHOOK_KEY: secrets.webhookKey,
      ...Object.fromEntries(passwords),
    },
    tokenKeys,
  };
}

function publicHalf({ d: _, ...rest }: JWK): JWK {
  return rest;
}
