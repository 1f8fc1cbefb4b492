import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The typefaces of printed pages: DejaVu, which has every Kazakh letter. */
const files = {
  serif: 'DejaVuSerif.ttf',
  serifBold: 'DejaVuSerif-Bold.ttf',
  sans: 'DejaVuSansCondensed.ttf',
  sansBold: 'DejaVuSansCondensed-Bold.ttf',
  mono: 'DejaVuSansMono.ttf',
} as const;

export type Typeface = keyof typeof files;

/** Makes the typefaces known to a document by their short names; it embeds those that it uses. */
export function registerTypefaces(document: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(files)) {
    document.registerFont(name, resolve(`dejavu-fonts-ttf/ttf/${file}`));
  }
}

/** The first letter of a text that the typefaces lack: one that is neither Cyrillic nor Latin. */
export function strayLetter(text: string): string | undefined {
  return /[^\p{Script=Cyrillic}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.exec(text)?.[0];
}

/**
 * The text as it can be printed: letters composed, single spaces.
 *
 * @throws {RangeError} for a letter that is neither Cyrillic nor Latin, where the page would show an empty box. A§6 asks
 * for a notarised translation of names and places in other scripts, so none belongs on a form.
 */
function printable(text: string): string {
  const stray = strayLetter(text);
  if (stray) throw new RangeError(`The typefaces of the forms lack the letter ${stray}`);
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * Breaks a text into lines no wider than `width` points: at spaces, after hyphens, and inside a word only where the
 * word alone is wider than a line.
 */
export function wrap(
  document: PDFKit.PDFDocument,
  style: { typeface: Typeface; size: number; tracking?: number },
  text: string,
  width: number,
): string[] {
  document.font(style.typeface, style.size);
  const fits = (line: string) =>
    document.widthOfString(line.trimEnd(), { characterSpacing: style.tracking ?? 0 }) <= width;
  const lines: string[] = [];
  let line = '';
  for (const piece of printable(text).match(/[^ -]*[ -]|[^ -]+/gu) ?? []) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of piece) {
      if (line && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return [...lines, line].map((each) => each.trimEnd());
}
