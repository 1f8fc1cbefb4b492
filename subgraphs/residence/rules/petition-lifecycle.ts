import type { ClockedLifecycle } from '../../kit/lifecycle/clocked-lifecycle.ts';

/** The states of a petition. */
export const petitionStates = [
  'SUBMITTED',
  'SCREENED',
  'TIMES_OFFERED',
  'INTERVIEW_AGREED',
  'AWAITING_SIGNATURE',
  'SIGNED',
  'REFUSED',
  'WITHDRAWN',
] as const;

/** A state of a petition. */
export type PetitionState = (typeof petitionStates)[number];

/** The states of a petition that isn't decided yet. */
export const openPetitionStates = [
  'SUBMITTED',
  'SCREENED',
  'TIMES_OFFERED',
  'INTERVIEW_AGREED',
  'AWAITING_SIGNATURE',
] as const satisfies PetitionState[];

/** What can be done with a petition. */
export const petitionActions = [
  'APPROVE_SCREENING',
  'REFUSE_SCREENING',
  'OFFER_INTERVIEW_TIMES',
  'CHOOSE_INTERVIEW_TIME',
  'RECORD_INTERVIEW_PASSED',
  'RECORD_INTERVIEW_FAILED',
  'RECORD_INTERVIEW_MISSED',
  'SIGN',
  'REFUSE',
  'WITHDRAW',
] as const;

/** Something that can be done with a petition. */
export type PetitionAction = (typeof petitionActions)[number];

/** `interview has begun`: nobody records what came of an interview before its time. */
export type PetitionGuard = 'interview has begun';

const hub = ['hub_officer'] as const;
const signer = ['mddiai_signer'] as const;
const applicant = ['applicant'] as const;
const invitation = ['INTERVIEW_INVITATION'] as const;
const begun = ['interview has begun'] as const;
const withdraw = { by: applicant, to: 'WITHDRAWN', ends: invitation } as const;

/** The way of a petition (B§4–9). An interview that was missed leads to new times (policy); one that was not passed, to a refusal (B§9). */
export const petitionLifecycle: ClockedLifecycle<PetitionState, PetitionAction, PetitionGuard> = {
  SUBMITTED: {
    APPROVE_SCREENING: { by: hub, to: 'SCREENED', begins: invitation },
    REFUSE_SCREENING: { by: hub, to: 'REFUSED' },
    WITHDRAW: withdraw,
  },
  SCREENED: {
    OFFER_INTERVIEW_TIMES: { by: hub, to: 'TIMES_OFFERED', ends: invitation },
    WITHDRAW: withdraw,
  },
  TIMES_OFFERED: {
    OFFER_INTERVIEW_TIMES: { by: hub, to: 'TIMES_OFFERED' },
    CHOOSE_INTERVIEW_TIME: { by: applicant, to: 'INTERVIEW_AGREED' },
    WITHDRAW: withdraw,
  },
  INTERVIEW_AGREED: {
    RECORD_INTERVIEW_PASSED: { by: hub, to: 'AWAITING_SIGNATURE', when: begun },
    RECORD_INTERVIEW_FAILED: { by: hub, to: 'REFUSED', when: begun },
    RECORD_INTERVIEW_MISSED: { by: hub, to: 'SCREENED', when: begun, begins: invitation },
    WITHDRAW: withdraw,
  },
  AWAITING_SIGNATURE: {
    SIGN: { by: signer, to: 'SIGNED' },
    REFUSE: { by: signer, to: 'REFUSED' },
    WITHDRAW: withdraw,
  },
  SIGNED: {},
  REFUSED: {},
  WITHDRAWN: {},
};
