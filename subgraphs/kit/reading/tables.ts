import type { EntityMetadata, EntityName, EntityProperty } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Viewer } from '../viewer/viewer.ts';
import { readerOfColumn } from './column-types.ts';
import type { Properties } from './conditions.ts';
import { rowReader } from './rows.ts';
import type { RowReader } from './rows.ts';

/** What is known of a table that is read. */
export interface ReadTable<Row extends object> extends RowReader<Row> {
  properties: Properties;
  /** Its name, and what it is called in statements. */
  from: string;
  alias: string;
  /** The columns that are read, as a statement lists them. */
  selected: string;
  /** The condition on the rows that a viewer gets. */
  visible: (viewer: Viewer | undefined) => object;
}

/** Which properties of rows are read; all of them that aren't lazy unless told. */
export interface Selected {
  fields?: readonly string[];
  exclude?: readonly string[];
}

/** The filter of a table, as the mapper calls it. */
type Visibility = (parameters: { viewer: Viewer | undefined }) => object;

type Tables = Map<EntityName, Map<string, ReadTable<object>>>;

/** Of each model its tables, by which properties of them are read: the statements of the product ask for few different ones. */
const tablesOf = new WeakMap<MikroORM, Tables>();

/** What is known of a table of the model; worked out once. */
export function readTable<Row extends object>(
  orm: MikroORM,
  entity: EntityName<Row>,
  { fields, exclude }: Selected = {},
): ReadTable<Row> {
  const tables: Tables = tablesOf.get(orm) ?? new Map<EntityName, Map<string, ReadTable<object>>>();
  tablesOf.set(orm, tables);
  const known = tables.get(entity) ?? new Map<string, ReadTable<object>>();
  tables.set(entity, known);
  const key = fields || exclude ? JSON.stringify([fields, exclude]) : '';
  const table =
    known.get(key) ?? describe(orm, orm.getMetadata(entity) as unknown as EntityMetadata<object>, { fields, exclude });
  known.set(key, table);
  return table as ReadTable<Row>;
}

function describe(orm: MikroORM, meta: EntityMetadata<object>, { fields, exclude = [] }: Selected): ReadTable<object> {
  const properties = meta.properties as unknown as Properties;
  const all = Object.values<EntityProperty>(properties).flatMap(({ name, lazy }) => (lazy ? [] : [name]));
  const read = (fields ?? all).filter((name) => !exclude.includes(name));
  const reader = rowReader<object>(meta, orm.em.getPlatform(), readerOfColumn, read);
  const alias = `"${meta.tableName[0]}0"`;
  return {
    ...reader,
    properties,
    from: `"${meta.schema}"."${meta.tableName}"`,
    alias,
    selected: reader.columns.map(({ field }) => `${alias}."${field}"`).join(', '),
    visible: (viewer) => (meta.filters.visible?.cond as Visibility | undefined)?.({ viewer }) ?? {},
  };
}
