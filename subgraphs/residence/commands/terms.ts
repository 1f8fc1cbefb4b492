import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommandSession } from '../../kit/commands/command.ts';
import { newId } from '../../kit/ids.ts';
import type { TermKind } from '../../kit/terms/terms.ts';
import { beginTerm } from '../../kit/terms/working-calendar.ts';
import { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { CaseTerm } from '../model/running-term.ts';

/** What keeps due moments: a petition or a case. */
export interface Clocked {
  id: string;
  dueAt: Temporal.Instant | null;
}

/** Ends the terms of an action and begins others, and notes the earliest of those that run. Answers those that began, with their due moments. */
export async function turnClocks(
  { em, now }: Pick<CommandSession, 'em' | 'now'>,
  clocked: Clocked,
  { ends = [], begins = [] }: { ends?: readonly TermKind[]; begins?: readonly TermKind[] },
): Promise<Partial<Record<TermKind, Temporal.Instant>>> {
  const running = await runningTerms(em, clocked.id);
  for (const each of running) if (ends.includes(each.kind)) each.endedAt = now;
  const begun: Partial<Record<TermKind, Temporal.Instant>> = {};
  for (const kind of begins) {
    const { dueAt } = await beginTerm(em, kind, now);
    begun[kind] = dueAt;
    running.push(em.create(CaseTerm, { id: newId(), caseId: clocked.id, kind, startedAt: now, dueAt, endedAt: null }));
  }
  clocked.dueAt = earliestOf(running);
  return begun;
}

/** A petition or a case, locked until the transaction ends. */
export async function lockClocked(em: EntityManager, id: string): Promise<Petition | ResidenceCase> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  return (await em.findOne(ResidenceCase, { id }, lock)) ?? (await em.findOneOrFail(Petition, { id }, lock));
}

/** The terms of a petition or a case that run now. */
export async function runningTerms(em: EntityManager, caseId: string): Promise<CaseTerm[]> {
  return await em.find(CaseTerm, { caseId, endedAt: null }, { orderBy: { id: 'asc' } });
}

/** The earliest due moment of those terms that run; nothing when none does. */
export function earliestOf(terms: readonly CaseTerm[]): Temporal.Instant | null {
  const [earliest] = terms
    .filter(({ endedAt }) => endedAt === null)
    .map(({ dueAt }) => dueAt)
    .toSorted((one, other) => Temporal.Instant.compare(one, other));
  return earliest ?? null;
}
