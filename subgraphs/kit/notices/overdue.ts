import type { Message } from '../errors/languages.ts';
import { isOverdue, remindedFrom, TERMS } from '../terms/terms.ts';
import type { Term, TermKind } from '../terms/terms.ts';
import type { NewNotice, Officers } from './tell.ts';
import { filledIn, wordsOfMoment } from './words.ts';

/** What is told of a term while it runs: that it ends soon, to the person; that it has passed, to the officers, and later to their head. */
export type TermStage = 'ENDS_SOON' | 'OVERDUE' | 'ESCALATED';

/**
 * What is to be told of a term that runs, by the clock. A person is reminded while there is time; an authority is told once there is none.
 *
 * @param escalateAfter how long after the end the head of the office is told.
 */
export function stagesOf(
  term: Pick<Term, 'kind' | 'dueAt'>,
  at: Temporal.Instant,
  escalateAfter: Temporal.Duration,
): TermStage[] {
  if (TERMS[term.kind].binds === 'APPLICANT') {
    const from = remindedFrom(term);
    return from && Temporal.Instant.compare(at, from) >= 0 && !isOverdue(term, at) ? ['ENDS_SOON'] : [];
  }
  if (!isOverdue(term, at)) return [];
  return Temporal.Instant.compare(at, term.dueAt.add(escalateAfter)) >= 0 ? ['OVERDUE', 'ESCALATED'] : ['OVERDUE'];
}

type TermOfAuthority = {
  [Kind in TermKind]: (typeof TERMS)[Kind]['binds'] extends 'AUTHORITY' ? Kind : never;
}[TermKind];

/** What the terms are called that bind an authority. */
const names: Record<TermOfAuthority, Message> = {
  IIN_SERVICE: { kk: 'қызмет көрсету мерзімі', ru: 'срок услуги', en: 'the term of the service' },
  INTERVIEW_INVITATION: {
    kk: 'сұхбатқа шақыру мерзімі',
    ru: 'срок приглашения на собеседование',
    en: 'the term of the invitation to the interview',
  },
  CASE_REGISTRATION: {
    kk: 'істі тіркеу мерзімі',
    ru: 'срок регистрации дела',
    en: 'the term of the registration',
  },
  KNB_AGREEMENT: { kk: 'келісу мерзімі', ru: 'срок согласования', en: 'the term of the agreement' },
  PRELIMINARY_DECISION: {
    kk: 'алдын ала шешім мерзімі',
    ru: 'срок предварительного решения',
    en: 'the term of the preliminary decision',
  },
  PSC_REGISTRATION: {
    kk: 'қызмет көрсету орталығында тіркеу мерзімі',
    ru: 'срок регистрации в центре обслуживания',
    en: 'the term of the registration at the service centre',
  },
  FINAL_REVIEW: {
    kk: 'түпкілікті қарау мерзімі',
    ru: 'срок окончательного рассмотрения',
    en: 'the term of the final review',
  },
  COMPLAINT_FORWARDING: {
    kk: 'шағымды жіберу мерзімі',
    ru: 'срок направления жалобы',
    en: 'the term of forwarding the complaint',
  },
  COMPLAINT_PROVIDER: {
    kk: 'шағымды қарау мерзімі',
    ru: 'срок рассмотрения жалобы',
    en: 'the term of the complaint',
  },
  COMPLAINT_REVIEW: {
    kk: 'шағымды қарау мерзімі',
    ru: 'срок рассмотрения жалобы',
    en: 'the term of the complaint',
  },
};

const words = {
  title: { kk: '{number}: {term} өтті', ru: '{number}: {term} истёк', en: '{number}: {term} has passed' },
  text: {
    kk: 'Мерзім {due} аяқталды, ал іс-әрекет әлі жасалған жоқ.',
    ru: 'Срок закончился {due}, а сделать ещё ничего не сделано.',
    en: 'The term ended at {due}, and nothing was done yet.',
  },
};

/** That a term has passed, for the officers whom it binds, or for their head. */
export function overdueNotice({ kind, dueAt }: Pick<Term, 'kind' | 'dueAt'>, number: string, to: Officers): NewNotice {
  const term = names[kind as TermOfAuthority];
  return { kind: 'TERM_OVERDUE', to, ...filledIn(words, { number, term, due: wordsOfMoment(dueAt) }) };
}
