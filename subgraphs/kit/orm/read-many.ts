import type { ClassType } from 'type-graphql';
import { isId } from '../ids.ts';
import type { Reads } from '../reading/reads.ts';

/** Reads rows by id in one statement; what doesn't exist, or isn't visible to the viewer, is missing. */
export async function readMany<Row extends { id: string }>(
  reads: Reads,
  entity: ClassType<Row>,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const found = await reads.find(entity, { id: { $in: ids.filter(isId) } } as never);
  return new Map(found.map((row) => [(row as Row).id, row as Row]));
}
