import { isOverdue, TERMS } from '../terms/terms.ts';
import type { TermKind } from '../terms/terms.ts';
import type { City } from '../viewer/roles.ts';

/** What is counted: each service, and the complaints about all of them. */
export const statisticsServices = ['IIN', 'PETITION', 'RESIDENCE', 'COMPLAINT'] as const;

/** One of those. */
export type StatisticsService = (typeof statisticsServices)[number];

/** How cases end, as statistics count them. */
export const caseEnds = ['DONE', 'REFUSED', 'REFUSED_ACCEPTANCE', 'ENDED_OTHERWISE'] as const;

/** How a case ended. */
export type CaseEnd = (typeof caseEnds)[number];

/** A step of a case: a term of the orders, or the time between two things that happened. */
export interface StepFacts {
  step: string;
  startedAt: Temporal.Instant;
  /** Nothing while it runs; in the future where it ends by the clock. */
  endedAt: Temporal.Instant | null;
  /** The term that it is. */
  term?: { kind: TermKind; dueAt: Temporal.Instant };
  /** Whether the clock ended it, because nobody did what was due. */
  ranOut?: boolean;
}

/** What statistics know of one case: no personal data, and of the case an opaque id only. */
export interface CaseFacts {
  caseId: string;
  service: StatisticsService;
  officeId: string | null;
  category: string | null;
  city: City | null;
  receivedAt: Temporal.Instant;
  /** Nothing while it is in work; in the future where it ends by the clock unless somebody acts. */
  end: { at: Temporal.Instant; how: CaseEnd } | null;
  /** Codes of the grounds on which it was refused. */
  grounds: readonly string[];
  /** Kinds of the documents that were missing when it was not accepted. */
  missingDocuments: readonly string[];
  steps: readonly StepFacts[];
}

/** The moments that lateness is counted by; each is the first one that is too late. */
export interface Lateness {
  /** From when a term of an authority was not kept, or will not be unless somebody acts; nothing when all were. */
  lateFrom: Temporal.Instant | null;
  /** Before when an authority has to act next; nothing when no such term runs. */
  dueBefore: Temporal.Instant | null;
}

/** Terms are kept with microseconds. */
const shortest = Temporal.Duration.from({ microseconds: 1 });

/** By what the lateness of a case is counted: the terms that bind an authority, whether they have ended or run. */
export function latenessOf({ steps, end }: Pick<CaseFacts, 'steps' | 'end'>): Lateness {
  const terms = steps.filter(({ term }) => term && TERMS[term.kind].binds === 'AUTHORITY');
  const running = end ? [] : terms.filter(({ endedAt }) => endedAt === null);
  const missed = terms.filter(({ term, endedAt, ranOut }) => {
    const until = endedAt ?? end?.at;
    return until && (ranOut === true || isOverdue(term!, until));
  });
  return {
    lateFrom: earliest([...missed, ...running].map(firstTooLate)),
    dueBefore: earliest(running.map(firstTooLate)),
  };
}

function firstTooLate({ term }: StepFacts): Temporal.Instant {
  const { kind, dueAt } = term!;
  return TERMS[kind].unit === 'WORKING_DAYS' ? dueAt.add(shortest) : dueAt;
}

function earliest(moments: readonly Temporal.Instant[]): Temporal.Instant | null {
  return moments.toSorted((one, other) => Temporal.Instant.compare(one, other))[0] ?? null;
}
