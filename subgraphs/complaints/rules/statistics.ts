import type { CaseEnd, CaseFacts } from '../../kit/statistics/facts.ts';
import { endOf } from '../../kit/statistics/walk.ts';
import type { Happened } from '../../kit/statistics/walk.ts';
import type { CaseTerm } from '../../kit/terms/term-table.ts';
import type { City } from '../../kit/viewer/roles.ts';
import type { DecisionOutcome } from './decision.ts';
import type { Service } from './subject.ts';

/** What of a complaint statistics look at, beside what happened to it. */
export interface CountedComplaint {
  id: string;
  service: Service;
  city: City | null;
  officeId: string | null;
  receivedAt: Temporal.Instant;
  /** What the reviewing body decided; nothing until then. */
  reviewOutcome: DecisionOutcome | null;
}

const ends: Readonly<Record<DecisionOutcome, CaseEnd>> = {
  SATISFIED: 'DONE',
  SATISFIED_IN_PART: 'DONE',
  REJECTED: 'REFUSED',
  LEFT_WITHOUT_REVIEW: 'ENDED_OTHERWISE',
};

/** What statistics know of a complaint by what happened to it, the earliest first, and by its terms. Its category is the service complained of. */
export function factsOfComplaint(
  { id, service, city, officeId, receivedAt, reviewOutcome }: CountedComplaint,
  happened: readonly Happened[],
  terms: readonly Pick<CaseTerm, 'kind' | 'startedAt' | 'dueAt' | 'endedAt'>[],
): CaseFacts {
  const forwardedByClock = happened.some(({ kind }) => kind === 'RECORD_FORWARDING');
  return {
    ...endOf(
      { SATISFY: { how: 'DONE' }, ...(reviewOutcome && { DECIDE_REVIEW: { how: ends[reviewOutcome] } }) },
      happened,
    ),
    caseId: id,
    service: 'COMPLAINT',
    officeId,
    category: service,
    city,
    receivedAt,
    missingDocuments: [],
    steps: terms.map(({ kind, startedAt, dueAt, endedAt }) => ({
      step: kind,
      startedAt,
      endedAt,
      term: { kind, dueAt },
      ranOut: kind === 'COMPLAINT_FORWARDING' && forwardedByClock,
    })),
  };
}
