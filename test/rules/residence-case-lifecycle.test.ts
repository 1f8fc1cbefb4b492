import { describe, expect, test } from '@jest/globals';
import { availableActions, nextState } from '../../subgraphs/kit/lifecycle/lifecycle.ts';
import type { Facts } from '../../subgraphs/kit/lifecycle/lifecycle.ts';
import { roles } from '../../subgraphs/kit/viewer/roles.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import {
  caseActions,
  caseLifecycle,
  caseStates,
  lapses,
  openCaseStates,
  stateAt,
} from '../../subgraphs/residence/rules/case-lifecycle.ts';
import type { CaseAction, CaseGuard, CaseState } from '../../subgraphs/residence/rules/case-lifecycle.ts';

const everythingHolds: Facts<CaseGuard> = {
  'checks recorded': true,
  'KNB agreed': true,
  'arrived in time': true,
  'border crossing confirmed': true,
  'fingerprints confirmed': true,
  'documents compared': true,
  'residence not registered': true,
  'residence registered': true,
  'a complaint calls for it': true,
};
const except = (...guards: CaseGuard[]): Facts<CaseGuard> => ({
  ...everythingHolds,
  ...Object.fromEntries(guards.map((guard) => [guard, false])),
});

/** By hand, from B§10–26: where each action leads, and whose it is. What isn't here must not be possible. */
const way: [CaseState, CaseAction, Role, CaseState][] = [
  // Registration or return (B§12).
  ['SUBMITTED', 'REGISTER', 'kkq_officer', 'REGISTERED'],
  ['SUBMITTED', 'RETURN_FOR_REWORK', 'kkq_officer', 'RETURNED'],
  ['RETURNED', 'RESUBMIT', 'applicant', 'SUBMITTED'],
  ['RETURNED', 'RECORD_LAPSE', 'system', 'ANNULLED'],
  // Checks and agreement (B§13–15).
  ['REGISTERED', 'RECORD_CHECKS', 'kkq_officer', 'REGISTERED'],
  ['REGISTERED', 'SEND_TO_KNB', 'kkq_officer', 'AT_KNB'],
  ['AT_KNB', 'AGREE', 'knb_officer', 'KNB_ANSWERED'],
  ['AT_KNB', 'OBJECT', 'knb_officer', 'KNB_ANSWERED'],
  // The preliminary decision and its validity (B§17–19).
  ['KNB_ANSWERED', 'APPROVE_PRELIMINARY', 'kkq_officer', 'PRELIMINARILY_APPROVED'],
  ['KNB_ANSWERED', 'REFUSE_PRELIMINARY', 'kkq_officer', 'PRELIMINARILY_REFUSED'],
  ['PRELIMINARILY_APPROVED', 'RECORD_ARRIVAL', 'kkq_officer', 'ARRIVED'],
  ['PRELIMINARILY_APPROVED', 'RECORD_ARRIVAL', 'system', 'ARRIVED'],
  ['PRELIMINARILY_APPROVED', 'RECORD_LAPSE', 'system', 'LAPSED'],
  ['LAPSED', 'RECORD_ARRIVAL', 'system', 'ARRIVED'],
  // At the service centre, and the final review (B§20–24).
  ['ARRIVED', 'REGISTER_FINAL_APPLICATION', 'psc_officer', 'FINAL_REGISTERED'],
  ['FINAL_REGISTERED', 'SEND_ORIGINALS', 'psc_officer', 'ORIGINALS_SENT'],
  ['ORIGINALS_SENT', 'RECEIVE_ORIGINALS', 'kkq_officer', 'FINAL_REVIEW'],
  ['FINAL_REVIEW', 'RECORD_CHECKS', 'kkq_officer', 'FINAL_REVIEW'],
  ['FINAL_REVIEW', 'COMPARE_DOCUMENTS', 'kkq_officer', 'FINAL_REVIEW'],
  ['FINAL_REVIEW', 'APPROVE_FINAL', 'kkq_officer', 'PERMITTED'],
  ['FINAL_REVIEW', 'REFUSE_FINAL', 'kkq_officer', 'FINALLY_REFUSED'],
  // After the permission (B§25–26).
  ['PERMITTED', 'REGISTER_RESIDENCE', 'psc_officer', 'PERMITTED'],
  ['PERMITTED', 'ISSUE_PERMIT', 'psc_officer', 'PERMIT_ISSUED'],
  // Where a complaint calls for it (A§15-3).
  ['PRELIMINARILY_REFUSED', 'REOPEN', 'kkq_officer', 'REGISTERED'],
  ['FINALLY_REFUSED', 'REOPEN', 'kkq_officer', 'FINAL_REVIEW'],
  ['ANNULLED', 'REOPEN', 'kkq_officer', 'RETURNED'],
  ['LAPSED', 'REOPEN', 'kkq_officer', 'PRELIMINARILY_APPROVED'],
  // The person may withdraw as long as nothing is decided finally.
  ...(
    [
      'SUBMITTED',
      'RETURNED',
      'REGISTERED',
      'AT_KNB',
      'KNB_ANSWERED',
      'PRELIMINARILY_APPROVED',
      'ARRIVED',
      'FINAL_REGISTERED',
      'ORIGINALS_SENT',
      'FINAL_REVIEW',
    ] as const
  ).map((state): [CaseState, CaseAction, Role, CaseState] => [state, 'WITHDRAW', 'applicant', 'WITHDRAWN']),
];

