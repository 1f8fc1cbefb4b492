import { readTexts } from '../commands/texts.ts';
import { isId } from '../ids.ts';

/** What a value must be to be compared with a column of a type: anything else would fail in the database. */
const fitting: Record<string, (value: unknown) => boolean> = {
  uuid: (value) => typeof value === 'string' && isId(value),
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  'timestamptz(6)': isMoment,
  text: (value) => typeof value === 'string' && readTexts(value).problems.length === 0,
};

/** Whether a text is a cursor of a list that is sorted by columns of these types: it holds one value for each. */
export function isCursor(text: string, columnTypes: readonly string[]): boolean {
  const values = valuesIn(text);
  return (
    Array.isArray(values) &&
    values.length === columnTypes.length &&
    columnTypes.every((type, at) => fitting[type]?.(values[at]) ?? false)
  );
}

/** The cursor of a place in a list: the values of the columns that the list is sorted by. */
export function cursorOf(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values that a cursor holds; nothing when it is none. */
export function valuesIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function isMoment(value: unknown): boolean {
  try {
    return typeof value === 'string' && Temporal.Instant.from(value).epochMilliseconds > 0;
  } catch {
    return false;
  }
}
