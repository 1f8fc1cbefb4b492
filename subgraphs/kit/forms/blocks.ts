import { colours, type Style } from './draw.ts';
import { wrap } from './fonts.ts';

/** One text in the two languages of the forms. */
export interface Bilingual {
  kk: string;
  ru: string;
}

/** How a part of a block looks; `leading` is the height of a line, points. */
type PartStyle = Style & { leading: number };

const styles = {
  heading: { typeface: 'serifBold', size: 17, leading: 23, colour: colours.ink },
  caption: { typeface: 'sans', size: 8, leading: 12, colour: colours.caption },
  number: { typeface: 'serif', size: 20, leading: 29, colour: colours.ink, tracking: 0.9 },
  value: { typeface: 'serif', size: 11.5, leading: 16.5, colour: colours.ink },
  latin: { typeface: 'sans', size: 8.5, leading: 12.5, colour: colours.caption },
  remark: { typeface: 'serif', size: 9, leading: 13, colour: colours.ink },
} as const satisfies Record<string, PartStyle>;

/** The two columns of a form, Kazakh then Russian, on an A4 page; points. */
const left = 62;
const width = 221;
const gutter = 29;

/** Where the text of a form lies on its page; points. */
export const measure = {
  left,
  right: left + 2 * width + gutter,
  width: 2 * width + gutter,
  second: left + width + gutter,
} as const;

/** One text of a block: in both columns, or across them where there is a single Kazakh or English text. */
export interface Part {
  style: keyof typeof styles;
  text: Bilingual | string | { en: string };
}

/** What stands together on a form, closed by a rule. */
export interface Block {
  parts: Part[];
  rule: 'strong' | 'hair' | 'none';
}

/** One line of text at its column. */
export interface Cell {
  role: 'H1' | 'P';
  language: keyof Bilingual | 'en';
  style: Style;
  text: string;
  left: number;
}

/** What a page break never cuts: a line of text in each column, or the rule under a block. */
export interface Strip {
  /** Points. */
  height: number;
  cells: Cell[];
  rule: Block['rule'];
}

/** Height of the strip that holds the rule of a block, points. */
const air = { strong: 26, hair: 15, none: 15 } as const;

/**
 * Sets a block into strips.
 *
 * @param density what sizes and spaces are multiplied by: 1, or less for a form with much to say.
 */
export function setBlock(document: PDFKit.PDFDocument, block: Block, density: number): Strip[] {
  return [
    ...block.parts.flatMap((part) => setPart(document, part, density)),
    { height: air[block.rule] * density, cells: [], rule: block.rule },
  ];
}

function setPart(document: PDFKit.PDFDocument, part: Part, density: number): Strip[] {
  const plain: PartStyle = styles[part.style];
  const style: PartStyle = {
    ...plain,
    size: plain.size * density,
    leading: plain.leading * density,
    tracking: (plain.tracking ?? 0) * density,
  };
  const role = part.style === 'heading' ? 'H1' : 'P';
  const set = (text: string, language: Cell['language'], x: number, room: number): Cell[] =>
    text
      .split('\n')
      .flatMap((paragraph) => wrap(document, style, paragraph, room))
      .map((line) => ({ role, language, style, text: line, left: x }));

  const { text } = part;
  if (typeof text === 'string' || !('kk' in text)) {
    const cells =
      typeof text === 'string' ? set(text, 'kk', left, measure.width) : set(text.en, 'en', left, measure.width);
    return cells.map((cell) => ({ height: style.leading, cells: [cell], rule: 'none' }));
  }
  const [kazakh, russian] = [set(text.kk, 'kk', left, width), set(text.ru, 'ru', measure.second, width)];
  return Array.from({ length: Math.max(kazakh.length, russian.length) }, (_, line) => ({
    height: style.leading,
    cells: [kazakh[line], russian[line]].filter((cell) => cell !== undefined),
    rule: 'none',
  }));
}
