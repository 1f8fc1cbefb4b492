import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

/** Encrypts what a backup holds, in the age format, with the key of the stored documents: whoever has lost that can't read them either. */
export async function backupCipher(key: string) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(key));
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);

  return {
    async writeText(file: string, text: string): Promise<void> {
      await writeFile(file, await encrypter.encrypt(text), { flag: 'wx', mode: 0o600, flush: true });
    },

    async readText(file: string): Promise<string> {
      return decrypter.decrypt(await readFile(file), 'text');
    },

    async writeStream(file: string, bytes: Readable): Promise<void> {
      const sealed = await encrypter.encrypt(Readable.toWeb(bytes) as ReadableStream<Uint8Array>);
      await pipeline(sealed, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
    },

    async readStream(file: string): Promise<Readable> {
      const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
      return Readable.fromWeb((await decrypter.decrypt(sealed)) as never);
    },
  };
}
