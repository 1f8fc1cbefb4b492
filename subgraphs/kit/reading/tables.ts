import type { EntityMetadata, EntityName } from '@mikro-orm/core';
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
  /** The condition on the rows that a viewer gets; nothing where all may be seen. */
  visible: (viewer: Viewer | undefined) => object;
}

/** By the fields that are read of each; the statements of the product ask for few different ones. */
const tables = new WeakMap<EntityMetadata, Map<string, ReadTable<object>>>();

/** What is known of a table of the model; worked out once. */
export function readTable<Row extends object>(
  orm: MikroORM,
  entity: EntityName<Row>,
  fields?: readonly string[],
  exclude?: readonly string[],
): ReadTable<Row> {
  const meta = orm.getMetadata(entity) as EntityMetadata;
  const known = tables.get(meta) ?? new Map<string, ReadTable<object>>();
  tables.set(meta, known);
  const key = [...(fields ?? []), ...(exclude ?? []).map((name) => `-${name}`)].join();
  const table = known.get(key) ?? describe(orm, meta, fields, exclude);
  known.set(key, table);
  return table as ReadTable<Row>;
}

function describe(
  orm: MikroORM,
  meta: EntityMetadata,
  fields: readonly string[] | undefined,
  exclude: readonly string[] = [],
): ReadTable<object> {
  const named = fields ?? Object.values(meta.properties).flatMap(({ name, lazy }) => (lazy ? [] : [name as string]));
  const read = named.filter((name) => !exclude.includes(name));
  const reader = rowReader<object>(meta, orm.em.getPlatform(), readerOfColumn, read);
  const alias = `"${meta.tableName[0]}0"`;
  const filter = meta.filters?.visible?.cond as ((parameters: { viewer: Viewer | undefined }) => object) | undefined;
  return {
    ...reader,
    properties: meta.properties as Properties,
    from: `"${meta.schema}"."${meta.tableName}"`,
    alias,
    selected: reader.columns.map(({ field }) => `${alias}."${field}"`).join(', '),
    visible: (viewer) => filter?.({ viewer }) ?? {},
  };
}
