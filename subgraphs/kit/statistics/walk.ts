import type { KeptEvent } from '../events/read-events.ts';
import type { CaseEnd, CaseFacts, StepFacts } from './facts.ts';

/** What happened to a case, as far as statistics look at it. */
export type Happened = Pick<KeptEvent<unknown>, 'kind' | 'at' | 'details'>;

/** A step that is told by what happened: what it begins and what it ends with. */
export interface Span {
  step: string;
  begins: readonly string[];
  ends: readonly string[];
}

/** The steps of a case, in the order in which they began. One that has begun doesn't begin again before it has ended. */
export function stepsOf(spans: readonly Span[], happened: readonly Happened[]): StepFacts[] {
  const steps: StepFacts[] = [];
  const open = new Map<string, StepFacts>();
  for (const { kind, at } of happened) {
    for (const { step, begins, ends } of spans) {
      const running = open.get(step);
      if (running && ends.includes(kind)) {
        running.endedAt = at;
        open.delete(step);
      } else if (!running && begins.includes(kind)) {
        const begun = { step, startedAt: at, endedAt: null };
        open.set(step, begun);
        steps.push(begun);
      }
    }
  }
  return steps;
}

/** What it means for the end of a case that something happened: how it ended, on which ground; `null`: that it goes on after all. */
export type Endings = Readonly<Record<string, { how: CaseEnd; ground?: string } | null>>;

/** How a case has ended by what happened last, and on which ground it was refused. */
export function endOf(endings: Endings, happened: readonly Happened[]): Pick<CaseFacts, 'end' | 'grounds'> {
  const last = happened.findLast(({ kind }) => kind in endings);
  const ending = last && endings[last.kind];
  if (!ending) return { end: null, grounds: [] };
  return { end: { at: last.at, how: ending.how }, grounds: ending.ground ? [ending.ground] : [] };
}
