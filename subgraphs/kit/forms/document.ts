import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { registerTypefaces } from './fonts.ts';

/** What is written about a printed document in its own metadata. */
export interface Imprint {
  title: string;
  /** Tells two documents of one title and day apart, also in their file IDs. */
  subject: string;
  date: Temporal.PlainDate;
}

/**
 * Opens a PDF document in which nothing depends on the hour: the same imprint and drawings give the same bytes.
 *
 * @param size width and height in points.
 * @param tagged whether the drawer adds a structure for screen readers.
 */
export function openDocument(
  { title, subject, date }: Imprint,
  { size = 'A4', tagged = false }: { size?: 'A4' | [number, number]; tagged?: boolean } = {},
): PDFKit.PDFDocument {
  const document = new PDFDocument({
    size,
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged,
    lang: 'kk',
    displayTitle: true,
    info: {
      Title: title,
      Author: 'Qonaq',
      Subject: subject,
      CreationDate: new Date(date.toZonedDateTime('UTC').epochMilliseconds),
    },
  });
  registerTypefaces(document);
  return document;
}

/** Ends the document and gives its bytes. */
export function closeDocument(document: PDFKit.PDFDocument): Promise<Buffer> {
  document.end();
  return buffer(document);
}
