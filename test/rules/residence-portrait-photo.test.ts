import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { portraitPhotoFaults } from '../../subgraphs/residence/rules/portrait-photo.ts';

const jpeg = (pixelWidth: number | null, pixelHeight: number | null) =>
  portraitPhotoFaults({ mediaType: 'image/jpeg', pixelWidth, pixelHeight });

describe('a portrait photo of 35×45 mm', () => {
  test.each([
    ['at 300 dots an inch', 413, 531],
    ['rounded up', 414, 532],
    ['at 600 dots an inch', 827, 1063],
    ['of a round number of pixels', 700, 900],
    ['cut half a millimetre narrower and higher', 690, 910],
    ['cut half a millimetre wider and lower', 710, 890],
  ])('does %s', (_how, width, height) => {
    expect(jpeg(width, height)).toEqual([]);
  });

  test.each([
    ['30×40 mm', 900, 1200],
    ['40×50 mm', 960, 1200],
    ['a square', 1000, 1000],
    ['lying on its side', 900, 700],
    ['a hair narrower than half a millimetre allows', 689, 910],
    ['a hair wider than half a millimetre allows', 711, 890],
  ])('is not %s', (_what, width, height) => {
    expect(jpeg(width, height)).toEqual(['PHOTO_PROPORTIONS']);
  });

  test('has pixels enough for print: 413 by 531', () => {
    expect(jpeg(412, 531)).toEqual(['PHOTO_TOO_SMALL']);
    expect(jpeg(413, 530)).toEqual(['PHOTO_TOO_SMALL']);
    expect(jpeg(300, 300)).toEqual(['PHOTO_PROPORTIONS', 'PHOTO_TOO_SMALL']);
  });

  test('is a picture that was measured', () => {
    const faults = portraitPhotoFaults({ mediaType: 'application/pdf', pixelWidth: null, pixelHeight: null });
    expect(faults).toEqual(['PHOTO_NOT_A_PICTURE']);
    expect(jpeg(null, null)).toEqual(['PHOTO_NOT_A_PICTURE']);
    expect(portraitPhotoFaults({ mediaType: 'image/png', pixelWidth: 413, pixelHeight: 531 })).toEqual([]);
  });
});

describe('of any picture', () => {
  const side = fc.integer({ min: 1, max: 20_000 });

  test('nothing that does gets worse by being enlarged', () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 2, max: 20 }), (width, height, times) => {
        fc.pre(jpeg(width, height).length === 0);
        expect(jpeg(width * times, height * times)).toEqual([]);
      }),
    );
  });

  test('every one that is exactly as 35 to 45, and large enough, does; rounding to whole pixels takes nothing from it', () => {
    fc.assert(
      fc.property(fc.double({ min: 300, max: 2_400, noNaN: true }), (dotsPerInch) => {
        const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * dotsPerInch);
        expect(jpeg(pixels(35), pixels(45))).toEqual([]);
      }),
    );
  });

  test('what does is never further from 35×45 than half a millimetre on each side', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const fits = 2 * 45.5 * width >= 2 * 34.5 * height && 2 * 44.5 * width <= 2 * 35.5 * height;
        expect(jpeg(width, height).includes('PHOTO_PROPORTIONS')).toBe(!fits);
      }),
    );
  });
});
