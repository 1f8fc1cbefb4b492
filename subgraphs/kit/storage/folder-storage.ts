import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isId, newId } from '../ids.ts';
import { mediaTypeOf, telling } from './media-type.ts';
import { sealer } from './sealed-document.ts';
import type { DocumentStorage, MediaType, StoredObject } from './storage.ts';

export { newStorageKey } from './sealed-document.ts';

/** The largest document that is taken when nothing else is said, in bytes. */
export const largestDocument = 20 * 1024 * 1024;

/** How old an unfinished file must be before a start takes it for a leftover, in milliseconds: other processes may be writing theirs. */
const leftoverAge = 24 * 60 * 60 * 1000;

/** What lies beside the documents that are kept: what is being stored, and what nothing was attached to yet. */
export const places = { unfinished: 'unfinished', unkept: 'unkept' } as const;

/** Where a folder storage is, and what it takes. */
export interface FolderStorageOptions {
  /** Made when it isn't there. Several processes may share it. */
  folder: string;
  /** What documents are encrypted with, as `newStorageKey` makes it. */
  key: string;
  /** The largest document that is taken, in bytes. */
  limit?: number;
}

/**
 * Keeps documents in a folder, each encrypted in a file of its own. What is being stored lies aside until it is whole and on the disk; only
 * then does it come to where it can be found, in one step, and to its place when it is kept. Throws when the key is none, or the folder can't be written.
 */
export function folderStorage({ folder, key, limit = largestDocument }: FolderStorageOptions): DocumentStorage {
  const seal = sealer(key);
  const unfinished = join(folder, places.unfinished);
  const unkept = join(folder, places.unkept);
  for (const each of [unfinished, unkept]) mkdirSync(each, { recursive: true, mode: 0o700 });
  removeLeftovers(unfinished);

  return { store, keep, removeUnkept, describe, read };

  async function store(bytes: AsyncIterable<Uint8Array>, accountId: string) {
    const incoming = bytes[Symbol.asyncIterator]();
    const id = newId();
    const aside = join(unfinished, id);
    const hash = createHash('sha256');
    let size = 0;
    try {
      const beginning = await take(incoming, telling);
      if (beginning.length === 0) return { refused: 'EMPTY' as const };
      const mediaType = await mediaTypeOf(beginning);
      if (!mediaType) return { refused: 'MEDIA_TYPE_UNKNOWN' as const };

      const stored = await write(beginning, mediaType);
      if (!stored) return { refused: 'TOO_LARGE' as const };
      await settle(aside, join(unkept, id));
      return { stored };
    } finally {
      await incoming.return?.();
      await rm(aside, { force: true });
    }

    /** Writes the whole file aside; gives nothing when the bytes were too many. */
    async function write(beginning: Uint8Array, mediaType: MediaType): Promise<StoredObject | undefined> {
      await using file = await open(aside, 'wx', 0o600);
      await file.writeFile(await seal.sealBytes(id, measured(beginning)));
      if (size > limit) return undefined;
      const stored = { id, accountId, mediaType, size, sha256: hash.digest('hex') };
      await file.writeFile(await seal.sealAbout(stored));
      await file.sync();
      return stored;
    }

    /** The bytes as they pass, counted; ends with the first piece that is too much. */
    async function* measured(beginning: Uint8Array) {
      for (let piece: Uint8Array | undefined = beginning; piece; piece = await next(incoming)) {
        size += piece.length;
        if (size > limit) return;
        hash.update(piece);
        yield piece;
      }
    }
  }

  async function keep(ids: readonly string[]): Promise<void> {
    for (const id of ids.map((each) => each.toLowerCase())) {
      const place = placeOf(id);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      try {
        await settle(join(unkept, id), place);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || !existsSync(place)) throw error;
      }
    }
  }

  async function removeUnkept(before: Temporal.Instant): Promise<number> {
    const old = (await readdir(unkept)).filter((id) => storedAt(id) < before.epochMilliseconds);
    for (const id of old) await rm(join(unkept, id), { force: true });
    return old.length;
  }

  async function describe(id: string) {
    await using file = await find(id);
    return file && (await seal.openAbout(id.toLowerCase(), file)).about;
  }

  async function read(id: string) {
    const file = await find(id);
    if (!file) return undefined;
    try {
      const { about, end } = await seal.openAbout(id.toLowerCase(), file);
      return await seal.openBytes(about, file, end);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async function find(id: string): Promise<FileHandle | undefined> {
    if (!isId(id)) return undefined;
    const name = id.toLowerCase();
    // Twice at the one place: it may go there meanwhile.
    for (const place of [placeOf(name), join(unkept, name), placeOf(name)]) {
      try {
        return await open(place);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
      }
    }
    return undefined;
  }

  /** Brings a file to its place in one step, and onto the disk: a name is there when its directory is. */
  async function settle(from: string, place: string): Promise<void> {
    await rename(from, place);
    const shard = dirname(place);
    for (const directory of new Set([shard, dirname(shard), folder])) await syncDirectory(directory);
  }

  /** Spread by the end of the id, which is random; its beginning is the time. */
  function placeOf(id: string): string {
    return join(folder, id.slice(-4, -2), id.slice(-2), id);
  }
}

/** When something was stored, by its id (UUIDv7), in milliseconds. */
function storedAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

async function next(incoming: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  const step = await incoming.next();
  return step.done ? undefined : step.value;
}

/** The first `length` bytes or a few more; fewer when there are no more. */
async function take(incoming: AsyncIterator<Uint8Array>, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let taken = 0;
  while (taken < length) {
    const piece = await next(incoming);
    if (!piece) break;
    pieces.push(piece);
    taken += piece.length;
  }
  return Buffer.concat(pieces);
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories, and keeps names without being asked.
  if (process.platform === 'win32') return;
  await using opened = await open(directory);
  await opened.sync();
}

/** Removes what interrupted stores left. Ages are told by the file system's own clock, which wrote them. */
function removeLeftovers(unfinished: string): void {
  const mark = join(unfinished, newId());
  writeFileSync(mark, '', { mode: 0o600 });
  const { mtimeMs: present } = statSync(mark);
  rmSync(mark);
  for (const name of readdirSync(unfinished)) {
    const file = join(unfinished, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? present;
    if (present - written > leftoverAge) rmSync(file, { force: true });
  }
}
