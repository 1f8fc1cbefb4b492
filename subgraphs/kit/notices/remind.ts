import { runCommand } from '../commands/command.ts';
import type { CommandSession } from '../commands/command.ts';
import type { Job, SubgraphName } from '../subgraph/definition.ts';
import { remindedAtMost } from '../terms/terms.ts';
import type { TermKind } from '../terms/terms.ts';
import { overdueNotice, stagesOf } from './overdue.ts';
import type { TermStage } from './overdue.ts';
import { tell } from './tell.ts';
import type { NewNotice, Officers, Told } from './tell.ts';
import type { Reads } from '../reading/reads.ts';

/** A term that a case keeps now. */
export interface WatchedTerm {
  caseId: string;
  kind: TermKind;
  dueAt: Temporal.Instant;
}

/** A case with the terms that run for it, and who is told of them. */
export interface WatchedCase extends Told {
  terms: readonly WatchedTerm[];
  /** Whom a term binds that an authority has to keep. */
  bound: (kind: TermKind) => Officers;
  /** That a term ends soon that the person has to keep; a service without such terms has none. */
  reminder?: (term: WatchedTerm) => NewNotice;
}

/** How a subgraph watches its terms. */
export interface TermWatch {
  subgraph: SubgraphName;
  /** The terms that run and are due until a moment. */
  dueUntil: (reads: Reads, moment: Temporal.Instant) => Promise<WatchedTerm[]>;
  /** A case, locked until the transaction ends. */
  caseOf: (session: CommandSession, caseId: string) => Promise<WatchedCase>;
}

/**
 * The job that reminds of terms before they end, and tells of those that have passed (policy): each once, a case at a time. Killed, it goes on where it was;
 * run twice, it tells nothing the second time; run late, it tells what is still so.
 */
export function remindOfTerms({ subgraph, dueUntil, caseOf }: TermWatch): Job {
  return async (context) => {
    const { escalateAfter } = context.services;
    const reads = context.read();
    const terms = await dueUntil(reads, context.now().add(remindedAtMost));
    const due = terms.flatMap((term) => toldOf(term, context.now(), escalateAfter));
    const known = await keysKnown(reads, due);
    const cases = new Set(due.filter(({ key }) => !known.has(key)).map(({ term }) => term.caseId));
    for (const caseId of cases) {
      await runCommand(context, subgraph, 'remindOfTerms', {}, async (session) => {
        const watched = await caseOf(session, caseId);
        const notices = watched.terms
          .flatMap((term) => toldOf(term, session.now, escalateAfter))
          .map(({ term, stage, key }) => ({ ...noticeOf(watched, term, stage), key }));
        await tell(session, subgraph, watched, notices);
        return { kind: watched.type, id: caseId };
      });
    }
  };
}

/** What is to be told of a term, each under the key by which it is told once. A term that moved with the calendar is told of anew. */
function toldOf(term: WatchedTerm, at: Temporal.Instant, escalateAfter: Temporal.Duration) {
  return stagesOf(term, at, escalateAfter).map((stage) => ({
    term,
    stage,
    key: `${stage} ${term.caseId} ${term.kind} ${term.dueAt.toString()}`,
  }));
}

function noticeOf({ number, bound, reminder }: WatchedCase, term: WatchedTerm, stage: TermStage): NewNotice {
  switch (stage) {
    case 'ENDS_SOON':
      return reminder!(term);
    case 'OVERDUE':
      return overdueNotice(term, number, bound(term.kind));
    case 'ESCALATED':
      return overdueNotice(term, number, { ...bound(term.kind), headOfOffice: true });
  }
}

async function keysKnown(reads: Reads, due: readonly { key: string }[]): Promise<Set<string>> {
  const keys = due.map(({ key }) => key);
  if (keys.length === 0) return new Set();
  const rows = await reads.execute<{ key: string }[]>('select key from kit.notice where key in (?)', [keys]);
  return new Set(rows.map(({ key }) => key));
}
