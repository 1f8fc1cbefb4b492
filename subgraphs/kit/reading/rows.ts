import type { EntityMetadata, EntityProperty, Platform } from '@mikro-orm/core';
import type { SqlValue } from './batch.ts';

/** Reads a value of a column as the database wrote it. */
type ReadValue = (text: string) => unknown;

/** How a table is read: which columns, and what a row becomes. */
export interface RowReader<Row extends object> {
  /** The columns, in the order of the values. */
  columns: readonly { name: string; field: string }[];
  /** A row of the values: an object of the model's class, whose values are read when they are asked for. */
  rowOf(values: readonly SqlValue[]): Row;
}

const written = Symbol('values as the database wrote them');
const wholeRow = Symbol('all values of a row');
const places = Symbol('where each value of a row is');

interface LazyRow {
  [written]: readonly SqlValue[];
  [places]: Readonly<Record<string, number>>;
}

/**
 * How the rows of a table are read. A row costs next to nothing until its values are asked for: those of a page are, by far, not all. Values can't be set.
 *
 * @param parserOf the driver's reader of a type of the database.
 * @param fields which properties are read. To ask a row for another one is a mistake of ours.
 */
export function rowReader<Row extends object>(
  meta: EntityMetadata<Row>,
  platform: Platform,
  parserOf: (columnType: string) => ReadValue,
  fields: readonly string[],
): RowReader<Row> {
  const all = (Object.values(meta.properties) as EntityProperty[]).filter(({ persist }) => persist !== false);
  const properties = all.filter(({ name }) => fields.includes(name));
  const columns = properties.map(({ name, fieldNames }) => ({ name, field: fieldNames[0]! }));
  const prototype = Object.create((meta.class as { prototype: object }).prototype) as object;
  for (const { name } of all) Object.defineProperty(prototype, name, { get: notRead(name), configurable: true });
  properties.forEach((property, index) => {
    const read = valueReader(property, platform, parserOf);
    Object.defineProperty(prototype, property.name, { get: read ? once(index, read) : asItIs(index) });
  });
  const place = Object.fromEntries(properties.map(({ name }, index) => [name, index]));
  Object.defineProperty(prototype, places, { value: Object.assign(Object.create(null), place) });
  Object.defineProperty(prototype, wholeRow, {
    get(this: Record<string, unknown>) {
      return Object.fromEntries(columns.map(({ name }) => [name, this[name]]));
    },
  });

  function LazyRowOf(this: LazyRow, values: readonly SqlValue[]) {
    this[written] = values;
  }
  LazyRowOf.prototype = prototype;
  const Constructor = LazyRowOf as unknown as new (values: readonly SqlValue[]) => Row;
  return { columns, rowOf: (values) => new Constructor(values) };
}

/** All values of a row, of one that is read here or of one that is changed, as an object to be spread. */
export function valuesOf<Row extends object>(row: Row): Row {
  return (row as { [wholeRow]?: Row })[wholeRow] ?? { ...row };
}

/** A value as the database wrote it; nothing when it isn't one of a row that was read here. */
export function storedText(row: unknown, name: string): SqlValue | undefined {
  const place = (row as Partial<LazyRow> | undefined | null)?.[places]?.[name];
  return place === undefined ? undefined : (row as LazyRow)[written][place];
}

function notRead(name: string) {
  return (): never => {
    throw new Error(`${name} was not read`);
  };
}

function asItIs(index: number) {
  return function (this: LazyRow): SqlValue {
    return this[written][index]!;
  };
}

/** Reads a value when it is first asked for, and keeps it: whoever changes what is in it changes it for this row. */
function once(index: number, read: ReadValue) {
  const kept = Symbol('value');
  return function (this: LazyRow & { [kept]?: unknown }): unknown {
    const known = this[kept];
    if (known !== undefined) return known;
    const text = this[written][index]!;
    return (this[kept] = text === null ? null : read(text));
  };
}

/** What reads a property's value; nothing for texts, which are what they are. */
function valueReader(
  { customType, columnTypes }: EntityProperty,
  platform: Platform,
  parserOf: (columnType: string) => ReadValue,
): ReadValue | undefined {
  const [columnType] = columnTypes;
  if (columnType === 'text' || columnType === 'uuid') return undefined;
  const parse = parserOf(columnType!);
  // JSON is an object once it is parsed.
  if (!customType || columnType === 'jsonb') return parse;
  return (text) => customType.convertToJSValue(parse(text), platform) as unknown;
}
