import { scanRGBABuffer } from '@undecaf/zbar-wasm';
import sharp from 'sharp';

/** Reads the QR code in a picture as ZBar does, the reader of many a scanner; nothing when there is none. */
export async function readQr(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .flatten({ background: 'white' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [code] = await scanRGBABuffer(Uint8Array.from(data).buffer, info.width, info.height);
  return code?.decode();
}
