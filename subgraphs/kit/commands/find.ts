import { LockMode } from '@mikro-orm/core';
import type { ClassType } from 'type-graphql';
import { Fault } from '../errors/fault.ts';
import { isId } from '../ids.ts';
import type { CommandSession } from './command.ts';

/**
 * Loads what a command is about, locked until the command ends.
 *
 * @throws Fault NOT_FOUND when it doesn't exist or the viewer may not see it: nobody learns which.
 */
export async function findForChange<Row extends { id: string }>(
  { em }: CommandSession,
  entity: ClassType<Row>,
  id: string,
): Promise<Row> {
  const row = isId(id) ? await em.findOne(entity, { id } as never, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!row) throw new Fault('NOT_FOUND');
  return row;
}
