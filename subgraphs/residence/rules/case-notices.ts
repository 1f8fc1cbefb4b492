import type { Message } from '../../kit/errors/languages.ts';
import type { NewNotice } from '../../kit/notices/tell.ts';
import { filledIn, wordsOfDay, wordsOfLastDay, wordsOfMoment } from '../../kit/notices/words.ts';
import type { City, Role } from '../../kit/viewer/roles.ts';
import type { CaseAction, CaseState } from './case-lifecycle.ts';
import { caseNoticeWords } from './case-notice-words.ts';
import type { CaseNoticeKind } from './case-notice-words.ts';

/** What a notice of a residence case needs to know of it, after what was done. */
export interface CaseToTellOf {
  accountId: string;
  applicantId: string;
  number: string;
  city: City;
  state: CaseState;
  /** When the term ends, or ended, on which the state hangs or hung. */
  lapsesAt: Temporal.Instant | null;
  /** The earliest due moment of those that run now. */
  dueAt: Temporal.Instant | null;
  approvalNumber: string | null;
  barredUntil: Temporal.PlainDate | null;
}

/** What was done with a residence case. */
export interface CaseEvent {
  action: CaseAction | 'SUBMIT';
  by: Role;
  /** The state before it, as it was recorded; nothing where it began. */
  from: CaseState | null;
}

/** What is told of what was done with a residence case, and to whom (B§11–26). Reasons, and what the KNB answered, stay in the case. */
export function noticesOfCase(event: CaseEvent, residenceCase: CaseToTellOf): NewNotice[] {
  const { number, state } = residenceCase;
  const told = (kind: CaseNoticeKind, to: NewNotice['to']): NewNotice => ({
    kind,
    to,
    ...filledIn(caseNoticeWords[kind], { number, state: publicState(state), ...whatVaries(residenceCase) }),
  });
  const changed = event.from === null || publicState(event.from) !== publicState(state);
  return [
    ...audiencesOf(event, residenceCase).map(([kind, to]) => told(kind, to)),
    ...(changed ? [told('CASE_STATE_CHANGED', { scope: 'residence:status' })] : []),
  ];
}

type Telling = readonly [kind: CaseNoticeKind, to: NewNotice['to']];

function audiencesOf({ action, by, from }: CaseEvent, residenceCase: CaseToTellOf): Telling[] {
  const { accountId, applicantId, city, approvalNumber } = residenceCase;
  const person = { accountId, applicantId };
  const officer = { role: 'kkq_officer', city } as const;
  const centre = { role: 'psc_officer', city } as const;
  const knb = { role: 'knb_officer' } as const;
  switch (action) {
    case 'SUBMIT':
      return [['CASE_SUBMITTED', officer]];
    case 'RESUBMIT':
      return [['CASE_RESUBMITTED', officer]];
    case 'REGISTER':
      return [['CASE_REGISTERED', person]];
    case 'RETURN_FOR_REWORK':
      return [['CASE_RETURNED', person]];
    case 'SEND_TO_KNB':
      return [['CASE_SENT_TO_KNB', knb]];
    case 'AGREE':
    case 'OBJECT':
      return [['KNB_ANSWERED', officer]];
    case 'APPROVE_PRELIMINARY':
      return [['CASE_PRELIMINARILY_APPROVED', person]];
    case 'REFUSE_PRELIMINARY':
      return [['CASE_PRELIMINARILY_REFUSED', person]];
    case 'RECORD_ARRIVAL':
      return [
        [from === 'LAPSED' ? 'APPROVAL_RESTORED' : 'ARRIVAL_RECORDED', person],
        ['ARRIVAL_RECORDED', centre],
        // The officer who recorded it knows.
        ...(by === 'system' ? [['ARRIVAL_RECORDED', officer] as const] : []),
      ];
    case 'RECORD_LAPSE':
      return from === 'RETURNED'
        ? [
            ['CASE_ANNULLED', person],
            ['CASE_LAPSED', officer],
          ]
        : [
            ['APPROVAL_LAPSED', person],
            ['CASE_LAPSED', officer],
            ['CASE_LAPSED', centre],
          ];
    case 'REGISTER_FINAL_APPLICATION':
      return [['FINAL_APPLICATION_REGISTERED', person]];
    case 'SEND_ORIGINALS':
      return [['ORIGINALS_SENT', officer]];
    case 'APPROVE_FINAL':
      return [
        ['CASE_PERMITTED', person],
        ['PERMIT_TO_ISSUE', centre],
      ];
    case 'REOPEN':
      return [['CASE_REOPENED', person]];
    case 'REFUSE_FINAL':
      return [['CASE_FINALLY_REFUSED', person]];
    case 'WITHDRAW':
      return [
        ['CASE_WITHDRAWN', officer],
        ...(from === 'AT_KNB' ? [['CASE_WITHDRAWN', knb] as const] : []),
        ...(approvalNumber === null ? [] : [['CASE_WITHDRAWN', centre] as const]),
      ];
    // Steps between officers who have the case before them; the permit is handed out to the person.
    case 'RECORD_CHECKS':
    case 'COMPARE_DOCUMENTS':
    case 'RECEIVE_ORIGINALS':
    case 'REGISTER_RESIDENCE':
    case 'ISSUE_PERMIT':
      return [];
  }
}

/** The state as other agencies are told it: that the KNB was asked is between it and the migration service. */
function publicState(state: CaseState): CaseState {
  return state === 'AT_KNB' || state === 'KNB_ANSWERED' ? 'REGISTERED' : state;
}

function whatVaries({ lapsesAt, dueAt, approvalNumber, barredUntil }: CaseToTellOf): Record<string, string | Message> {
  return {
    ...(lapsesAt && { lastDay: wordsOfLastDay(lapsesAt) }),
    ...(dueAt && { due: wordsOfMoment(dueAt) }),
    ...(approvalNumber !== null && { approvalNumber }),
    ...(barredUntil && { applyFrom: wordsOfDay(barredUntil.add({ days: 1 })) }),
  };
}
