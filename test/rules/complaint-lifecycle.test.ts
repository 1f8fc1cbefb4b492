import { describe, expect, test } from '@jest/globals';
import { availableActions, nextState } from '../../subgraphs/kit/lifecycle/lifecycle.ts';
import type { Facts } from '../../subgraphs/kit/lifecycle/lifecycle.ts';
import { roles } from '../../subgraphs/kit/viewer/roles.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import {
  complaintActions,
  complaintLifecycle,
  complaintStates,
  providersDecision,
  stateAt,
  termsAt,
} from '../../subgraphs/complaints/rules/lifecycle.ts';
import type { ComplaintAction, ComplaintGuard, ComplaintState } from '../../subgraphs/complaints/rules/lifecycle.ts';

const everythingHolds: Facts<ComplaintGuard> = {
  'acts for its provider': true,
  'addressed to the provider': true,
  'not registered by the provider': true,
  'registered by the provider': true,
  'not decided by the provider': true,
  'not complained of': true,
};
const except = (...guards: ComplaintGuard[]): Facts<ComplaintGuard> => ({
  ...everythingHolds,
  ...Object.fromEntries(guards.map((guard) => [guard, false])),
});

const providers = ['iin_operator', 'hub_officer', 'mddiai_signer', 'kkq_officer'] as const;
const provider = (...steps: [ComplaintState, ComplaintAction, ComplaintState][]) =>
  steps.flatMap(([from, action, to]) =>
    providers.map((role): [ComplaintState, ComplaintAction, Role, ComplaintState] => [from, action, role, to]),
  );

/** By hand, from A§15-3–17: where each action leads, and whose it is. What isn't here must not be possible. */
const way: [ComplaintState, ComplaintAction, Role, ComplaintState][] = [
  ...provider(
    // Within the three days: satisfied in full, or forwarded (A§15-3).
    ['RECEIVED', 'SATISFY', 'SATISFIED'],
    ['RECEIVED', 'FORWARD', 'FORWARDED'],
    ['REGISTERED', 'SATISFY', 'SATISFIED'],
    ['REGISTERED', 'FORWARD', 'FORWARDED'],
    // Beside that, the provider registers what is addressed to it and decides (A§16).
    ['RECEIVED', 'REGISTER', 'REGISTERED'],
    ['REGISTERED', 'DECIDE_AS_PROVIDER', 'REGISTERED'],
    ['FORWARDED', 'REGISTER', 'FORWARDED'],
    ['FORWARDED', 'DECIDE_AS_PROVIDER', 'FORWARDED'],
    ['UNDER_REVIEW', 'REGISTER', 'UNDER_REVIEW'],
    ['UNDER_REVIEW', 'DECIDE_AS_PROVIDER', 'UNDER_REVIEW'],
  ),
  // What the three days forwarded by themselves.
  ['RECEIVED', 'RECORD_FORWARDING', 'system', 'FORWARDED'],
  ['REGISTERED', 'RECORD_FORWARDING', 'system', 'FORWARDED'],
  // The reviewing body (A§17).
  ['FORWARDED', 'REGISTER_REVIEW', 'complaint_reviewer', 'UNDER_REVIEW'],
  ['UNDER_REVIEW', 'DECIDE_REVIEW', 'complaint_reviewer', 'DECIDED'],
];

/** What must not be possible, whatever else holds: by hand, each with the paragraph that it would breach. */
const never: [string, ComplaintState, ComplaintAction, Role][] = [
  [
    'the reviewing body has nothing to do before it is forwarded (A§15-3)',
    'REGISTERED',
    'REGISTER_REVIEW',
    'complaint_reviewer',
  ],
  ['nor with what was satisfied in full (A§15-3)', 'SATISFIED', 'REGISTER_REVIEW', 'complaint_reviewer'],
  ['nor does it decide before its registration (A§17)', 'FORWARDED', 'DECIDE_REVIEW', 'complaint_reviewer'],
  ['the provider decides nothing before its registration (A§16)', 'RECEIVED', 'DECIDE_AS_PROVIDER', 'iin_operator'],
  ['what was forwarded is not satisfied any more', 'FORWARDED', 'SATISFY', 'iin_operator'],
  ['the provider does not decide for the reviewing body', 'UNDER_REVIEW', 'DECIDE_REVIEW', 'iin_operator'],
  ['what was decided above is not decided below', 'DECIDED', 'DECIDE_AS_PROVIDER', 'iin_operator'],
  ['nobody complains and decides', 'RECEIVED', 'SATISFY', 'applicant'],
  ['a consul, who files, does not forward', 'RECEIVED', 'FORWARD', 'consul'],
  ['no person records what the clock did', 'RECEIVED', 'RECORD_FORWARDING', 'iin_operator'],
];

