import { parse, type FieldName } from 'mrz';
import type { ZoneFormat, ZoneLine } from './mrz-lines.ts';

/** One field of a zone: its characters, whether the package finds them right, and where they stand (from zero). */
export interface Field {
  text: string;
  valid: boolean;
  line: number;
  start: number;
}

/** Gives a field by its name; one that the format does not have is empty and right. */
export type Fields = (name: FieldName) => Field;

/**
 * The fields of a zone, laid out and their check digits computed by the package; nothing when it knows the lines as
 * another document.
 */
export function fieldsOf(format: ZoneFormat, lines: readonly ZoneLine[]): Fields | undefined {
  const parsed = parse(withoutNames(format, lines));
  if (parsed.format !== format) return undefined;
  return (name) => {
    const detail = parsed.details.find(({ field }) => field === name);
    const [range] = detail?.ranges ?? [];
    const line = range && lines[range.line];
    if (!detail || !range || !line) return { text: '', valid: true, line: 0, start: 0 };
    return { text: line.text.slice(range.start, range.end), valid: detail.valid, line: line.index, start: range.start };
  };
}

/** The package sees no names: a digit misread among them would make it take a TD2 for the old French identity card. */
function withoutNames(format: ZoneFormat, lines: readonly ZoneLine[]): string[] {
  const [namesLine, namesStart] = format === 'TD1' ? [2, 0] : [0, 5];
  return lines.map(({ text }, at) => (at === namesLine ? text.slice(0, namesStart).padEnd(text.length, '<') : text));
}
