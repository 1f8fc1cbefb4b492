import { describe, expect, test } from '@jest/globals';
import { availableActions, nextState } from '../../subgraphs/kit/lifecycle/lifecycle.ts';
import { roles } from '../../subgraphs/kit/viewer/roles.ts';
import { applicationActions, applicationLifecycle, applicationStates } from '../../subgraphs/iin/rules/lifecycle.ts';
import type { ApplicationAction, ApplicationState } from '../../subgraphs/iin/rules/lifecycle.ts';

const everythingHolds = {
  'taken by the viewer': true,
  'for a number': true,
  'for a correction': true,
  printed: true,
  'not handed out': true,
  'a complaint calls for it': true,
};
const nothingHolds = {
  'taken by the viewer': false,
  'for a number': false,
  'for a correction': false,
  printed: false,
  'not handed out': false,
  'a complaint calls for it': false,
};

/** By hand, from A§9–13 and A§15-3: where each action leads, and whose it is. What isn't here must not be possible. */
const way: [ApplicationState, ApplicationAction, 'counter' | 'operator', ApplicationState][] = [
  ['REGISTERED', 'TAKE', 'operator', 'IN_REVIEW'],
  ['REGISTERED', 'WITHDRAW', 'counter', 'WITHDRAWN'],
  ['IN_REVIEW', 'RELEASE', 'operator', 'REGISTERED'],
  ['IN_REVIEW', 'DECIDE_DUPLICATE', 'operator', 'IN_REVIEW'],
  ['IN_REVIEW', 'FORM', 'operator', 'FORMED'],
  ['IN_REVIEW', 'CORRECT', 'operator', 'CORRECTED'],
  ['IN_REVIEW', 'REFUSE', 'operator', 'REFUSED'],
  ['IN_REVIEW', 'WITHDRAW', 'counter', 'WITHDRAWN'],
  ['FORMED', 'PRINT_RESULT', 'counter', 'FORMED'],
  ['FORMED', 'HAND_OUT_RESULT', 'counter', 'FORMED'],
  ['CORRECTED', 'PRINT_RESULT', 'counter', 'CORRECTED'],
  ['CORRECTED', 'HAND_OUT_RESULT', 'counter', 'CORRECTED'],
  ['REFUSED', 'PRINT_RESULT', 'counter', 'REFUSED'],
  ['REFUSED', 'HAND_OUT_RESULT', 'counter', 'REFUSED'],
  ['REFUSED', 'REOPEN', 'operator', 'REGISTERED'],
];
const who = { counter: ['consul', 'authorised_employee'], operator: ['iin_operator'] };

describe('the way of an application', () => {
  test('every state, action and role is answered as the order says', () => {
    for (const state of applicationStates) {
      for (const action of applicationActions) {
        for (const role of roles) {
          const step = way.find(([from, by]) => from === state && by === action);
          const expected = step && who[step[2]].includes(role) ? step[3] : undefined;
          const found = nextState(applicationLifecycle, state, action, role, everythingHolds);
          expect([state, action, role, found]).toEqual([state, action, role, expected]);
        }
      }
    }
  });

  test('every state is reached from the registration', () => {
    const reached = new Set<ApplicationState>(['REGISTERED']);
    for (const from of reached) for (const [state, , , to] of way) if (state === from) reached.add(to);
    expect([...reached].toSorted()).toEqual([...applicationStates].toSorted());
  });

  test('nobody decides what somebody else took, and nothing is handed out unprinted', () => {
    expect(availableActions(applicationLifecycle, 'IN_REVIEW', 'iin_operator', nothingHolds)).toEqual([]);
    expect(availableActions(applicationLifecycle, 'FORMED', 'consul', nothingHolds)).toEqual(['PRINT_RESULT']);
    expect(
      availableActions(applicationLifecycle, 'FORMED', 'consul', { ...everythingHolds, 'not handed out': false }),
    ).toEqual(['PRINT_RESULT']);
  });

  test('a number is formed for whoever asks for one, and a record corrected for whoever asks for that', () => {
    const decisions = (kind: object) =>
      availableActions(applicationLifecycle, 'IN_REVIEW', 'iin_operator', { ...everythingHolds, ...kind });
    expect(decisions({ 'for a correction': false })).toEqual(['RELEASE', 'DECIDE_DUPLICATE', 'FORM', 'REFUSE']);
    expect(decisions({ 'for a number': false })).toEqual(['RELEASE', 'CORRECT', 'REFUSE']);
  });

  test('what was decided or withdrawn is never decided again; but a refusal, when a complaint calls for it', () => {
    for (const state of ['FORMED', 'CORRECTED', 'WITHDRAWN'] as const) {
      expect(availableActions(applicationLifecycle, state, 'iin_operator', everythingHolds)).toEqual([]);
    }
    expect(availableActions(applicationLifecycle, 'REFUSED', 'iin_operator', everythingHolds)).toEqual(['REOPEN']);
    const uncalled = { ...everythingHolds, 'a complaint calls for it': false };
    expect(availableActions(applicationLifecycle, 'REFUSED', 'iin_operator', uncalled)).toEqual([]);
  });
});