/** What must not be possible, whatever else holds: by hand, each with the paragraph that it would breach. */
const never: [string, CaseState, CaseAction, Role][] = [
  ['nobody skips the registration (B§12)', 'SUBMITTED', 'SEND_TO_KNB', 'kkq_officer'],
  ['nor the agreement of the KNB (B§14)', 'REGISTERED', 'APPROVE_PRELIMINARY', 'kkq_officer'],
  ['silence of the KNB is not consent (B§15)', 'AT_KNB', 'APPROVE_PRELIMINARY', 'kkq_officer'],
  ['nor is it an objection', 'AT_KNB', 'REFUSE_PRELIMINARY', 'kkq_officer'],
  ['the officer does not answer for the KNB', 'AT_KNB', 'AGREE', 'kkq_officer'],
  ['the KNB does not decide', 'KNB_ANSWERED', 'APPROVE_PRELIMINARY', 'knb_officer'],
  ['a registered case is not returned any more (B§12)', 'REGISTERED', 'RETURN_FOR_REWORK', 'kkq_officer'],
  ['the officer does not resubmit for the person', 'RETURNED', 'RESUBMIT', 'kkq_officer'],
  ['what was annulled is not resubmitted', 'ANNULLED', 'RESUBMIT', 'applicant'],
  ['no officer revives a lapsed approval (B§19)', 'LAPSED', 'RECORD_ARRIVAL', 'kkq_officer'],
  [
    'without arrival there is no final application (B§20)',
    'PRELIMINARILY_APPROVED',
    'REGISTER_FINAL_APPLICATION',
    'psc_officer',
  ],
  ['nobody decides finally without the originals (B§22)', 'FINAL_REGISTERED', 'APPROVE_FINAL', 'kkq_officer'],
  ['the service centre does not decide', 'FINAL_REVIEW', 'APPROVE_FINAL', 'psc_officer'],
  ['what was refused is not approved', 'PRELIMINARILY_REFUSED', 'APPROVE_PRELIMINARY', 'kkq_officer'],
  ['nor finally', 'FINALLY_REFUSED', 'APPROVE_FINAL', 'kkq_officer'],
  ['a permit needs a permission', 'FINAL_REVIEW', 'ISSUE_PERMIT', 'psc_officer'],
  ['a permission is not withdrawn', 'PERMITTED', 'WITHDRAW', 'applicant'],
  ['what was permitted is not reopened', 'PERMITTED', 'REOPEN', 'kkq_officer'],
  ['nor what the person withdrew', 'WITHDRAWN', 'REOPEN', 'kkq_officer'],
  ['no person records a lapse', 'RETURNED', 'RECORD_LAPSE', 'kkq_officer'],
];

