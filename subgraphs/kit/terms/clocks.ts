import type { EntitySchema } from '@mikro-orm/postgresql';
import type { CommandSession } from '../commands/command.ts';
import { newId } from '../ids.ts';
import type { CaseTerm } from './term-table.ts';
import type { TermKind } from './terms.ts';
import { beginTerm } from './working-calendar.ts';
import type { Reads } from '../reading/reads.ts';

/** What keeps due moments, such as a petition or a case. */
export interface Clocked {
  id: string;
  dueAt: Temporal.Instant | null;
}

/**
 * Ends the terms of an action and begins others, and notes the earliest of those that run. Answers those that began, with their due moments.
 *
 * @param table where the subgraph keeps the terms of its cases.
 */
export async function turnClocks(
  { em, now }: Pick<CommandSession, 'em' | 'now'>,
  table: EntitySchema<CaseTerm>,
  clocked: Clocked,
  { ends = [], begins = [] }: { ends?: readonly TermKind[]; begins?: readonly TermKind[] },
): Promise<Partial<Record<TermKind, Temporal.Instant>>> {
  const running = await runningTerms(em, table, clocked.id);
  for (const each of running) if (ends.includes(each.kind)) each.endedAt = now;
  const begun: Partial<Record<TermKind, Temporal.Instant>> = {};
  for (const kind of begins) {
    const { dueAt } = await beginTerm(em, kind, now);
    begun[kind] = dueAt;
    running.push(em.create(table, { id: newId(), caseId: clocked.id, kind, startedAt: now, dueAt, endedAt: null }));
  }
  clocked.dueAt = earliestOf(running);
  return begun;
}

/** The terms of a case that run now. */
export async function runningTerms(em: Reads, table: EntitySchema<CaseTerm>, caseId: string): Promise<CaseTerm[]> {
  return await em.find(table, { caseId, endedAt: null }, { orderBy: { id: 'asc' } });
}

/** The earliest due moment of those terms that run; nothing when none does. */
export function earliestOf(terms: readonly CaseTerm[]): Temporal.Instant | null {
  const [earliest] = terms
    .filter(({ endedAt }) => endedAt === null)
    .map(({ dueAt }) => dueAt)
    .toSorted((one, other) => Temporal.Instant.compare(one, other));
  return earliest ?? null;
}

/** The terms of each case, in the order in which they began. */
export async function termsByCase(
  em: Reads,
  table: EntitySchema<CaseTerm>,
  caseIds: readonly string[],
): Promise<Map<string, CaseTerm[]>> {
  const found = await em.find(table, { caseId: { $in: [...caseIds] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(found, ({ caseId }) => caseId);
}
