import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recountCaseTerms } from '../../kit/terms/recount-case-terms.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { lapses } from '../rules/case-lifecycle.ts';

/** Follows a change of the calendar: every term that runs for a petition or a case is counted anew. */
export const recountResidenceTerms = recountCaseTerms({
  subgraph: 'residence',
  caseType: 'ResidenceCase',
  table: CaseTermTable,
  locked,
  moved: (clocked, kind, dueAt) => {
    if (clocked instanceof ResidenceCase && Object.values(lapses).some(({ term }) => term === kind))
      clocked.lapsesAt = dueAt;
  },
});

async function locked(em: EntityManager, id: string): Promise<Petition | ResidenceCase> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  return (await em.findOne(ResidenceCase, { id }, lock)) ?? (await em.findOneOrFail(Petition, { id }, lock));
}
