import { fileTypeFromBuffer } from 'file-type';
import { mediaTypes } from './storage.ts';
import type { MediaType } from './storage.ts';

/** How many bytes from the beginning tell what kind of file it is. */
export const telling = 4100;

/** The kind of file that begins with these bytes, or nothing when it is none of ours; a name or a header is never believed. */
export async function mediaTypeOf(beginning: Uint8Array): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(beginning);
  return mediaTypes.find((type) => type === found?.mime);
}
