import type { EntityManager, EntitySchema } from '@mikro-orm/postgresql';
import type { NewNotice } from '../notices/tell.ts';
import type { Job } from '../subgraph/definition.ts';
import { earliestOf, runningTerms } from './clocks.ts';
import type { Clocked } from './clocks.ts';
import { recountTerms } from './recount.ts';
import type { RunningTerm, TermKeeper } from './recount.ts';
import type { CaseTerm } from './term-table.ts';
import type { TermKind } from './terms.ts';

/** A case that people know by a number. */
interface NumberedCase extends Clocked {
  number: string;
}

/** How a subgraph keeps the terms of its cases in a table of their own. */
export interface TermTableKeeper<Case extends NumberedCase> extends Pick<TermKeeper, 'subgraph' | 'caseType'> {
  table: EntitySchema<CaseTerm>;
  /** A case, locked until the transaction ends. */
  locked: (em: EntityManager, caseId: string) => Promise<Case>;
  /** Notes in the case what else hangs on a term that moved. */
  moved: (clocked: Case, kind: TermKind, dueAt: Temporal.Instant) => void;
  /** What is told of that; nothing where nobody was told of the term. */
  notices?: (clocked: Case, term: Pick<CaseTerm, 'kind' | 'dueAt'>) => NewNotice[];
}

/** The job that recounts, after a change of the calendar, every term that runs for the cases of a subgraph. */
export function recountCaseTerms<Case extends NumberedCase>(keeper: TermTableKeeper<Case>): Job {
  const { subgraph, caseType, table, locked, moved, notices } = keeper;
  return recountTerms({
    subgraph,
    caseType,
    running: async (em) =>
      (await em.find(table, { endedAt: null }, { orderBy: { id: 'asc' } })).map((each) => told(each)),
    runningOf: async ({ em }, caseId) => {
      const clocked = await locked(em, caseId);
      const terms = await runningTerms(em, table, caseId);
      return terms.map((term) => ({
        ...told(term),
        move: (dueAt) => {
          term.dueAt = dueAt;
          clocked.dueAt = earliestOf(terms);
          moved(clocked, term.kind, dueAt);
        },
        notices: (dueAt) => ({
          type: caseType,
          id: caseId,
          number: clocked.number,
          told: notices?.(clocked, { kind: term.kind, dueAt }) ?? [],
        }),
      }));
    },
  });
}

function told({ caseId, kind, startedAt, dueAt }: CaseTerm): RunningTerm {
  return { caseId, kind, from: startedAt, dueAt, move: () => undefined };
}
