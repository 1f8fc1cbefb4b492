import type { NewNotice, Officers } from '../../kit/notices/tell.ts';
import { filledIn, wordsOfMoment } from '../../kit/notices/words.ts';
import type { City, Role } from '../../kit/viewer/roles.ts';
import type { ComplaintAction } from './lifecycle.ts';
import { complaintNoticeWords } from './notice-words.ts';
import type { ComplaintNoticeKind } from './notice-words.ts';
import { providers } from './subject.ts';
import type { Service } from './subject.ts';

/** What a notice of a complaint needs to know of it. */
export interface ComplaintToTellOf {
  number: string;
  accountId: string | null;
  applicantId: string | null;
  filedAs: Role;
  officeId: string | null;
  service: Service;
  city: City | null;
  /** When the three days end. */
  forwardsAt: Temporal.Instant;
}

/** What is told of what was done with a complaint, and to whom (A§15-3–17). What it says, and why it was decided so, stays in it. */
export function noticesOfComplaint(event: ComplaintAction | 'FILED', complaint: ComplaintToTellOf): NewNotice[] {
  const { number, forwardsAt } = complaint;
  return audiencesOf(event, complaint).map(([kind, to]) => ({
    kind,
    to,
    ...filledIn(complaintNoticeWords[kind], { number, due: wordsOfMoment(forwardsAt) }),
  }));
}

type Telling = readonly [kind: ComplaintNoticeKind, to: NewNotice['to']];

function audiencesOf(event: ComplaintAction | 'FILED', complaint: ComplaintToTellOf): Telling[] {
  const people = (kind: ComplaintNoticeKind): Telling[] => complainants(complaint).map((to) => [kind, to]);
  const provider = (kind: ComplaintNoticeKind): Telling[] => officersOf(complaint).map((to) => [kind, to]);
  switch (event) {
    case 'FILED':
      return provider('COMPLAINT_FILED');
    case 'REGISTER':
      return people('COMPLAINT_REGISTERED');
    case 'SATISFY':
      return people('COMPLAINT_SATISFIED');
    case 'FORWARD':
      return [...people('COMPLAINT_FORWARDED'), ['COMPLAINT_TO_REVIEW', reviewer]];
    case 'RECORD_FORWARDING':
      // The provider let the three days pass.
      return [
        ...people('COMPLAINT_FORWARDED'),
        ['COMPLAINT_TO_REVIEW', reviewer],
        ...provider('COMPLAINT_FORWARDED_BY_CLOCK'),
      ];
    case 'REGISTER_REVIEW':
      return people('COMPLAINT_REVIEW_BEGUN');
    case 'DECIDE_AS_PROVIDER':
      return people('COMPLAINT_DECIDED');
    case 'DECIDE_REVIEW':
      return [...people('COMPLAINT_DECIDED'), ...provider('COMPLAINT_DECIDED_BY_REVIEWER')];
  }
}

/** The body that reviews. */
export const reviewer: Officers = { role: 'complaint_reviewer' };

/** Who acts for the provider of the service, in the city where it is of one. */
export function officersOf({ service, city }: Pick<ComplaintToTellOf, 'service' | 'city'>): Officers[] {
  return providers[service].map((role) => (role === 'kkq_officer' ? { role, city: city! } : { role }));
}

/** The person, where they can be told; and the counter at which it was filed for them, which tells them. */
function complainants({ accountId, applicantId, filedAs, officeId, city }: ComplaintToTellOf): NewNotice['to'][] {
  const person = accountId || applicantId ? [{ accountId, applicantId }] : [];
  switch (filedAs) {
    case 'consul':
    case 'authorised_employee':
      return [...person, { role: filedAs, officeId: officeId! }];
    case 'psc_officer':
      return [...person, ...(city ? [{ role: filedAs, city }] : [])];
    default:
      return person;
  }
}
