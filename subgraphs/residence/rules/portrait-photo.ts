import type { Problem } from '../../kit/errors/fault.ts';

/** Millimetres of a portrait photo (B§4, §10, §20). */
const size = { width: 35, height: 45 } as const;

/** Part of the ratio by which a scan may differ: what cutting by hand takes. */
const tolerance = 0.03;

/** Pixels of 35×45 mm at 300 dots an inch: the least that a face is recognised on when printed. */
const least = { width: 413, height: 531 } as const;

/** What is wrong with a portrait photo of 35×45 mm (B§4, §10, §20); paths are relative to the document. */
export function portraitPhotoProblems({
  mediaType,
  pixelWidth,
  pixelHeight,
}: {
  mediaType: string;
  pixelWidth: number | null;
  pixelHeight: number | null;
}): Problem[] {
  if (!mediaType.startsWith('image/') || pixelWidth === null || pixelHeight === null)
    return [{ code: 'PHOTO_NO_PICTURE', path: [] }];
  const ratio = pixelWidth / pixelHeight / (size.width / size.height);
  return [
    ...(Math.abs(ratio - 1) > tolerance ? [{ code: 'PHOTO_RATIO', path: [], params: size }] : []),
    ...(pixelWidth < least.width || pixelHeight < least.height
      ? [{ code: 'PHOTO_TOO_SMALL', path: [], params: least }]
      : []),
  ];
}
