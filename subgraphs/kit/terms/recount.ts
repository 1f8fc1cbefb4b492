import { runCommand } from '../commands/command.ts';
import type { CommandSession } from '../commands/command.ts';
import { recordEvent } from '../events/event-table.ts';
import { enqueue } from '../jobs/jobs.ts';
import { tell } from '../notices/tell.ts';
import type { NewNotice, Told } from '../notices/tell.ts';
import type { Job, SubgraphName } from '../subgraph/definition.ts';
import { term } from './terms.ts';
import type { TermKind } from './terms.ts';
import { workingCalendar } from './working-calendar.ts';
import type { Reads } from '../reading/reads.ts';

/** The subgraphs whose cases keep due moments: each has a job `recountTerms`. */
export const subgraphsWithTerms = ['iin', 'residence', 'complaints'] as const satisfies SubgraphName[];

/** What the history of a case calls a due moment that moved with the calendar. */
export const termRecounted = 'TERM_RECOUNTED';

/** What the history tells of it. */
export interface TermRecounted {
  term: TermKind;
  /** The due moments, RFC 3339. */
  before: string;
  after: string;
}

/** Has every running term recounted once the transaction that changes the calendar is committed. */
export async function enqueueRecounts(em: Reads): Promise<void> {
  for (const subgraph of subgraphsWithTerms)
    await enqueue(em, { subgraph, name: 'recountTerms', ids: {}, key: `${subgraph}.recountTerms` });
}

/** A term that a case keeps now. */
export interface RunningTerm {
  caseId: string;
  kind: TermKind;
  /** The event that it began with. */
  from: Temporal.Instant;
  dueAt: Temporal.Instant;
  /** Notes another due moment in the case. */
  move: (dueAt: Temporal.Instant) => void;
  /** What is told of that, and of which case; nothing where nobody was told of the term. */
  notices?: (dueAt: Temporal.Instant) => (Told & { told: NewNotice[] }) | undefined;
}

/** How a subgraph keeps the terms of its cases. */
export interface TermKeeper {
  subgraph: (typeof subgraphsWithTerms)[number];
  /** The type of the cases in the graph. */
  caseType: string;
  /** The terms that run. */
  running: (em: Reads) => Promise<RunningTerm[]>;
  /** Those of one case, which is locked until the transaction ends. */
  runningOf: (session: CommandSession, caseId: string) => Promise<RunningTerm[]>;
}

/**
 * The job that recounts a subgraph's running terms by the calendar as it is now, a case at a time, with the old and the new moment in its history. Killed, it
 * goes on where it was; run twice, it changes nothing the second time. A moment may move into the past: the history shows when it did.
 */
export function recountTerms({ subgraph, caseType, running, runningOf }: TermKeeper): Job {
  return async (context) => {
    const reads = context.read();
    const moved = await movedTerms(reads, await running(reads));
    for (const caseId of new Set(moved.map((each) => each.caseId))) {
      await runCommand(context, subgraph, 'recountTerms', {}, async (session) => {
        for (const each of await movedTerms(session.em, await runningOf(session, caseId))) await move(session, each);
        return { kind: caseType, id: caseId };
      });
    }
  };

  async function move(session: CommandSession, moved: MovedTerm): Promise<void> {
    const { caseId, kind, dueAt, after } = moved;
    moved.move(after);
    const details: TermRecounted = { term: kind, before: dueAt.toString(), after: after.toString() };
    await recordEvent(session, subgraph, { caseId, kind: termRecounted, details: { ...details } });
    const notices = moved.notices?.(after);
    if (notices) await tell(session, subgraph, notices, notices.told);
  }
}

type MovedTerm = RunningTerm & { after: Temporal.Instant };

async function movedTerms(em: Reads, terms: readonly RunningTerm[]): Promise<MovedTerm[]> {
  const calendar = await workingCalendar(em);
  return terms
    .map((each) => ({ ...each, after: term(calendar, each.kind, each.from).dueAt }))
    .filter(({ dueAt, after }) => !after.equals(dueAt));
}
