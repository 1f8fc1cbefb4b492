import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClassType } from 'type-graphql';

/**
 * Raises the version of what a command is about where the command has changed only what belongs to it, in other rows: whoever saw it before has seen something
 * else. Nothing where the version was raised already.
 *
 * @param before the version before the command.
 */
export async function raiseVersion<Row extends { id: string; version: number }>(
  em: EntityManager,
  entity: ClassType<Row>,
  row: Row,
  before: number,
): Promise<void> {
  if (row.version !== before) return;
  const { schema, tableName } = em.getMetadata().get(entity as never);
  await em.execute(`update ${schema}.${tableName} set version = version + 1 where id = ?`, [row.id]);
  await em.refresh(row);
}
