import type { NewNotice, Officers } from '../../kit/notices/tell.ts';
import { filledIn } from '../../kit/notices/words.ts';
import { applicationNoticeWords } from './application-notice-words.ts';
import type { ApplicationNoticeKind } from './application-notice-words.ts';
import type { Channel } from './categories.ts';
import type { ApplicationAction } from './lifecycle.ts';

/** What a notice of an application needs to know of it. */
export interface ApplicationToTellOf {
  number: string;
  applicantId: string;
  channel: Channel;
  officeId: string;
}

/** What is told of what was done with an application, and to whom (A§11–13). Operators have their worklist; the number itself and reasons stay in the case. */
export function noticesOfApplication(action: ApplicationAction, application: ApplicationToTellOf): NewNotice[] {
  const { number, applicantId } = application;
  const told = (kind: ApplicationNoticeKind, to: NewNotice['to']): NewNotice => ({
    kind,
    to,
    ...filledIn(applicationNoticeWords[kind], { number }),
  });
  const person = { accountId: null, applicantId };
  const result = told('IIN_RESULT_TO_PRINT', counterOf(application));
  const systems = { scope: 'iin:verify' } as const;
  switch (action) {
    case 'FORM':
      return [told('IIN_FORMED', person), result, told('IIN_REGISTERED', systems)];
    case 'CORRECT':
      return [told('IIN_CORRECTED', person), result, told('IIN_RECORD_CHANGED', systems)];
    case 'REOPEN':
      return [told('IIN_APPLICATION_REOPENED', person), told('IIN_APPLICATION_REOPENED', counterOf(application))];
    case 'REFUSE':
      return [told('IIN_REFUSED', person), result];
    // Steps within one office, or of the counter with the person before it.
    case 'TAKE':
    case 'RELEASE':
    case 'DECIDE_DUPLICATE':
    case 'WITHDRAW':
    case 'PRINT_RESULT':
    case 'HAND_OUT_RESULT':
      return [];
  }
}

/** Who received the application: the consuls of a mission, or the employees of the MFA (A§4). */
function counterOf({ channel, officeId }: ApplicationToTellOf): Officers {
  return { role: channel === 'MFA' ? 'authorised_employee' : 'consul', officeId };
}