describe('the way of a residence case', () => {
  test('every state, action and role is answered as the order says', () => {
    for (const state of caseStates) {
      for (const action of caseActions) {
        for (const role of roles) {
          const step = way.find(([from, by, whose]) => from === state && by === action && whose === role);
          const found = nextState(caseLifecycle, state, action, role, everythingHolds);
          expect([state, action, role, found]).toEqual([state, action, role, step?.[3]]);
        }
      }
    }
  });

  test('every state is reached from the submission, and every open one leads to an end', () => {
    const reachedFrom = (start: CaseState) => {
      const reached = new Set<CaseState>([start]);
      for (const from of reached) for (const [state, , , to] of way) if (state === from) reached.add(to);
      return reached;
    };
    expect([...reachedFrom('SUBMITTED')].toSorted()).toEqual([...caseStates].toSorted());
    for (const state of openCaseStates) expect([...reachedFrom(state)]).toContain('WITHDRAWN');
  });

  test.each(never)('%s', (_why, state, action, role) => {
    expect(nextState(caseLifecycle, state, action, role, everythingHolds)).toBeUndefined();
  });

  test('what each guard holds back', () => {
    const actions = (state: CaseState, role: Role, facts: Facts<CaseGuard>) =>
      availableActions(caseLifecycle, state, role, facts);
    expect(actions('REGISTERED', 'kkq_officer', except('checks recorded'))).toEqual(['RECORD_CHECKS']);
    expect(actions('KNB_ANSWERED', 'kkq_officer', except('KNB agreed'))).toEqual(['REFUSE_PRELIMINARY']);
    expect(actions('LAPSED', 'system', except('arrived in time'))).toEqual([]);
    for (const state of ['PRELIMINARILY_REFUSED', 'FINALLY_REFUSED', 'ANNULLED', 'LAPSED'] as const)
      expect(actions(state, 'kkq_officer', except('a complaint calls for it'))).toEqual([]);
    for (const guard of [
      'checks recorded',
      'documents compared',
      'border crossing confirmed',
      'fingerprints confirmed',
    ] as const)
      expect(actions('FINAL_REVIEW', 'kkq_officer', except(guard))).not.toContain('APPROVE_FINAL');
    expect(actions('FINAL_REVIEW', 'kkq_officer', except('checks recorded'))).not.toContain('REFUSE_FINAL');
    expect(actions('PERMITTED', 'psc_officer', except('residence registered'))).toEqual(['REGISTER_RESIDENCE']);
    expect(actions('PERMITTED', 'psc_officer', except('residence not registered'))).toEqual(['ISSUE_PERMIT']);
  });
});

/** By hand: which terms run while a case is in a state (section 6 of the orders). */
const runningIn: Record<CaseState, string[]> = {
  SUBMITTED: ['CASE_REGISTRATION', 'PRELIMINARY_DECISION'],
  RETURNED: ['REWORK'],
  REGISTERED: ['PRELIMINARY_DECISION'],
  AT_KNB: ['PRELIMINARY_DECISION', 'KNB_AGREEMENT'],
  KNB_ANSWERED: ['PRELIMINARY_DECISION'],
  PRELIMINARILY_APPROVED: ['APPROVAL_VALIDITY'],
  ARRIVED: [],
  FINAL_REGISTERED: ['PSC_REGISTRATION'],
  ORIGINALS_SENT: [],
  FINAL_REVIEW: ['FINAL_REVIEW'],
  PERMITTED: [],
  PERMIT_ISSUED: [],
  PRELIMINARILY_REFUSED: [],
  FINALLY_REFUSED: [],
  ANNULLED: [],
  LAPSED: [],
  WITHDRAWN: [],
};

test('a walk along any way leaves exactly the terms running that belong to the state', () => {
  const walked = new Set<string>();
  const walk = (state: CaseState, running: readonly string[]): void => {
    expect([state, ...running.toSorted()]).toEqual([state, ...runningIn[state].toSorted()]);
    for (const [from, action, , to] of way) {
      if (from !== state || walked.has(`${from} ${action}`)) continue;
      walked.add(`${from} ${action}`);
      const { ends = [], begins = [] } = caseLifecycle[from][action]!;
      walk(to, [...running.filter((each) => !(ends as readonly string[]).includes(each)), ...begins]);
    }
  };
  walk('SUBMITTED', runningIn.SUBMITTED);
});

describe('what lapses by the clock', () => {
  const midnight = Temporal.Instant.from('2026-03-27T00:00:00+05:00');
  const before = midnight.subtract({ nanoseconds: 1 });

  test('a return and an approval, at their midnight; nothing else ever', () => {
    for (const state of caseStates) {
      expect([state, stateAt(state, midnight, before)]).toEqual([state, state]);
      const then = state === 'RETURNED' ? 'ANNULLED' : state === 'PRELIMINARILY_APPROVED' ? 'LAPSED' : state;
      expect([state, stateAt(state, midnight, midnight)]).toEqual([state, then]);
    }
    expect(Object.keys(lapses)).toEqual(['RETURNED', 'PRELIMINARILY_APPROVED']);
  });
});
