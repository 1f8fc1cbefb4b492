import type { NewNotice } from '../../kit/notices/tell.ts';
import { filledIn, listed, wordsOfMoment } from '../../kit/notices/words.ts';
import { petitionNoticeWords } from './petition-notice-words.ts';
import type { PetitionNoticeKind } from './petition-notice-words.ts';
import type { PetitionAction, PetitionState } from './petition-lifecycle.ts';

/** What a notice of a petition needs to know of it. */
export interface PetitionToTellOf {
  accountId: string;
  applicantId: string;
  number: string;
}

/** What was done with a petition. */
export interface PetitionEvent {
  action: PetitionAction | 'SUBMIT';
  /** The state before it; the first one where it was submitted. */
  from: PetitionState;
  /** The times of the interview that are on offer after it, or the one that is agreed upon. */
  times: readonly Temporal.Instant[];
}

/** What is told of what was done with a petition, and to whom (B§5–9). Reasons stay in the cabinet. */
export function noticesOfPetition({ action, from, times }: PetitionEvent, petition: PetitionToTellOf): NewNotice[] {
  const { accountId, applicantId, number } = petition;
  const told = (kind: PetitionNoticeKind, to: NewNotice['to']): NewNotice => ({
    kind,
    to,
    ...filledIn(petitionNoticeWords[kind], { number, times: listed(times.map(wordsOfMoment)) }),
  });
  const person = { accountId, applicantId };
  const hub = { role: 'hub_officer' } as const;
  const signer = { role: 'mddiai_signer' } as const;
  switch (action) {
    case 'SUBMIT':
      return [told('PETITION_SUBMITTED', hub)];
    case 'OFFER_INTERVIEW_TIMES':
      return [told('INTERVIEW_TIMES_OFFERED', person)];
    case 'CHOOSE_INTERVIEW_TIME':
      return [told('INTERVIEW_TIME_CHOSEN', hub)];
    case 'RECORD_INTERVIEW_MISSED':
      return [told('INTERVIEW_MISSED', person)];
    case 'RECORD_INTERVIEW_PASSED':
      return [told('PETITION_TO_SIGN', signer)];
    case 'SIGN':
      return [told('PETITION_SIGNED', person)];
    case 'REFUSE_SCREENING':
    case 'RECORD_INTERVIEW_FAILED':
    case 'REFUSE':
      return [told('PETITION_REFUSED', person)];
    case 'WITHDRAW':
      return [
        told('PETITION_WITHDRAWN', hub),
        ...(from === 'AWAITING_SIGNATURE' ? [told('PETITION_WITHDRAWN', signer)] : []),
      ];
    // The person is told with the times that follow (B§6).
    case 'APPROVE_SCREENING':
      return [];
  }
}
