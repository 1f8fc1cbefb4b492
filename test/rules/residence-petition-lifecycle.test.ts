import { describe, expect, test } from '@jest/globals';
import { availableActions, nextState } from '../../subgraphs/kit/lifecycle/lifecycle.ts';
import { roles } from '../../subgraphs/kit/viewer/roles.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import {
  openPetitionStates,
  petitionActions,
  petitionLifecycle,
  petitionStates,
} from '../../subgraphs/residence/rules/petition-lifecycle.ts';
import type { PetitionAction, PetitionState } from '../../subgraphs/residence/rules/petition-lifecycle.ts';

const begun = { 'interview has begun': true };
const notBegun = { 'interview has begun': false };

/** By hand, from B§4–9: where each action leads, and whose it is. What isn't here must not be possible. */
const way: [PetitionState, PetitionAction, Role, PetitionState][] = [
  ['SUBMITTED', 'APPROVE_SCREENING', 'hub_officer', 'SCREENED'],
  ['SUBMITTED', 'REFUSE_SCREENING', 'hub_officer', 'REFUSED'],
  ['SUBMITTED', 'WITHDRAW', 'applicant', 'WITHDRAWN'],
  ['SCREENED', 'OFFER_INTERVIEW_TIMES', 'hub_officer', 'TIMES_OFFERED'],
  ['SCREENED', 'WITHDRAW', 'applicant', 'WITHDRAWN'],
  ['TIMES_OFFERED', 'OFFER_INTERVIEW_TIMES', 'hub_officer', 'TIMES_OFFERED'],
  ['TIMES_OFFERED', 'CHOOSE_INTERVIEW_TIME', 'applicant', 'INTERVIEW_AGREED'],
  ['TIMES_OFFERED', 'WITHDRAW', 'applicant', 'WITHDRAWN'],
  ['INTERVIEW_AGREED', 'RECORD_INTERVIEW_PASSED', 'hub_officer', 'AWAITING_SIGNATURE'],
  ['INTERVIEW_AGREED', 'RECORD_INTERVIEW_FAILED', 'hub_officer', 'REFUSED'],
  ['INTERVIEW_AGREED', 'RECORD_INTERVIEW_MISSED', 'hub_officer', 'SCREENED'],
  ['INTERVIEW_AGREED', 'WITHDRAW', 'applicant', 'WITHDRAWN'],
  ['AWAITING_SIGNATURE', 'SIGN', 'mddiai_signer', 'SIGNED'],
  ['AWAITING_SIGNATURE', 'REFUSE', 'mddiai_signer', 'REFUSED'],
  ['AWAITING_SIGNATURE', 'WITHDRAW', 'applicant', 'WITHDRAWN'],
];

describe('the way of a petition', () => {
  test('every state, action and role is answered as the order says', () => {
    for (const state of petitionStates) {
      for (const action of petitionActions) {
        for (const role of roles) {
          const step = way.find(([from, by, whose]) => from === state && by === action && whose === role);
          const found = nextState(petitionLifecycle, state, action, role, begun);
          expect([state, action, role, found]).toEqual([state, action, role, step?.[3]]);
        }
      }
    }
  });

  test('every state is reached from the submission, and every open one leads to an end', () => {
    const reached = new Set<PetitionState>(['SUBMITTED']);
    for (const from of reached) for (const [state, , , to] of way) if (state === from) reached.add(to);
    expect([...reached].toSorted()).toEqual([...petitionStates].toSorted());
    for (const state of openPetitionStates) expect(way.filter(([from]) => from === state)).not.toEqual([]);
  });

  test('nobody records what came of an interview before it has begun', () => {
    expect(availableActions(petitionLifecycle, 'INTERVIEW_AGREED', 'hub_officer', notBegun)).toEqual([]);
    expect(availableActions(petitionLifecycle, 'INTERVIEW_AGREED', 'hub_officer', begun)).toEqual([
      'RECORD_INTERVIEW_PASSED',
      'RECORD_INTERVIEW_FAILED',
      'RECORD_INTERVIEW_MISSED',
    ]);
  });

  test('the term of the invitation begins with the approval and with a missed interview, and ends with the offer or the withdrawal', () => {
    const terms = petitionStates.flatMap((state) =>
      petitionActions.flatMap((action) => {
        const { begins = [], ends = [] } = petitionLifecycle[state][action] ?? {};
        return [
          ...begins.map((kind) => `${action} begins ${kind}`),
          ...(state === 'SCREENED' ? ends.map((kind) => `${action} ends ${kind}`) : []),
        ];
      }),
    );
    expect(terms.toSorted()).toEqual([
      'APPROVE_SCREENING begins INTERVIEW_INVITATION',
      'OFFER_INTERVIEW_TIMES ends INTERVIEW_INVITATION',
      'RECORD_INTERVIEW_MISSED begins INTERVIEW_INVITATION',
      'WITHDRAW ends INTERVIEW_INVITATION',
    ]);
  });

  test('what was decided or withdrawn is at its end', () => {
    for (const state of ['SIGNED', 'REFUSED', 'WITHDRAWN'] as const)
      for (const role of roles) expect(availableActions(petitionLifecycle, state, role, begun)).toEqual([]);
  });
});
