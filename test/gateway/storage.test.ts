import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { newId } from '../../subgraphs/kit/ids.ts';
import { folderStorage, newStorageKey } from '../../subgraphs/kit/storage/folder-storage.ts';
import type { DocumentStorage } from '../../subgraphs/kit/storage/storage.ts';

const account = '0199b2f0-0000-7000-8000-000000000001';
const limit = 300_000;
let folder: string;
let key: string;
let storage: DocumentStorage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qonaq-storage-'));
  key = await newStorageKey();
  storage = folderStorage({ folder, key, limit });
});
afterAll(() => rm(folder, { recursive: true }));

describe('What is stored', () => {
  test('is read back as it was, however long it is and however it comes in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 500, max: 90_000 }),
        async (size, step) => {
          const bytes = pdfOf(size);
          const id = await stored(bytes, step);
          expect(bytes.equals(await contents(id))).toBe(true);
          expect(await storage.describe(id)).toMatchObject({ id, accountId: account, size: bytes.length });
        },
      ),
      {
        numRuns: 40,
        examples: [
          [65_536 - 36 - 9, 65_536],
          [131_072 - 36 - 9, 1_000],
          [0, 1],
          [300, 7],
        ],
      },
    );
  });

  test('is described by its account, kind, size and SHA-256', async () => {
    const id = await stored(Buffer.from('%PDF-1.7\nabc'));
    expect(await storage.describe(id)).toEqual({
      id,
      accountId: account,
      mediaType: 'application/pdf',
      size: 12,
      // printf '%%PDF-1.7\nabc' | sha256sum
      sha256: '3c1dd4f09e8ea551683a8c93d934c49084c2407fe2213a20d2702bad0296be10',
    });
  });

  test('is found by a storage that starts later, and by an id in capitals', async () => {
    const id = await stored(pdfOf(100));
    const later = folderStorage({ folder, key, limit });
    expect(await later.describe(id)).toEqual(await storage.describe(id));
    expect(await later.describe(id.toUpperCase())).toEqual(await storage.describe(id));
  });

  test('lies encrypted in a folder that only its owner opens', async () => {
    const id = await stored(Buffer.from(`%PDF-1.7\n${'QAZYNA '.repeat(10_000)}`));
    const file = fileOf(id);
    const raw = await readFile(file);
    expect(raw.includes('QAZYNA')).toBe(false);
    expect(raw.includes(account)).toBe(false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect((await stat(dirname(dirname(file)))).mode & 0o777).toBe(0o700);
  });

  test('is not opened with another key', async () => {
    const id = await stored(pdfOf(100));
    const other = folderStorage({ folder, key: await newStorageKey() });
    await expect(other.describe(id)).rejects.toThrow('damaged');
    await expect(other.read(id)).rejects.toThrow('damaged');
  });
});

describe('What was tampered with is noticed', () => {
  test('when any one bit of the file is flipped', async () => {
    const id = await stored(pdfOf(70_000));
    const raw = await readFile(fileOf(id));
    await fc.assert(
      fc.asyncProperty(fc.nat(raw.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(raw);
        changed[at]! ^= 1 << bit;
        await writeFile(fileOf(id), changed);
        await expect(wholly(id)).rejects.toThrow('damaged');
      }),
      {
        numRuns: 150,
        examples: [
          [0, 0],
          [raw.length - 1, 0],
          [raw.length - 2, 7],
          [raw.length - 3, 0],
        ],
      },
    );
    await writeFile(fileOf(id), raw);
    await expect(wholly(id)).resolves.toBeDefined();
  });

  test('when the file is cut, anywhere', async () => {
    const id = await stored(pdfOf(70_000));
    const { size } = await stat(fileOf(id));
    for (const length of [size - 1, size - 300, 65_800, 65_536, 200, 3, 2, 1, 0]) {
      await truncate(fileOf(id), length);
      await expect(storage.describe(id)).rejects.toThrow('damaged');
      await expect(storage.read(id)).rejects.toThrow('damaged');
    }
  });

  test('when the files of two documents are exchanged', async () => {
    const [one, other] = [await stored(pdfOf(500)), await stored(pdfOf(500))];
    await rename(fileOf(one), join(folder, 'between'));
    await rename(fileOf(other), fileOf(one));
    await rename(join(folder, 'between'), fileOf(other));
    await expect(storage.describe(one)).rejects.toThrow('damaged');
    await expect(storage.read(other)).rejects.toThrow('damaged');
  });

  test('when the bytes of one document stand before what is known of another, before a byte is read', async () => {
    const [one, other] = [await stored(pdfOf(500)), await stored(pdfOf(500))];
    const [ofOne, ofOther] = [await split(one), await split(other)];
    await writeFile(fileOf(one), Buffer.concat([ofOther.bytes, ofOne.about]));
    await expect(storage.read(one)).rejects.toThrow('damaged');
  });

  test('when whole pieces at the end of the bytes are missing, before a byte is read', async () => {
    const id = await stored(pdfOf(200_000));
    const { bytes, about } = await split(id);
    await writeFile(fileOf(id), Buffer.concat([bytes.subarray(0, 200 + 2 * 65_552), about]));
    await expect(storage.read(id)).rejects.toThrow('damaged');
  });
});

