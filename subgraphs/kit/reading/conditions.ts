import { RawQueryFragment } from '@mikro-orm/core';
import type { EntityProperty } from '@mikro-orm/core';
import type { SqlValue } from './batch.ts';

/** The properties of a table, by name. */
export type Properties = Record<string, EntityProperty>;

const comparisons: Record<string, string> = { $lt: '<', $lte: '<=', $gt: '>', $gte: '>=', $like: 'like' };

/** The condition that everything fulfils. */
const anything = 'true';

function narrows(written: string): boolean {
  return written !== anything;
}

/** Writes conditions as SQL, and gathers the values in their order. */
export class ConditionWriter {
  readonly values: SqlValue[] = [];

  constructor(
    /** What the table is called in the statement. */
    private readonly alias: string,
    private readonly properties: Properties,
  ) {}

  /** A condition of the object-relational mapper, in the forms that the readings use; what is none of them is a mistake of ours. */
  write(condition: unknown): string {
    const parts: string[] = [];
    for (const key of Reflect.ownKeys(condition as object)) {
      const asked = (condition as Record<string | symbol, unknown>)[key];
      if (typeof key === 'symbol') parts.push(...this.#ofFragment(key, asked));
      else if (key === '$and') parts.push(...(asked as unknown[]).map((each) => this.write(each)).filter(narrows));
      else if (key === '$or') parts.push(`(${(asked as unknown[]).map((each) => this.write(each)).join(' or ')})`);
      else if (key === '$not') parts.push(`not (${this.write(asked)})`);
      else parts.push(...this.#comparisons(this.column(key), asked, this.properties[key]!.columnTypes[0]));
    }
    if (parts.length === 0) return anything;
    return parts.length === 1 ? parts[0]! : `(${parts.join(' and ')})`;
  }

  /** The place of a value. */
  mark(value: unknown): string {
    this.values.push(asText(value));
    return `$${this.values.length}`;
  }

  /** A column of the table. */
  column(name: string): string {
    const property = this.properties[name];
    if (!property) throw new Error(`There is no property ${name}`);
    return `${this.alias}."${property.fieldNames[0]}"`;
  }

  /** A fragment is a condition by itself, or it is compared with something as a column is. */
  #ofFragment(key: symbol, asked: unknown): string[] {
    const written = this.#fragment(RawQueryFragment.getKnownFragment(key) as RawQueryFragment<string>);
    return Array.isArray(asked) && asked.length === 0 ? [written] : this.#comparisons(written, asked);
  }

  #comparisons(column: string, asked: unknown, columnType?: string): string[] {
    if (asked === null) return [`${column} is null`];
    if (asked instanceof RawQueryFragment) return [`${column} = ${this.#fragment(asked as RawQueryFragment<string>)}`];
    if (isPlain(asked) && columnType === 'jsonb')
      return Object.entries(asked).map(([key, value]) => `${column} ->> '${key}' = ${this.mark(value)}`);
    if (!isPlain(asked)) return [`${column} = ${this.mark(asked)}`];
    return Object.entries(asked).map(([operator, value]) => {
      if (operator === '$in') return this.#oneOf(column, value as unknown[]);
      if (operator === '$nin') return `${column} <> all(${this.mark(value)})`;
      if (operator === '$ne') return value === null ? `${column} is not null` : `${column} <> ${this.mark(value)}`;
      if (operator in comparisons) return `${column} ${comparisons[operator]} ${this.mark(value)}`;
      throw new Error(`No reading asks by ${operator} yet`);
    });
  }

  /** One of a single value is that value: an index has its rows in order, as it hasn't those of a list. */
  #oneOf(column: string, values: readonly unknown[]): string {
    return values.length === 1 ? `${column} = ${this.mark(values[0])}` : `${column} = any(${this.mark(values)})`;
  }

  #fragment({ sql, params }: RawQueryFragment): string {
    return withMarks(sql.replaceAll('[::alias::]', this.alias), params, (value) => this.mark(value));
  }
}

/** Whether something is an object of conditions, such as `{ $in: ids }`, or by the keys of a column of JSON. */
function isPlain(asked: unknown): asked is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(asked);
  return prototype === Object.prototype || prototype === null;
}

/** A statement with `?` in the places of values, with numbered places instead. `in (?)` takes a list, as one value. */
export function withMarks(text: string, values: readonly unknown[], mark: (value: unknown) => string): string {
  let at = 0;
  return text.replaceAll(/(\bin\s*)\(\?\)|\?/g, (_found, list: string | undefined) => {
    const value = values[at++];
    return list === undefined ? mark(value) : `= any(${mark(value)})`;
  });
}

/** A value as the database reads it: moments and days as ISO texts, lists as arrays. */
export function asText(value: unknown): SqlValue {
  if (value == null) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `{${value.map(asElement).join(',')}}`;
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  return JSON.stringify(value);
}

function asElement(value: unknown): string {
  const text = asText(value);
  return text === null ? 'null' : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
