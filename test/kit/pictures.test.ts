import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { measurePicture } from '../../subgraphs/kit/pictures/measure-picture.ts';
import { folderStorage, newStorageKey } from '../../subgraphs/kit/storage/folder-storage.ts';
import type { DocumentStorage } from '../../subgraphs/kit/storage/storage.ts';
import { smallPdf } from '../support/counter.ts';

// The size of an uploaded picture, as it is shown.

let folder: string;
let storage: DocumentStorage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qonaq-pictures-'));
  storage = folderStorage({ folder, key: await newStorageKey() });
});
afterAll(() => rm(folder, { recursive: true }));

/** Stores a file and measures it. */
async function measure(bytes: Uint8Array) {
  const outcome = await storage.store(Readable.from([bytes]), '0199b2f0-0000-7000-8000-000000000001');
  if ('refused' in outcome) throw new Error(outcome.refused);
  return measurePicture(storage, outcome.stored);
}

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'white' } });
const damaged = { refused: 'PICTURE_DAMAGED' };

describe('A picture is as wide and as high as it is shown', () => {
  test('a PNG, whatever its size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), async (width, height) => {
        expect(await measure(await blank(width, height).png().toBuffer())).toEqual({ measured: { width, height } });
      }),
      { numRuns: 20 },
    );
  });

  // EXIF: 1 to 4 lie as they are shown, 5 to 8 on their side.
  test.each([1, 2, 3, 4])('a JPEG of orientation %i', async (orientation) => {
    const picture = await blank(413, 531).withMetadata({ orientation }).jpeg().toBuffer();
    expect(await measure(picture)).toEqual({ measured: { width: 413, height: 531 } });
  });
  test.each([5, 6, 7, 8])('a JPEG of orientation %i, which is turned', async (orientation) => {
    const picture = await blank(531, 413).withMetadata({ orientation }).jpeg().toBuffer();
    expect(await measure(picture)).toEqual({ measured: { width: 413, height: 531 } });
  });

  test('also behind what cameras write before it', async () => {
    const picture = await blank(413, 531).jpeg().toBuffer();
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(65_533)]);
    const profiles = Array.from({ length: 12 }, () => segment);
    const large = Buffer.concat([picture.subarray(0, 2), ...profiles, picture.subarray(2)]);
    expect(await measure(large)).toEqual({ measured: { width: 413, height: 531 } });
  });

  test('and a PDF is no picture', async () => expect(await measure(smallPdf)).toEqual({ measured: null }));
});

describe('What does not tell its size is damaged', () => {
  test.each(['jpeg', 'png'] as const)('a %s that ends too early', async (format) => {
    const picture = await blank(413, 531).toFormat(format).toBuffer();
    expect(await measure(picture.subarray(0, 30))).toEqual(damaged);
    expect(await measure(picture)).toEqual({ measured: { width: 413, height: 531 } });
  });

  test('a picture that hides it behind more than its beginning', async () => {
    const picture = await blank(413, 531).jpeg().toBuffer();
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(65_533)]);
    const profiles = Array.from({ length: 20 }, () => segment);
    expect(await measure(Buffer.concat([picture.subarray(0, 2), ...profiles, picture.subarray(2)]))).toEqual(damaged);
  });

  test('and whatever else begins like a picture: it is measured or damaged, and never fails', async () => {
    const picture = await blank(40, 30).jpeg().toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: picture.length - 4 }), fc.uint8Array({ maxLength: 40 }), async (at, noise) => {
        const broken = Buffer.from(picture);
        broken.set(noise.subarray(0, broken.length - at - 3), at + 3);
        const outcome = await measure(broken);
        expect('measured' in outcome ? outcome.measured : outcome).toEqual(
          'measured' in outcome ? { width: expect.any(Number), height: expect.any(Number) } : damaged,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('a size that nobody could decode is only told: no pixel is', async () => {
    const picture = await blank(40, 30).png().toBuffer();
    picture.writeUInt32BE(60_000, 16);
    picture.writeUInt32BE(50_000, 20);
    expect(await measure(picture)).toEqual({ measured: { width: 60_000, height: 50_000 } });
  });
});