describe('What is refused', () => {
  test.each([
    ['a program that is called a PDF', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['a text', Buffer.from('Tegi: Qonaqbaev')],
    ['a single byte', Buffer.from('%')],
  ])('%s has no kind of ours', async (_name, bytes) => {
    expect(await storage.store(Readable.from([bytes]), account)).toEqual({ refused: 'MEDIA_TYPE_UNKNOWN' });
  });

  test('nothing at all is empty, also when it comes in pieces', async () => {
    expect(await storage.store(Readable.from([]), account)).toEqual({ refused: 'EMPTY' });
    expect(await storage.store(Readable.from([Buffer.alloc(0), Buffer.alloc(0)]), account)).toEqual({
      refused: 'EMPTY',
    });
  });

  test('one byte more than the limit is too large, the limit itself is not', async () => {
    expect(await storage.store(inPieces(pdfOf(limit - 9), 7_000), account)).toMatchObject({ stored: { size: limit } });
    expect(await storage.store(inPieces(pdfOf(limit - 8), 7_000), account)).toEqual({ refused: 'TOO_LARGE' });
    expect(await storage.store(Readable.from([pdfOf(limit - 8)]), account)).toEqual({ refused: 'TOO_LARGE' });
  });

  test('what is too large is not read to its end, and its source is let go', async () => {
    let given = 0;
    let letGo = false;
    function* endless() {
      try {
        for (yield pdfOf(0); ; given += 1_000) yield Buffer.alloc(1_000);
      } finally {
        letGo = true;
      }
    }
    expect(await storage.store(Readable.from(endless()), account)).toEqual({ refused: 'TOO_LARGE' });
    expect(given).toBeLessThan(limit + 200_000);
    expect(letGo).toBe(true);
  });

  test('leaves nothing behind, nor does a source that breaks off', async () => {
    const before = await files();
    await storage.store(Readable.from([pdfOf(limit)]), account);
    await storage.store(Readable.from([Buffer.from('MZ')]), account);
    function* breaksOff() {
      yield pdfOf(100_000);
      throw new Error('gone');
    }
    await expect(storage.store(Readable.from(breaksOff()), account)).rejects.toThrow('gone');
    expect(await files()).toEqual(before);
  });
});

describe('The kind is told from the bytes', () => {
  const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#00afca' } });

  test.each([
    ['image/jpeg', () => picture().jpeg().toBuffer()],
    ['image/png', () => picture().png().toBuffer()],
    ['application/pdf', () => Promise.resolve(pdfOf(10))],
  ])('%s', async (mediaType, make) => {
    const bytes = await make();
    const id = await stored(bytes, 3);
    expect(await storage.describe(id)).toMatchObject({ mediaType });
    expect(bytes.equals(await contents(id))).toBe(true);
  });

  test('also of a PNG whose image begins after a long colour profile', async () => {
    const png = await picture().png().toBuffer();
    const profile = Buffer.alloc(12 + 20_000);
    profile.writeUInt32BE(20_000);
    profile.write('iCCP', 4, 'latin1');
    const id = await stored(Buffer.concat([png.subarray(0, 33), profile, png.subarray(33)]), 1_000);
    expect(await storage.describe(id)).toMatchObject({ mediaType: 'image/png' });
  });
});

describe('What is not there', () => {
  test('is not found', async () => {
    expect(await storage.describe(newId())).toBeUndefined();
    expect(await storage.read(newId())).toBeUndefined();
  });

  test.each([
    '',
    '..',
    '../../etc/passwd',
    '/etc/passwd',
    'unfinished',
    `../${newId()}`,
    `${newId()}/`,
    `${newId()}\0`,
  ])('cannot be asked for as %j', async (id) => {
    expect(await storage.describe(id)).toBeUndefined();
    expect(await storage.read(id)).toBeUndefined();
  });
});

describe('What nobody kept', () => {
  test('is read like everything else, until it is removed after its time; what was kept stays', async () => {
    const own = folderStorage({ folder: join(folder, 'own'), key });
    const [waiting, kept] = await Promise.all([1, 2].map(() => own.store(inPieces(pdfOf(500), 500), account)));
    const ids = [waiting, kept].map((each) => (each as { stored: { id: string } }).stored.id);
    await own.keep([ids[1]!]);
    await own.keep([ids[1]!.toUpperCase()]);
    expect(await Promise.all(ids.map((id) => own.describe(id)))).toMatchObject(ids.map((id) => ({ id })));
    const storedAt = Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16);
    expect(await own.removeUnkept(Temporal.Instant.fromEpochMilliseconds(storedAt))).toBe(0);
    expect(await own.removeUnkept(Temporal.Instant.fromEpochMilliseconds(storedAt + 1))).toBe(1);
    expect(await own.describe(ids[0]!)).toBeUndefined();
    expect(await own.describe(ids[1]!)).toMatchObject({ id: ids[1] });
    await expect(own.keep([ids[0]!])).rejects.toThrow('ENOENT');
  });
});

