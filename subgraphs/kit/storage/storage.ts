import type { Readable } from 'node:stream';

/** The kinds of file that a scan or a printed form may be. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** PDF, JPEG or PNG. */
export type MediaType = (typeof mediaTypes)[number];

/** What is known of bytes that were stored. */
export interface StoredObject {
  id: string;
  /** The account that brought them. */
  accountId: string;
  mediaType: MediaType;
  /** In bytes, before encryption. */
  size: number;
  /** Of the bytes before encryption, hexadecimal. */
  sha256: string;
}

/** Why bytes were not stored. */
export type StorageRefusal = 'TOO_LARGE' | 'EMPTY' | 'MEDIA_TYPE_UNKNOWN';

/**
 * Where scans and printed forms are kept: encrypted, never changed, found by id. An acknowledged `store` survives a crash; an interrupted
 * one leaves nothing behind that could be found.
 */
export interface DocumentStorage {
  /** Stores bytes as they stream in; their kind is told from the bytes themselves, never from a name. */
  store(
    bytes: AsyncIterable<Uint8Array>,
    accountId: string,
  ): Promise<{ stored: StoredObject } | { refused: StorageRefusal }>;
  /**
   * Keeps what is stored under these ids for good, as of whatever it is attached to; before the transaction commits that says so. Once more does nothing.
   *
   * @throws Error when one isn't there, or not any more.
   */
  keep(ids: readonly string[]): Promise<void>;
  /** Removes what was stored before a moment and never kept; tells how much that was. */
  removeUnkept(before: Temporal.Instant): Promise<number>;
  /** What is stored under an id, or nothing. */
  describe(id: string): Promise<StoredObject | undefined>;
  /** The bytes of what is stored under an id, decrypted as they are read. Fails when they were tampered with. */
  read(id: string): Promise<Readable | undefined>;
}
