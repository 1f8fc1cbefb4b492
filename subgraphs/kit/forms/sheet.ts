import { measure, setBlock, type Bilingual, type Block, type Cell, type Strip } from './blocks.ts';
import { closeDocument, openDocument } from './document.ts';
import { artifact, colours, drawRule, drawText, type Style } from './draw.ts';
import { drawQr } from './qr.ts';
import { markSpecimen } from './specimen.ts';

/** What every printed form is made with. */
export interface Print {
  issuedOn: Temporal.PlainDate;
  /** Marks every page as worth nothing, in demo mode. */
  specimen: boolean;
}

/** What a form that can be checked is made with. */
export interface Issue extends Print {
  /** All that the QR code holds. It carries an unguessable token, never the number of the person. */
  verificationUrl: string;
}

/** What a form that answers an application is made with. */
export interface OfApplication extends Issue {
  /** Number of the application; printed small. */
  applicationNumber: string;
}

/** A printed form. */
export interface Sheet extends Print {
  /** Title in the file's metadata. */
  title: string;
  /** Tells it from other forms of the title and the day, in the metadata. */
  subject: string;
  /** Printed small at the foot of every page. */
  footnote: Bilingual;
  blocks: Block[];
  /** What its QR code holds, where the form has one. */
  verificationUrl?: string;
  /** Caption of the QR code, where it has one. */
  qrCaption?: string;
}

/** Where things lie on the page, points from its top; the last two are sizes. */
const page = { top: 72, qr: 708, qrSize: 76, footnoteLeading: 10.5 } as const;

/** Where the blocks end and where the rule of the footer is, points from the top: a page without a QR code has more room. */
const ends = { withCode: { bottom: 676, rule: 692 }, withoutCode: { bottom: 768, rule: 784 } } as const;

/** A form that would run onto a second page is set smaller first, as long as it stays easy to read. */
const densities = [1, 0.92, 0.84, 0.8] as const;

const small: Style = { typeface: 'sans', size: 7.5, colour: colours.caption };

const verification: Bilingual = {
  kk: 'Құжаттың түпнұсқалығын QR-код арқылы тексеріңіз',
  ru: 'Проверьте подлинность документа по QR-коду',
};

/** How a form says which application it answers. */
export function ofApplication({ applicationNumber }: OfApplication): Pick<Sheet, 'subject' | 'footnote'> {
  return {
    subject: applicationNumber,
    footnote: { kk: `Өтініш № ${applicationNumber}`, ru: `Заявление № ${applicationNumber}` },
  };
}

/** Prints a form as a tagged A4 PDF. The same sheet gives the same bytes. */
export function printSheet(sheet: Sheet): Promise<Buffer> {
  const document = openDocument({ title: sheet.title, subject: sheet.subject, date: sheet.issuedOn }, { tagged: true });
  const structure = document.struct('Document');
  document.addStructure(structure);
  if (sheet.specimen) {
    markSpecimen(document);
    document.on('pageAdded', () => markSpecimen(document));
  }
  drawBlocks(document, structure, sheet);
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    document.switchToPage(index);
    drawFooter(document, structure, sheet, count > 1 ? `${index + 1} / ${count}` : '');
  }
  structure.end();
  return closeDocument(document);
}

function drawBlocks(
  document: PDFKit.PDFDocument,
  structure: PDFKit.PDFStructureElement,
  { blocks, verificationUrl }: Sheet,
): void {
  const { bottom } = verificationUrl ? ends.withCode : ends.withoutCode;
  const room = bottom - page.top;
  const heightOf = (strips: Strip[]) => strips.reduce((sum, strip) => sum + strip.height, 0);
  const set = (density: number) => blocks.map((block) => setBlock(document, block, density));
  const density = densities.find((each) => heightOf(set(each).flat()) <= room) ?? 1;

  let y: number = page.top;
  const turnPage = () => {
    document.addPage();
    y = page.top;
  };
  for (const strips of set(density)) {
    const whole = heightOf(strips);
    // A block longer than a page runs over, but a caption never stays behind alone.
    const together = whole <= room ? whole : heightOf(strips.slice(0, 3));
    if (y + together > bottom) turnPage();
    const paragraphs: Partial<Record<Cell['language'], PDFKit.PDFStructureElement>> = {};
    for (const { height, cells, rule } of strips) {
      if (y + height > bottom && cells.length > 0) turnPage();
      for (const { role, language, style, text, left } of cells) {
        if (!paragraphs[language]) structure.add((paragraphs[language] = document.struct(role, { lang: language })));
        const baseline = y + height * 0.75;
        paragraphs[language].add(() => drawText(document, style, text, { left }, baseline));
      }
      if (rule !== 'none') drawRule(document, rule, measure.left, y + height / 2, measure.width);
      y += height;
    }
  }
}

function drawFooter(
  document: PDFKit.PDFDocument,
  structure: PDFKit.PDFStructureElement,
  { footnote, verificationUrl, qrCaption }: Sheet,
  pageNumber: string,
): void {
  const { left, right } = measure;
  const beside = page.qr + 6;
  const below = page.qr + page.qrSize + 16;
  const write = (lang: keyof Bilingual, text: string, at: { left: number } | { right: number }, baseline: number) =>
    structure.add(document.struct('P', { lang }).add(() => drawText(document, small, text, at, baseline)));

  if (!verificationUrl) {
    drawRule(document, 'hair', left, ends.withoutCode.rule, measure.width);
    write('kk', footnote.kk, { left }, below);
    write('ru', footnote.ru, { left }, below + page.footnoteLeading);
    artifact(document, () => drawText(document, small, pageNumber, { right }, below));
    return;
  }
  drawRule(document, 'hair', left, ends.withCode.rule, measure.width);
  if (qrCaption) write('kk', qrCaption, { left: left + page.qrSize + 12 }, beside);
  structure.add(
    document
      .struct('Figure', { alt: verificationUrl })
      .add(() => drawQr(document, verificationUrl, left, page.qr, page.qrSize)),
  );
  write('kk', verification.kk, { left }, below);
  write('ru', verification.ru, { left }, below + page.footnoteLeading);
  write('kk', footnote.kk, { right }, below);
  write('ru', footnote.ru, { right }, below + page.footnoteLeading);
  artifact(document, () => drawText(document, small, pageNumber, { right }, beside));
}
