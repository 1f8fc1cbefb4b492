import { types } from 'pg';

const asItIs = (text: string): unknown => text;
const listOfTexts = types.getTypeParser(1009 as never, 'text') as (text: string) => unknown;

/** How the values of a column are read, by its type in the model. */
const readers: Record<string, (text: string) => unknown> = {
  int: Number,
  boolean: (text) => text === 't',
  jsonb: JSON.parse,
  date: asItIs,
  'timestamptz(6)': asItIs,
  xid8: asItIs,
  bytea: types.getTypeParser(types.builtins.BYTEA, 'text') as (text: string) => unknown,
  'text[]': listOfTexts,
  'uuid[]': listOfTexts,
  'date[]': listOfTexts,
  'int[]': types.getTypeParser(1007 as never, 'text') as (text: string) => unknown,
};

/** What reads the text of a value of a column type. */
export function readerOfColumn(columnType: string): (text: string) => unknown {
  const reader = readers[columnType];
  if (!reader) throw new Error(`Nobody told yet how to read ${columnType}`);
  return reader;
}
