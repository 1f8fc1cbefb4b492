import type { CaseFacts, StepFacts } from '../../kit/statistics/facts.ts';
import { endOf, stepsOf } from '../../kit/statistics/walk.ts';
import type { Endings, Happened, Span } from '../../kit/statistics/walk.ts';
import type { CaseTerm } from '../../kit/terms/term-table.ts';
import type { City } from '../../kit/viewer/roles.ts';
import { lapses } from './case-lifecycle.ts';
import type { CaseState } from './case-lifecycle.ts';

/** A term of a case, as it was kept. */
type KeptTerm = Pick<CaseTerm, 'kind' | 'startedAt' | 'dueAt' | 'endedAt'>;

const petitionSpans: readonly Span[] = [
  { step: 'SCREENING', begins: ['SUBMITTED'], ends: ['APPROVE_SCREENING', 'REFUSE_SCREENING', 'WITHDRAW'] },
  { step: 'CHOOSING_TIME', begins: ['OFFER_INTERVIEW_TIMES'], ends: ['CHOOSE_INTERVIEW_TIME', 'WITHDRAW'] },
  {
    step: 'INTERVIEW',
    begins: ['CHOOSE_INTERVIEW_TIME'],
    ends: ['RECORD_INTERVIEW_PASSED', 'RECORD_INTERVIEW_FAILED', 'RECORD_INTERVIEW_MISSED', 'WITHDRAW'],
  },
  { step: 'SIGNATURE', begins: ['RECORD_INTERVIEW_PASSED'], ends: ['SIGN', 'REFUSE', 'WITHDRAW'] },
];

const petitionEndings: Endings = {
  SIGN: { how: 'DONE' },
  REFUSE_SCREENING: { how: 'REFUSED', ground: 'SCREENING' },
  RECORD_INTERVIEW_FAILED: { how: 'REFUSED', ground: 'INTERVIEW' },
  REFUSE: { how: 'REFUSED', ground: 'SIGNATURE' },
  WITHDRAW: { how: 'ENDED_OTHERWISE' },
};

/** What statistics know of a petition by what happened to it, the earliest first, and by its terms. */
export function factsOfPetition(
  { id, submittedAt }: { id: string; submittedAt: Temporal.Instant },
  happened: readonly Happened[],
  terms: readonly KeptTerm[],
): CaseFacts {
  return {
    ...endOf(petitionEndings, happened),
    caseId: id,
    service: 'PETITION',
    officeId: null,
    category: null,
    city: null,
    receivedAt: submittedAt,
    missingDocuments: [],
    steps: [...terms.map(stepOfTerm), ...stepsOf(petitionSpans, happened)],
  };
}

const caseSpans: readonly Span[] = [
  { step: 'COMING_TO_SERVICE_CENTRE', begins: ['RECORD_ARRIVAL'], ends: ['REGISTER_FINAL_APPLICATION', 'WITHDRAW'] },
  { step: 'COURIER', begins: ['SEND_ORIGINALS'], ends: ['RECEIVE_ORIGINALS', 'WITHDRAW'] },
  { step: 'PERMIT', begins: ['APPROVE_FINAL'], ends: ['ISSUE_PERMIT'] },
];

const caseEndings: Endings = {
  APPROVE_FINAL: { how: 'DONE' },
  REFUSE_PRELIMINARY: { how: 'REFUSED', ground: 'PRELIMINARY_DECISION' },
  REFUSE_FINAL: { how: 'REFUSED', ground: 'FINAL_REVIEW' },
  WITHDRAW: { how: 'ENDED_OTHERWISE' },
  RECORD_LAPSE: { how: 'ENDED_OTHERWISE' },
  // Who came in time after all, and whom a complaint gave right, goes on.
  RECORD_ARRIVAL: null,
  REOPEN: null,
};

/** What of a residence case statistics look at, beside what happened to it. */
export interface CountedCase {
  id: string;
  city: City;
  /** The migration office that decides; nothing where the city has none. */
  officeId: string | null;
  /** The state as it was recorded last. */
  state: CaseState;
  lapsesAt: Temporal.Instant | null;
}

/** What statistics know of a residence case by what happened to it, the earliest first, and by its terms. What ends by the clock ends then, recorded or not. */
export function factsOfCase(
  { id, city, officeId, state, lapsesAt }: CountedCase,
  happened: readonly Happened[],
  terms: readonly KeptTerm[],
): CaseFacts {
  const { end, grounds } = endOf(caseEndings, happened);
  const lapse = state in lapses ? lapses[state as keyof typeof lapses].term : undefined;
  const endsAt = lapse && !end ? lapsesAt : null;
  const steps = terms.map(stepOfTerm).map((step) => {
    const byTheClock = endsAt && step.step === lapse && step.endedAt === null;
    return byTheClock ? { ...step, endedAt: endsAt } : step;
  });
  return {
    caseId: id,
    service: 'RESIDENCE',
    officeId,
    category: null,
    city,
    receivedAt: happened[0]!.at,
    end: endsAt ? { at: endsAt, how: 'ENDED_OTHERWISE' } : end,
    grounds,
    missingDocuments: [],
    steps: [...steps, ...stepsOf(caseSpans, happened)],
  };
}

function stepOfTerm({ kind, startedAt, dueAt, endedAt }: KeptTerm): StepFacts {
  return { step: kind, startedAt, endedAt, term: { kind, dueAt } };
}
