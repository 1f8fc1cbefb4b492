import sharp from 'sharp';
import type { DocumentStorage, StoredObject } from '../storage/storage.ts';

/** The size of a picture as it is shown: turned as its EXIF orientation says. */
export interface PictureSize {
  /** In pixels. */
  width: number;
  /** In pixels. */
  height: number;
}

/** How many bytes from the beginning are read, at the most: the size stands behind colour profiles and the thumbnails of cameras. */
const telling = 1024 * 1024;

/**
 * Measures a stored JPEG or PNG; null for what is no picture. Only its beginning is read, and no pixel decoded: a hostile file costs no more than an honest
 * one. Refused is what doesn't tell its size there.
 */
export async function measurePicture(
  storage: DocumentStorage,
  { id, mediaType }: Pick<StoredObject, 'id' | 'mediaType'>,
): Promise<{ measured: PictureSize | null } | { refused: 'PICTURE_DAMAGED' }> {
  if (mediaType === 'application/pdf') return { measured: null };
  const beginning = await beginningOf(storage, id);
  try {
    const { autoOrient } = await sharp(beginning, { limitInputPixels: false }).metadata();
    return { measured: autoOrient };
  } catch {
    return { refused: 'PICTURE_DAMAGED' };
  }
}

async function beginningOf(storage: DocumentStorage, id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let taken = 0;
  for await (const piece of (await storage.read(id))!) {
    pieces.push(piece as Uint8Array);
    taken += (piece as Uint8Array).length;
    if (taken >= telling) break;
  }
  return Buffer.concat(pieces).subarray(0, telling);
}
