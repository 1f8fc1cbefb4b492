import QRCode from 'qrcode';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import type { Markup } from '../../../subgraphs/kit/pages/markup.ts';

/** The quiet zone around a QR code, in modules. */
const quiet = 4;

/** A QR code as an inline picture, dark on white whatever the colours of the page. */
export function qrCode(text: string, name: string): Markup {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const squares: string[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  const view = [-quiet, -quiet, size + 2 * quiet, size + 2 * quiet].join(' ');
  return markup`<svg class="qr" role="img" aria-label="${name}" viewBox="${view}" shape-rendering="crispEdges"><path d="${squares.join('')}" fill="#000"/></svg>`;
}
