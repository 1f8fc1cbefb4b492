import QRCode from 'qrcode';
import { colours } from './draw.ts';

/** Rows of the code overlap by so many points, or some viewers show hairlines between them. */
const overlap = 0.1;

/** Draws a QR code of `size` points. The ground is white, so that no mark under it disturbs a reader. */
export function drawQr(document: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const module = size / modules.size;
  const quiet = 4 * module;
  document.rect(x - quiet, y - quiet, size + 2 * quiet, size + 2 * quiet).fill('white');
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      document.rect(x + start * module, y + row * module, (column + 1 - start) * module, module + overlap);
    }
  }
  document.fill(colours.ink);
}
