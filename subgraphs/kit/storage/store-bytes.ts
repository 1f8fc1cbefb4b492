import type { DocumentStorage, StoredObject } from './storage.ts';

/** Stores a document that the product made itself, for good. */
export async function storeBytes(storage: DocumentStorage, bytes: Buffer, accountId: string): Promise<StoredObject> {
  const result = await storage.store(inOnePiece(bytes), accountId);
  if ('refused' in result) throw new Error(`The storage refused a form: ${result.refused}`);
  await storage.keep([result.stored.id]);
  return result.stored;
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
