/** A document number, and what of the optional field is left once the number has taken its part. */
export interface NumberInZone {
  number: string;
  optional: string;
  /** How many characters before its check digit the number takes in the optional field; nothing for a short number. */
  continued: number | undefined;
}

/**
 * The number of nine characters, or the longer one that a TD1 or TD2 announces with a filler in the place of the
 * check digit: its end, its check digit and a filler begin the optional field (ICAO 9303-5 and 9303-6). Nothing when
 * such an end is not there.
 */
export function readDocumentNumber(nine: string, checkDigit: string, optional: string): NumberInZone | undefined {
  if (checkDigit !== '<') return { number: spaced(nine), optional: spaced(optional), continued: undefined };
  const [taken, end] = /^([A-Z0-9]+)[0-9]</.exec(optional) ?? [];
  if (taken === undefined || end === undefined || nine.endsWith('<')) return undefined;
  return { number: spaced(nine + end), optional: spaced(optional.slice(taken.length)), continued: end.length };
}

/** A field without the fillers at its ends; one inside stands for a space or some other sign. */
export function spaced(field: string): string {
  return field.replaceAll('<', ' ').trim();
}
