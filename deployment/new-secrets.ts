import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { newSealKey } from '../subgraphs/kit/seals/sealing.ts';
import { newStorageKey } from '../subgraphs/kit/storage/folder-storage.ts';

// Makes the secrets of an installation: .env from the example, with a new secret wherever that has an empty line, and the key pair that jobs sign with;
// the password of the mail server is somebody else's, and its file empty.
// Never writes over what is there.
const folder = process.argv[2] ?? join(import.meta.dirname, '..');
const example = await readFile(join(import.meta.dirname, 'example.env'), 'utf8');
const secrets: Record<string, string> = {
  STORAGE_KEY: await newStorageKey(),
  IDENTITY_KEY: randomBytes(32).toString('base64url'),
  WEBHOOK_KEY: randomBytes(32).toString('base64url'),
};
await write(
  '.env',
  example.replaceAll(/^(\w+)=$/gm, (_line, name: string) => `${name}=${secrets[name] ?? newPassword()}`),
);

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
const about = { alg: 'ES256', kid: randomBytes(6).toString('hex') };
await mkdir(join(folder, 'deployment/secrets'), { recursive: true, mode: 0o700 });
await write('deployment/secrets/system-key.json', JSON.stringify({ ...(await exportJWK(privateKey)), ...about }));
await write('deployment/secrets/system-key-public.json', JSON.stringify({ ...(await exportJWK(publicKey)), ...about }));
await write('deployment/secrets/smtp-password', '');

const { d, ...publicSealKey } = await newSealKey();
await write('deployment/secrets/seal-key.json', JSON.stringify({ ...publicSealKey, d }));
await write('deployment/secrets/seal-key-public.json', JSON.stringify(publicSealKey));

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(folder, file), text, { flag: 'wx', mode: 0o600 });
  process.stdout.write(`Written: ${join(folder, file)}\n`);
}

/** Letters that stand for themselves in a connection string. */
function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
