import { Readable } from 'node:stream';
import type { FileHandle } from 'node:fs/promises';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { StoredObject } from './storage.ts';

/** Bytes that were changed, cut, exchanged, or sealed with another key. */
export class DamagedDocument extends Error {
  constructor(id: string, cause?: unknown) {
    super(`the stored document ${id} is damaged`, { cause });
  }
}

/** A new key for a storage (`AGE-SECRET-KEY-…`). Without it nothing that was stored can ever be read again. */
export function newStorageKey(): Promise<string> {
  return generateX25519Identity();
}

/**
 * How a document lies in its file: two messages in the age format, one after the other, and the length of the second.
 *
 *     age( id, bytes )   age( what is known of them )   length: 2 bytes, big-endian
 *
 * What is known stands at the end because size and SHA-256 are known only then. Both messages name the id, so neither the files of two
 * documents nor parts of them can be exchanged. The public half of the key is never written anywhere: who does not know the key can neither
 * read a message nor make one.
 *
 * @param key an age identity, as `newStorageKey` makes it; throws when it is none.
 */
export function sealer(key: string) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  const encrypter = identityToRecipient(key).then((recipient) => {
    const made = new Encrypter();
    made.addRecipient(recipient);
    return made;
  });

  return {
    /** The first part of the file. */
    async sealBytes(id: string, bytes: AsyncIterable<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
      return (await encrypter).encrypt(ReadableStream.from(withId(id, bytes)));
    },

    /** The rest of the file. */
    async sealAbout(about: StoredObject): Promise<Uint8Array> {
      const sealed = await (await encrypter).encrypt(JSON.stringify(about));
      const length = Buffer.alloc(2);
      length.writeUInt16BE(sealed.length);
      return Buffer.concat([sealed, length]);
    },

    /** What is known of the document in a file, and where its bytes end there. Throws {@link DamagedDocument}. */
    async openAbout(id: string, file: FileHandle): Promise<{ about: StoredObject; end: number }> {
      try {
        const { size } = await file.stat();
        const length = (await readAt(file, size - 2, 2)).readUInt16BE();
        const end = size - 2 - length;
        const about = JSON.parse(await decrypter.decrypt(await readAt(file, end, length), 'text')) as StoredObject;
        if (about.id !== id) throw new Error(`it says that it is ${about.id}`);
        return { about, end };
      } catch (error) {
        throw new DamagedDocument(id, error);
      }
    },

    /** The bytes of the document, decrypted as they are read; closes the file. Throws {@link DamagedDocument}, and so does the stream. */
    async openBytes({ id, size }: StoredObject, file: FileHandle, end: number): Promise<Readable> {
      const sealed = file.createReadStream({ end: end - 1 });
      try {
        const opened = await decrypter.decrypt(ReadableStream.from<Uint8Array>(sealed));
        if (opened.size(end) !== id.length + size) throw new Error('its length is not what it was');
        const pieces = opened.values();
        const beginning = Buffer.from((await pieces.next()).value ?? []);
        if (beginning.toString('latin1', 0, id.length) !== id) throw new Error('its bytes are of another document');
        const bytes = Readable.from(withoutId(id, beginning, pieces), { objectMode: false });
        return bytes.once('close', () => sealed.destroy());
      } catch (error) {
        sealed.destroy();
        throw new DamagedDocument(id, error);
      }
    },
  };
}

async function* withId(id: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(id, 'latin1');
  yield* bytes;
}

async function* withoutId(id: string, beginning: Buffer, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield beginning.subarray(id.length);
  try {
    yield* rest;
  } catch (error) {
    throw new DamagedDocument(id, error);
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('it is too short');
  return buffer;
}
