import type { Facts, Lifecycle } from '../../kit/lifecycle/lifecycle.ts';

/** What an application asks for: that a number is formed, or that what is recorded behind one is corrected. */
export const applicationKinds = ['FORMATION', 'CORRECTION'] as const;

/** A number, or a correction. */
export type ApplicationKind = (typeof applicationKinds)[number];

/** The states of an application. */
export const applicationStates = ['REGISTERED', 'IN_REVIEW', 'FORMED', 'CORRECTED', 'REFUSED', 'WITHDRAWN'] as const;

/** A state of an application. */
export type ApplicationState = (typeof applicationStates)[number];

/** The states in which it isn't decided yet, so that its term runs. */
export const openStates = ['REGISTERED', 'IN_REVIEW'] as const satisfies ApplicationState[];

/** What can be done with an application; each is a mutation. */
export const applicationActions = [
  'TAKE',
  'RELEASE',
  'DECIDE_DUPLICATE',
  'FORM',
  'CORRECT',
  'REFUSE',
  'WITHDRAW',
  'REOPEN',
  'PRINT_RESULT',
  'HAND_OUT_RESULT',
] as const;

/** Something that can be done with an application. */
export type ApplicationAction = (typeof applicationActions)[number];

/**
 * `taken by the viewer`: nobody decides what somebody else is working on. `for a number`, `for a correction`: each is given what it asks for. `printed`,
 * `not handed out`: a result is handed out on paper, once. `a complaint calls for it`: a refusal is taken back for one that was decided so (A§15-3).
 */
export type ApplicationGuard =
  | 'taken by the viewer'
  | 'for a number'
  | 'for a correction'
  | 'printed'
  | 'not handed out'
  | 'a complaint calls for it';

/** What holds of an application for a viewer. */
export type ApplicationFacts = Facts<ApplicationGuard>;

const receivers = ['consul', 'authorised_employee'] as const;
const result = {
  PRINT_RESULT: { by: receivers },
  HAND_OUT_RESULT: { by: receivers, when: ['printed', 'not handed out'] },
} as const;

/** The way of an application (A§9–13, A§15-3). */
export const applicationLifecycle: Lifecycle<ApplicationState, ApplicationAction, ApplicationGuard> = {
  REGISTERED: {
    TAKE: { by: ['iin_operator'], to: 'IN_REVIEW' },
    WITHDRAW: { by: receivers, to: 'WITHDRAWN' },
  },
  IN_REVIEW: {
    RELEASE: { by: ['iin_operator'], to: 'REGISTERED', when: ['taken by the viewer'] },
    DECIDE_DUPLICATE: { by: ['iin_operator'], to: 'IN_REVIEW', when: ['taken by the viewer', 'for a number'] },
    FORM: { by: ['iin_operator'], to: 'FORMED', when: ['taken by the viewer', 'for a number'] },
    CORRECT: { by: ['iin_operator'], to: 'CORRECTED', when: ['taken by the viewer', 'for a correction'] },
    REFUSE: { by: ['iin_operator'], to: 'REFUSED', when: ['taken by the viewer'] },
    WITHDRAW: { by: receivers, to: 'WITHDRAWN' },
  },
  FORMED: {
    PRINT_RESULT: { ...result.PRINT_RESULT, to: 'FORMED' },
    HAND_OUT_RESULT: { ...result.HAND_OUT_RESULT, to: 'FORMED' },
  },
  CORRECTED: {
    PRINT_RESULT: { ...result.PRINT_RESULT, to: 'CORRECTED' },
    HAND_OUT_RESULT: { ...result.HAND_OUT_RESULT, to: 'CORRECTED' },
  },
  REFUSED: {
    PRINT_RESULT: { ...result.PRINT_RESULT, to: 'REFUSED' },
    HAND_OUT_RESULT: { ...result.HAND_OUT_RESULT, to: 'REFUSED' },
    REOPEN: { by: ['iin_operator'], to: 'REGISTERED', when: ['a complaint calls for it'] },
  },
  WITHDRAWN: {},
};