describe('the way of a complaint', () => {
  test('every state, action and role is answered as the order says', () => {
    for (const state of complaintStates) {
      for (const action of complaintActions) {
        for (const role of roles) {
          const step = way.find(([from, by, whose]) => from === state && by === action && whose === role);
          const found = nextState(complaintLifecycle, state, action, role, everythingHolds);
          expect([state, action, role, found]).toEqual([state, action, role, step?.[3]]);
        }
      }
    }
  });

  test('every state is reached from the receipt, and every open one leads to an end', () => {
    const reachedFrom = (start: ComplaintState) => {
      const reached = new Set<ComplaintState>([start]);
      for (const from of reached) for (const [state, , , to] of way) if (state === from) reached.add(to);
      return reached;
    };
    expect([...reachedFrom('RECEIVED')].toSorted()).toEqual([...complaintStates].toSorted());
    for (const state of ['RECEIVED', 'REGISTERED', 'FORWARDED', 'UNDER_REVIEW'] as const)
      expect([...reachedFrom(state)]).toContain('DECIDED');
    expect([...reachedFrom('SATISFIED')]).toEqual(['SATISFIED']);
  });

  test.each(never)('%s', (_why, state, action, role) => {
    expect(nextState(complaintLifecycle, state, action, role, everythingHolds)).toBeUndefined();
  });

  test('what each guard holds back', () => {
    const actions = (state: ComplaintState, facts: Facts<ComplaintGuard>) =>
      availableActions(complaintLifecycle, state, 'kkq_officer', facts).toSorted();
    const all = ['DECIDE_AS_PROVIDER', 'FORWARD', 'SATISFY'];
    expect(actions('REGISTERED', everythingHolds)).toEqual(all);
    // Full satisfaction is the only thing the official complained of may decide (A§15-3).
    expect(actions('REGISTERED', except('not complained of'))).toEqual(['FORWARD', 'SATISFY']);
    expect(actions('REGISTERED', except('not decided by the provider'))).toEqual(['FORWARD', 'SATISFY']);
    expect(actions('FORWARDED', except('registered by the provider'))).toEqual(['REGISTER']);
    expect(actions('FORWARDED', except('not registered by the provider'))).toEqual(['DECIDE_AS_PROVIDER']);
    expect(actions('RECEIVED', except('addressed to the provider'))).toEqual(['FORWARD', 'SATISFY']);
    for (const state of complaintStates) expect(actions(state, except('acts for its provider'))).toEqual([]);
  });

  test('a decision of the provider is full satisfaction only when it satisfies in full before the forwarding', () => {
    expect(providersDecision('SATISFIED', 'REGISTERED')).toBe('SATISFY');
    for (const outcome of ['SATISFIED_IN_PART', 'REJECTED', 'LEFT_WITHOUT_REVIEW'] as const)
      expect(providersDecision(outcome, 'REGISTERED')).toBe('DECIDE_AS_PROVIDER');
    for (const state of ['RECEIVED', 'FORWARDED', 'UNDER_REVIEW'] as const)
      expect(providersDecision('SATISFIED', state)).toBe('DECIDE_AS_PROVIDER');
  });
});

/** By hand: which terms run while a complaint that the provider has registered, and not decided, is in a state (section 6 of the orders). */
const runningIn: Record<ComplaintState, string[]> = {
  RECEIVED: ['COMPLAINT_FORWARDING'],
  REGISTERED: ['COMPLAINT_FORWARDING', 'COMPLAINT_PROVIDER'],
  FORWARDED: ['COMPLAINT_PROVIDER'],
  UNDER_REVIEW: ['COMPLAINT_PROVIDER', 'COMPLAINT_REVIEW'],
  SATISFIED: [],
  DECIDED: [],
};

test('the clocks run side by side: forwarding ends the three days and not the five, each end ends all', () => {
  const after = (running: string[], state: ComplaintState, action: ComplaintAction) => {
    const { ends = [], begins = [] } = complaintLifecycle[state][action]!;
    return [...running.filter((each) => !(ends as readonly string[]).includes(each)), ...begins].toSorted();
  };
  expect(after(runningIn.RECEIVED, 'RECEIVED', 'REGISTER')).toEqual(runningIn.REGISTERED);
  for (const action of ['FORWARD', 'RECORD_FORWARDING'] as const) {
    expect(after(runningIn.RECEIVED, 'RECEIVED', action)).toEqual([]);
    expect(after(runningIn.REGISTERED, 'REGISTERED', action)).toEqual(runningIn.FORWARDED);
  }
  expect(after(runningIn.REGISTERED, 'REGISTERED', 'DECIDE_AS_PROVIDER')).toEqual(['COMPLAINT_FORWARDING']);
  expect(after(runningIn.FORWARDED, 'FORWARDED', 'REGISTER_REVIEW')).toEqual(runningIn.UNDER_REVIEW);
  expect(after(runningIn.UNDER_REVIEW, 'UNDER_REVIEW', 'DECIDE_AS_PROVIDER')).toEqual(['COMPLAINT_REVIEW']);
  expect(after(runningIn.REGISTERED, 'REGISTERED', 'SATISFY')).toEqual([]);
  expect(after(runningIn.UNDER_REVIEW, 'UNDER_REVIEW', 'DECIDE_REVIEW')).toEqual([]);
});

describe('what the clock forwards', () => {
  const forwardsAt = Temporal.Instant.from('2026-03-05T18:30:00+05:00');
  const tooLate = forwardsAt.add({ nanoseconds: 1 });

  test('what nobody forwarded or satisfied, a moment after 18:30 of the third day; nothing else ever', () => {
    for (const state of complaintStates) {
      expect([state, stateAt({ state, forwardsAt }, forwardsAt)]).toEqual([state, state]);
      const then = state === 'RECEIVED' || state === 'REGISTERED' ? 'FORWARDED' : state;
      expect([state, stateAt({ state, forwardsAt }, tooLate)]).toEqual([state, then]);
    }
  });

  test('its three days end there, whether that is recorded or not; another term is overdue instead', () => {
    const startedAt = Temporal.Instant.from('2026-03-02T10:00:00+05:00');
    const term = { id: '1', caseId: '1', startedAt, dueAt: forwardsAt, endedAt: null };
    const terms = [
      { ...term, kind: 'COMPLAINT_FORWARDING' as const },
      { ...term, kind: 'COMPLAINT_PROVIDER' as const },
    ];
    expect(termsAt(terms, forwardsAt).map(({ endedAt }) => endedAt)).toEqual([null, null]);
    expect(termsAt(terms, tooLate).map(({ endedAt }) => endedAt)).toEqual([forwardsAt, null]);
  });
});
