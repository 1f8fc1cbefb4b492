import { createHmac } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** What keeps the provider's secrets unreadable in the database. */
export interface Sealing {
  /** Encrypts a text; nobody without the key reads or changes it. */
  seal(text: string): Promise<string>;
  /** Reads what was sealed. */
  open(sealed: string): Promise<string>;
  /** Bytes that only who has the key can make, always the same for the same purpose and text. */
  derive(purpose: string, text: string): Buffer;
}

/**
 * Sealing with the provider's key.
 *
 * @param key 32 bytes, base64url.
 */
export function sealingWith(key: string): Sealing {
  const bytes = Buffer.from(key, 'base64url');
  const derive = (purpose: string, text: string) => createHmac('sha256', bytes).update(`${purpose}\n${text}`).digest();
  // A key of its own for each use of the one that is configured.
  const sealingKey = derive('sealing', '');
  return {
    seal: (text) =>
      new CompactEncrypt(Buffer.from(text)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(sealingKey),
    open: async (sealed) => Buffer.from((await compactDecrypt(sealed, sealingKey)).plaintext).toString(),
    derive,
  };
}
