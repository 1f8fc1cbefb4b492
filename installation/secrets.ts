import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { newStorageKey } from '../subgraphs/kit/storage/folder-storage.ts';
import { newSealKey } from '../subgraphs/kit/seals/sealing.ts';
import { applicationRoles } from './roles.ts';
import type { ApplicationRole } from './roles.ts';

/** What an installation in one process keeps to itself, in a file of its data folder that only its user can read. */
export interface InstallationSecrets {
  /** The passwords of the database roles. */
  passwords: Record<ApplicationRole, string>;
  /** Encrypts the documents in the storage. */
  storageKey: string;
  /** Signs the tokens with which the product's own jobs ask. */
  systemKey: JWK;
  /** Encrypts what the identity provider keeps: one-time-code secrets and signing keys. Base64url, 32 bytes. */
  identityKey: string;
  /** From which the secrets of webhooks derive. Base64url, 32 bytes. */
  webhookKey: string;
  /** Seals the journal. */
  sealKey: JWK;
  /** Signs the tokens of demo accounts; made anew for each data folder, and used in demo mode only. */
  demoSigningKey: JWK;
}

/** The installation's secrets: made at the first start, the same ever after. */
export async function installationSecrets(dataFolder: string): Promise<InstallationSecrets> {
  const file = secretsFile(dataFolder);
  const kept = await keptSecrets(file);
  const fresh = await newSecrets();
  // What an earlier version didn't know yet is added to its file.
  const secrets = { ...fresh, ...kept, passwords: { ...fresh.passwords, ...kept?.passwords } };
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) await writeDurably(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

async function keptSecrets(file: string): Promise<InstallationSecrets | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as InstallationSecrets;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where the secrets of a data folder are. */
export function secretsFile(dataFolder: string): string {
  return join(dataFolder, 'secrets.json');
}

async function newSecrets(): Promise<InstallationSecrets> {
  const passwords = Object.fromEntries(applicationRoles.map((role) => [role, randomBytes(24).toString('base64url')]));
  return {
    passwords: passwords as InstallationSecrets['passwords'],
    storageKey: await newStorageKey(),
    systemKey: await newSigningKey('system'),
    identityKey: randomBytes(32).toString('base64url'),
    webhookKey: randomBytes(32).toString('base64url'),
    sealKey: await newSealKey(),
    demoSigningKey: await newSigningKey('demo'),
  };
}

async function newSigningKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'ES256', kid };
}

/** Writes beside, then renames: a crash in between leaves either no secrets or all of them. */
async function writeDurably(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.new`;
  const handle = await open(beside, 'w', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(beside, file);
}
