import type { DocumentStorage, StoredObject } from './storage.ts';

/** Stores a document that the product made itself. */
export async function storeBytes(storage: DocumentStorage, bytes: Buffer, accountId: string): Promise<StoredObject> {
  const result = await storage.store(inOnePiece(bytes), accountId);
  if ('refused' in result) throw new Error(`The storage refused a form: ${result.refused}`);
  return result.stored;
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
