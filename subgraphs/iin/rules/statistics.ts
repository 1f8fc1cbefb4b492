import type { CaseFacts, StepFacts } from '../../kit/statistics/facts.ts';
import { endOf, stepsOf } from '../../kit/statistics/walk.ts';
import type { Endings, Happened, Span } from '../../kit/statistics/walk.ts';
import type { AcceptanceReason } from './acceptance.ts';
import type { Category } from './categories.ts';

/** What of an application statistics look at, beside what happened to it. */
export interface CountedApplication {
  id: string;
  officeId: string;
  category: Category;
  registeredAt: Temporal.Instant;
}

const decisions = ['FORM', 'CORRECT', 'REFUSE'];

/** What an application goes through beside its term. */
const spans: readonly Span[] = [
  { step: 'DELIVERY', begins: ['REGISTERED'], ends: ['DELIVERED', 'WITHDRAW'] },
  { step: 'WAITING_FOR_OPERATOR', begins: ['DELIVERED', 'RELEASE', 'REOPEN'], ends: ['TAKE', 'WITHDRAW'] },
  { step: 'OPERATOR_REVIEW', begins: ['TAKE'], ends: [...decisions, 'RELEASE', 'WITHDRAW'] },
  { step: 'HANDING_OUT', begins: decisions, ends: ['HAND_OUT_RESULT', 'REOPEN'] },
];

const endings: Endings = {
  FORM: { how: 'DONE' },
  CORRECT: { how: 'DONE' },
  REFUSE: { how: 'REFUSED' },
  WITHDRAW: { how: 'ENDED_OTHERWISE' },
  REOPEN: null,
};

/** What statistics know of an application by what happened to it, the earliest first. */
export function factsOfApplication(
  { id, officeId, category, registeredAt }: CountedApplication,
  happened: readonly Happened[],
): CaseFacts {
  const { end } = endOf(endings, happened);
  const refusal = happened.findLast(({ kind }) => kind === 'REFUSE');
  return {
    caseId: id,
    service: 'IIN',
    officeId,
    category,
    city: null,
    receivedAt: registeredAt,
    end,
    grounds: end?.how === 'REFUSED' ? (refusal!.details as { grounds: string[] }).grounds : [],
    missingDocuments: [],
    steps: [...termsOf(happened), ...stepsOf(spans, happened.flatMap(withDelivery))],
  };
}

/** The term of the service, and another one where a complaint had it reopened (A§5). */
function termsOf(happened: readonly Happened[]): StepFacts[] {
  const terms: StepFacts[] = [];
  for (const { kind, at, details } of happened) {
    const running = terms.findLast(({ endedAt }) => endedAt === null);
    const { dueAt, after } = details as { dueAt?: string; after?: string };
    if (kind === 'REGISTERED' || kind === 'REOPEN')
      terms.push({ step: 'IIN_SERVICE', startedAt: at, endedAt: null, term: termDue(dueAt!) });
    if (running && kind === 'TERM_RECOUNTED') running.term = termDue(after!);
    if (running && endings[kind]) running.endedAt = at;
  }
  return terms;
}

function termDue(dueAt: string): NonNullable<StepFacts['term']> {
  return { kind: 'IIN_SERVICE', dueAt: Temporal.Instant.from(dueAt) };
}

/** What passed to the operators when it was registered has no event of its own for that. */
function withDelivery(event: Happened): Happened[] {
  const isDelivered = event.kind === 'REGISTERED' && (event.details as { delivered: boolean }).delivered;
  return isDelivered ? [event, { ...event, kind: 'DELIVERED' }] : [event];
}

/** What of a refusal to accept statistics look at. */
export interface CountedRefusal {
  id: string;
  officeId: string;
  category: Category;
  refusedAt: Temporal.Instant;
  reasons: readonly Pick<AcceptanceReason, 'code' | 'documents'>[];
}

/** What statistics know of a refusal to accept: each kind of document that was missing, once (A§7). */
export function factsOfAcceptanceRefusal({ id, officeId, category, refusedAt, reasons }: CountedRefusal): CaseFacts {
  const missing = reasons.filter(({ code }) => code === 'DOCUMENT_MISSING').flatMap(({ documents }) => documents);
  return {
    caseId: id,
    service: 'IIN',
    officeId,
    category,
    city: null,
    receivedAt: refusedAt,
    end: { at: refusedAt, how: 'REFUSED_ACCEPTANCE' },
    grounds: [],
    missingDocuments: [...new Set(missing)],
    steps: [],
  };
}
