import { artifact, drawText } from './draw.ts';

const words = ['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN'] as const;
const disclaimer = 'ҮЛГІ — заңды күші жоқ   ·   ОБРАЗЕЦ — не имеет юридической силы   ·   SPECIMEN — no legal force';

/** Marks the current page as worth nothing: the word across it in three languages, under the text, and a line above. */
export function markSpecimen(document: PDFKit.PDFDocument): void {
  const { width, height } = document.page;
  const mark = { typeface: 'sansBold', size: width / 7, colour: '#eceff0', tracking: width / 90 } as const;
  const note = { typeface: 'sansBold', size: 7.5, colour: '#a04a3c' } as const;
  artifact(document, () => {
    document.save().rotate(-52, { origin: [width / 2, height / 2] });
    words.forEach((word, line) =>
      drawText(document, mark, word, { centre: width / 2 }, height / 2 + mark.size * (0.36 + 1.5 * (line - 1))),
    );
    document.restore();
    drawText(document, note, disclaimer, { centre: width / 2 }, 36);
  });
}
