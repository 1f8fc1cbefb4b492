import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readQr } from './qr.ts';

/** What a page says: its two columns, and what stands across it aslant. Lines are joined by one space. */
export interface PageText {
  left: string;
  right: string;
  aslant: string[];
  /** Right end of the widest line, points. */
  edge: number;
  /** Baseline of the lowest line, points from the foot of the page. */
  foot: number;
}

/** Opens a PDF. */
export function openPdf(bytes: Buffer) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

/** The text of every page. */
export async function readPdf(bytes: Buffer): Promise<PageText[]> {
  const pdf = await openPdf(bytes);
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(numbers.map(async (number) => readPage(await pdf.getPage(number))));
}

async function readPage(page: Awaited<ReturnType<Awaited<ReturnType<typeof openPdf>>['getPage']>>): Promise<PageText> {
  const { items } = await page.getTextContent();
  const lines = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, slant = 0, , , left = 0, baseline = 0] = item.transform as number[];
    return [{ text: item.str.trim(), aslant: slant !== 0, left, right: left + item.width, baseline }];
  });
  const upright = lines.filter((line) => !line.aslant);
  const join = (column: typeof lines) => column.map((line) => line.text).join(' ');
  return {
    left: join(upright.filter((line) => line.left < 300)),
    right: join(upright.filter((line) => line.left >= 300)),
    aslant: lines.filter((line) => line.aslant).map((line) => line.text),
    edge: Math.max(...upright.map((line) => line.right)),
    foot: Math.min(...upright.map((line) => line.baseline)),
  };
}

/**
 * Reads the QR code of the first page from a picture of the shape that has the most corners; nothing else of the page
 * is in the picture.
 */
export async function scanQr(bytes: Buffer): Promise<string | undefined> {
  const page = await (await openPdf(bytes)).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const shapes = argsArray
    .filter((_, index) => fnArray[index] === OPS.constructPath)
    .map((args) => Array.from((args as [number, [Float32Array]])[1][0]));
  const code = shapes.reduce((longest, shape) => (shape.length > longest.length ? shape : longest));
  // A rectangle is 13 numbers: move x y, line x y, line x y, line x y, close.
  const rectangles = Array.from({ length: code.length / 13 }, (_, index) => {
    const [, left = 0, top = 0, , right = 0, , , , bottom = 0] = code.slice(index * 13);
    return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>`;
  });
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="50 696 100 100" width="500" height="500">${rectangles.join('')}</svg>`;
  return readQr(Buffer.from(picture));
}

/** Those of the phrases that do not stand in the text behind the ones before them. */
export function outOfOrder(text: string, phrases: readonly string[]): string[] {
  let from = 0;
  return phrases.filter((phrase) => {
    const found = text.indexOf(phrase, from);
    if (found >= 0) from = found + phrase.length;
    return found < 0;
  });
}