describe('A start', () => {
  test('removes what an interrupted store left long ago, and leaves what another process may be writing', async () => {
    const place = join(folder, 'start', 'unfinished');
    await mkdir(place, { recursive: true });
    const [old, fresh] = [join(place, newId()), join(place, newId())];
    await writeFile(old, 'x');
    await writeFile(fresh, 'x');
    const { mtimeMs } = await stat(fresh);
    await utimes(old, mtimeMs / 1000, mtimeMs / 1000 - 25 * 60 * 60);
    folderStorage({ folder: join(folder, 'start'), key });
    expect(await readdir(place)).toEqual([fresh.slice(place.length + 1)]);
  });

  test('is refused with a key that is none', () => {
    expect(() => folderStorage({ folder, key: 'secret' })).toThrow();
    expect(() => folderStorage({ folder, key: key.slice(0, -1) })).toThrow();
  });
});

test('Twenty documents at once are stored each for itself', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, (_, index) => stored(pdfOf(1_000 * index), 700)));
  expect(new Set(all).size).toBe(20);
  const sizes = await Promise.all(all.map(async (id) => (await contents(id)).length));
  expect(sizes).toEqual(Array.from({ length: 20 }, (_, index) => 9 + 1_000 * index));
});

test('A reader that goes away before it begins closes the file', async () => {
  const large = folderStorage({ folder: join(folder, 'large'), key, limit: 5_000_000 });
  const answer = await large.store(inPieces(pdfOf(4_000_000), 65_536), account);
  const { id } = (answer as { stored: { id: string } }).stored;
  const open = () =>
    readdir('/proc/self/fd').then(
      (names) => names.length,
      () => 0,
    );
  const before = await open();
  for (let reader = 0; reader < 20; reader++) {
    const bytes = await large.read(id);
    await new Promise((closed) => bytes!.once('close', closed).destroy());
  }
  await new Promise((soon) => setTimeout(soon, 50));
  expect(await open()).toBeLessThan(before + 10);
});

/** Something that begins as a PDF does, 9 bytes and `size` more, never twice the same bytes in a row. */
function pdfOf(size: number): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 255)),
  ]);
}

function inPieces(bytes: Buffer, step: number): Readable {
  const pieces = Math.ceil(bytes.length / step);
  return Readable.from(Array.from({ length: pieces }, (_, index) => bytes.subarray(index * step, (index + 1) * step)));
}

async function stored(bytes: Buffer, step = bytes.length): Promise<string> {
  const answer = await storage.store(inPieces(bytes, step), account);
  if (!('stored' in answer)) throw new Error(answer.refused);
  await storage.keep([answer.stored.id]);
  return answer.stored.id;
}

async function contents(id: string): Promise<Buffer> {
  return buffer((await storage.read(id))!);
}

async function wholly(id: string): Promise<unknown> {
  return [await storage.describe(id), await contents(id)];
}

function fileOf(id: string): string {
  return join(folder, id.slice(-4, -2), id.slice(-2), id);
}

/** The two messages of a stored file. */
async function split(id: string): Promise<{ bytes: Buffer; about: Buffer }> {
  const raw = await readFile(fileOf(id));
  const end = raw.length - 2 - raw.readUInt16BE(raw.length - 2);
  return { bytes: raw.subarray(0, end), about: raw.subarray(end) };
}

async function files(): Promise<string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}
