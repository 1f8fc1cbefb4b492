import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';

/** A petition or a case, locked until the transaction ends. */
export async function lockClocked(em: EntityManager, id: string): Promise<Petition | ResidenceCase> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  return (await em.findOne(ResidenceCase, { id }, lock)) ?? (await em.findOneOrFail(Petition, { id }, lock));
}
