import type { ClockedLifecycle } from '../../kit/lifecycle/clocked-lifecycle.ts';
import type { CaseTerm } from '../../kit/terms/term-table.ts';
import { isOverdue } from '../../kit/terms/terms.ts';
import type { DecisionOutcome } from './decision.ts';
import { providerRoles } from './subject.ts';

/** The states of a complaint. */
export const complaintStates = ['RECEIVED', 'REGISTERED', 'FORWARDED', 'UNDER_REVIEW', 'SATISFIED', 'DECIDED'] as const;

/** A state of a complaint. `SATISFIED`: in full within the three days, so that the reviewing body never gets it (A§15-3). */
export type ComplaintState = (typeof complaintStates)[number];

/** What can be done with a complaint. */
export const complaintActions = [
  'REGISTER',
  'SATISFY',
  'FORWARD',
  'RECORD_FORWARDING',
  'DECIDE_AS_PROVIDER',
  'REGISTER_REVIEW',
  'DECIDE_REVIEW',
] as const;

/** Something that can be done with a complaint. */
export type ComplaintAction = (typeof complaintActions)[number];

/**
 * `acts for its provider`: of this service, in this city. `addressed to the provider`: only then the provider reviews it (A§16). `not registered by the provider`, `registered by the provider`: its five days run
 * from there. `not decided by the provider`: once. `not complained of`: full satisfaction is the only thing that such an official may decide (A§15-3).
 */
export type ComplaintGuard =
  | 'acts for its provider'
  | 'addressed to the provider'
  | 'not registered by the provider'
  | 'registered by the provider'
  | 'not decided by the provider'
  | 'not complained of';

const provider = providerRoles;
const reviewer = ['complaint_reviewer'] as const;
const system = ['system'] as const;

const forwarding = { to: 'FORWARDED', ends: ['COMPLAINT_FORWARDING'] } as const;
const bySomebody = { ...forwarding, by: provider, when: ['acts for its provider'] } as const;
const byTheClock = { ...forwarding, by: system } as const;
const satisfied = {
  by: provider,
  to: 'SATISFIED',
  when: ['acts for its provider'],
  ends: ['COMPLAINT_FORWARDING', 'COMPLAINT_PROVIDER'],
} as const;
const registered = {
  by: provider,
  when: ['acts for its provider', 'addressed to the provider', 'not registered by the provider'],
  begins: ['COMPLAINT_PROVIDER'],
} as const;
const decided = {
  by: provider,
  when: ['acts for its provider', 'registered by the provider', 'not decided by the provider', 'not complained of'],
  ends: ['COMPLAINT_PROVIDER'],
} as const;

/**
 * The way of a complaint (A§15-3–17). The three days from its receipt and the five from its registration run side by side: what the provider decides
 * doesn't keep it from the reviewing body, unless it is satisfied in full within the three days.
 */
export const complaintLifecycle: ClockedLifecycle<ComplaintState, ComplaintAction, ComplaintGuard> = {
  RECEIVED: {
    REGISTER: { ...registered, to: 'REGISTERED' },
    SATISFY: satisfied,
    FORWARD: bySomebody,
    RECORD_FORWARDING: byTheClock,
  },
  REGISTERED: {
    SATISFY: satisfied,
    FORWARD: bySomebody,
    RECORD_FORWARDING: byTheClock,
    DECIDE_AS_PROVIDER: { ...decided, to: 'REGISTERED' },
  },
  FORWARDED: {
    REGISTER: { ...registered, to: 'FORWARDED' },
    DECIDE_AS_PROVIDER: { ...decided, to: 'FORWARDED' },
    REGISTER_REVIEW: { by: reviewer, to: 'UNDER_REVIEW', begins: ['COMPLAINT_REVIEW'] },
  },
  UNDER_REVIEW: {
    REGISTER: { ...registered, to: 'UNDER_REVIEW' },
    DECIDE_AS_PROVIDER: { ...decided, to: 'UNDER_REVIEW' },
    // What the higher body decided, the provider doesn't decide any more (policy).
    DECIDE_REVIEW: { by: reviewer, to: 'DECIDED', ends: ['COMPLAINT_REVIEW', 'COMPLAINT_PROVIDER'] },
  },
  SATISFIED: {},
  DECIDED: {},
};

/** What a provider's decision is: one that satisfies in full before the complaint is forwarded is full satisfaction (A§15-3). */
export function providersDecision(outcome: DecisionOutcome, state: ComplaintState): ComplaintAction {
  return outcome === 'SATISFIED' && state === 'REGISTERED' ? 'SATISFY' : 'DECIDE_AS_PROVIDER';
}

/** The states in which a complaint is with the provider alone, until it is forwarded: by somebody, or by the clock. */
export const unforwardedStates = ['RECEIVED', 'REGISTERED'] as const satisfies ComplaintState[];

/** Whether the three days are over and nobody has forwarded or satisfied a complaint, nor has a job recorded yet that it was forwarded by the clock. */
export function isForwardedByClock(
  { state, forwardsAt }: { state: ComplaintState; forwardsAt: Temporal.Instant },
  at: Temporal.Instant,
): boolean {
  const unforwarded: readonly ComplaintState[] = unforwardedStates;
  return unforwarded.includes(state) && isOverdue({ kind: 'COMPLAINT_FORWARDING', dueAt: forwardsAt }, at);
}

/** The state of a complaint at a moment: what is forwarded by the clock is forwarded, whether a job has recorded it yet or not (A§15-3). */
export function stateAt(
  complaint: { state: ComplaintState; forwardsAt: Temporal.Instant },
  at: Temporal.Instant,
): ComplaintState {
  return isForwardedByClock(complaint, at) ? 'FORWARDED' : complaint.state;
}

/** The terms of a complaint at a moment: the three days that ran out have ended there, since the clock forwarded it. */
export function termsAt(terms: readonly CaseTerm[], at: Temporal.Instant): CaseTerm[] {
  return terms.map(({ id, caseId, kind, startedAt, dueAt, endedAt }) => {
    const hasRunOut = kind === 'COMPLAINT_FORWARDING' && endedAt === null && isOverdue({ kind, dueAt }, at);
    return { id, caseId, kind, startedAt, dueAt, endedAt: hasRunOut ? dueAt : endedAt };
  });
}
