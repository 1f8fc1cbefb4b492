import type { Typeface } from './fonts.ts';

/** How a text looks. Lengths are points. */
export interface Style {
  typeface: Typeface;
  size: number;
  colour: string;
  /** Extra space between letters. */
  tracking?: number;
}

/** Colours of every printed page. */
export const colours = { ink: '#1c2227', caption: '#59656d', accent: '#0b6478', hair: '#cfd7db' } as const;

/** Draws one line of text on a baseline, from a left edge or around a centre. */
export function drawText(
  document: PDFKit.PDFDocument,
  style: Style,
  text: string,
  at: { left: number } | { right: number } | { centre: number },
  baseline: number,
): void {
  const tracking = style.tracking ?? 0;
  document.font(style.typeface, style.size).fillColor(style.colour);
  const width = document.widthOfString(text, { characterSpacing: tracking });
  const x = 'left' in at ? at.left : 'right' in at ? at.right - width : at.centre - width / 2;
  document.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: tracking });
}

/** Draws a rule `width` points wide around the height `y`. */
export function drawRule(
  document: PDFKit.PDFDocument,
  kind: 'strong' | 'hair',
  x: number,
  y: number,
  width: number,
): void {
  const [weight, colour] = kind === 'strong' ? [1.4, colours.accent] : [0.5, colours.hair];
  artifact(document, () => document.rect(x, y - weight / 2, width, weight).fill(colour));
}

/** Draws what a screen reader passes over. */
export function artifact(document: PDFKit.PDFDocument, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' });
  draw();
  document.endMarkedContent();
}
