import type { MediaType } from '../../kit/storage/storage.ts';

/** A picture as it was attached; pixels as they are shown. */
export interface Picture {
  mediaType: MediaType;
  pixelWidth: number | null;
  pixelHeight: number | null;
}

/** What can be wrong with a portrait photo. */
export type PhotoFault = 'PHOTO_NOT_A_PICTURE' | 'PHOTO_PROPORTIONS' | 'PHOTO_TOO_SMALL';

/** The size that the order asks for, millimetres (B§4(4), B§10(2), B§20(5)). */
const asked = { width: 35, height: 45 } as const;

/**
 * How far each side may be from that, millimetres (policy): what a ruler with whole millimetres still reads as 35×45. It lets through what rounding to
 * pixels and a cutter do, and neither of the neighbouring formats, 30×40 and 40×50 mm.
 */
const tolerance = 0.5;

/** How many pixels it has at least (policy): 35×45 mm printed at 300 dots an inch, in whole dots. */
export const fewestPixels = { width: 413, height: 531 } as const;

/** Everything that is wrong with a portrait photo of 35×45 mm; empty when it does. */
export function portraitPhotoFaults({ mediaType, pixelWidth, pixelHeight }: Picture): PhotoFault[] {
  if (mediaType === 'application/pdf' || pixelWidth === null || pixelHeight === null) return ['PHOTO_NOT_A_PICTURE'];
  const narrowest = (asked.width - tolerance) / (asked.height + tolerance);
  const widest = (asked.width + tolerance) / (asked.height - tolerance);
  const proportions = pixelWidth / pixelHeight;
  const tooSmall = pixelWidth < fewestPixels.width || pixelHeight < fewestPixels.height;
  return [
    ...(proportions < narrowest || proportions > widest ? (['PHOTO_PROPORTIONS'] as const) : []),
    ...(tooSmall ? (['PHOTO_TOO_SMALL'] as const) : []),
  ];
}
