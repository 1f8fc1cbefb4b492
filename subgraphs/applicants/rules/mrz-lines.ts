import type { TravelDocumentProblem } from './problems.ts';

/** The formats of identity documents in ICAO 9303, parts 4 to 6: card, small book, passport book. */
export type ZoneFormat = 'TD1' | 'TD2' | 'TD3';

/** One line of the zone, and where it stood among the lines that were given (from zero). */
export interface ZoneLine {
  text: string;
  index: number;
}

type Lines = { ok: true; format: ZoneFormat; lines: ZoneLine[] } | { ok: false; problems: TravelDocumentProblem[] };

const formats = {
  TD1: { lines: 3, length: 30 },
  TD2: { lines: 2, length: 36 },
  TD3: { lines: 2, length: 44 },
} as const satisfies Record<ZoneFormat, { lines: number; length: number }>;

/** Beyond these nobody meant a machine-readable zone, and nothing is read any further. */
const mostLines = 10;
const longestLine = 200;

/**
 * The lines as ICAO 9303 writes them. White space around a line, blank lines and small letters are put right, because
 * they can mean only one thing; everything else that does not belong is a problem with its position.
 */
export function readLines(given: readonly string[]): Lines {
  if (given.length > mostLines) return refuse([lineCount(given.length)]);
  const lines = given.map(normalise).filter(({ text }) => text !== '');
  if (lines.length !== 2 && lines.length !== 3) return refuse([lineCount(lines.length)]);
  if (isVisa(lines)) return refuse([{ code: 'VISA_NOT_IDENTITY', path: [] }]);
  const format = formatOf(lines);
  const problems = lines.flatMap((line) => [
    ...lengthProblems(line, formats[format].length),
    ...characterProblems(line),
  ]);
  return problems.length > 0 ? refuse(problems) : { ok: true, format, lines };
}

function normalise(given: string, index: number): ZoneLine {
  // Only ASCII letters: toUpperCase would turn ß, ı or ſ into letters that nobody wrote.
  const text = given.length > longestLine ? given : given.trim().replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  return { text, index };
}

/** MRV-A and MRV-B begin with V and have two lines. */
function isVisa([first, , third]: ZoneLine[]): boolean {
  return third === undefined && /^V[A-Z<]{4}.{30}/.test(first?.text ?? '');
}

function formatOf(lines: ZoneLine[]): ZoneFormat {
  if (lines.length === formats.TD1.lines) return 'TD1';
  const halfway = (formats.TD2.length + formats.TD3.length) / 2;
  return lines.some(({ text }) => text.length > halfway) ? 'TD3' : 'TD2';
}

function lengthProblems({ text, index }: ZoneLine, expected: number): TravelDocumentProblem[] {
  const length = text.length > longestLine ? text.length : [...text].length;
  if (length === expected) return [];
  return [{ code: 'MRZ_LINE_LENGTH', path: [index], params: { line: index + 1, length, expected } }];
}

/** One problem for each run of strange characters, at its first. */
function characterProblems({ text, index }: ZoneLine): TravelDocumentProblem[] {
  if (text.length > longestLine) return [];
  const strange = [...text].map((character) => !/^[A-Z0-9<]$/.test(character));
  return strange.flatMap((isStrange, at) =>
    isStrange && !strange[at - 1]
      ? [{ code: 'MRZ_CHARACTER' as const, path: [index], params: { line: index + 1, position: at + 1 } }]
      : [],
  );
}

function lineCount(lines: number): TravelDocumentProblem {
  return { code: 'MRZ_LINE_COUNT', path: [], params: { lines } };
}

function refuse(problems: TravelDocumentProblem[]): Lines {
  return { ok: false, problems };
}
