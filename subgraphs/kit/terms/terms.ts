import { addWorkingDays, almatyDate, ASTANA_ZONE, sameOrNextWorkingDay } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';

/** What a term is, as the orders set it. */
type TermRule = {
  /** How many units the term lasts, from the day after the event. */
  readonly length: number;
  readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'YEARS';
  /** Who has to keep the term. */
  readonly binds: 'APPLICANT' | 'AUTHORITY';
  /** Whether a term whose last day is not worked ends on the next working day (policy: where the applicant has to act). */
  readonly prolonged: boolean;
  /** How many days before its last one the person is reminded of it (policy); nothing for a term of which nobody is. */
  readonly remindDaysBefore?: number;
  /** The paragraph that sets the term. */
  readonly reference: string;
  /** English: from what event until what act. */
  readonly description: string;
};

/** Every term of the two orders: the one place where their lengths are written. */
export const TERMS = {
  IIN_SERVICE: {
    length: 1,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'A§5',
    description: 'IIN service: 1 working day from the day of application until the IIN is formed or refused.',
  },
  INTERVIEW_INVITATION: {
    length: 2,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'B§6',
    description: 'Interview invitation: 2 working days from the approved screening until times are offered.',
  },
  CASE_REGISTRATION: {
    length: 2,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'B§12',
    description:
      'Case registration: 2 working days from the arrival of the e-application until the case is registered or returned.',
  },
  REWORK: {
    length: 5,
    unit: 'CALENDAR_DAYS',
    binds: 'APPLICANT',
    prolonged: true,
    remindDaysBefore: 2,
    reference: 'B§12',
    description:
      'Rework by the applicant: 5 calendar days from the notice of return until the resubmission, else the e-application is annulled.',
  },
  KNB_AGREEMENT: {
    length: 25,
    unit: 'CALENDAR_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'B§15',
    description: 'KNB agreement: 25 calendar days from sending the case to the KNB until it agrees or objects.',
  },
  PRELIMINARY_DECISION: {
    length: 45,
    unit: 'CALENDAR_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'B§16',
    description: 'Preliminary decision: 45 calendar days from the arrival of the e-application until the decision.',
  },
  APPROVAL_VALIDITY: {
    length: 30,
    unit: 'CALENDAR_DAYS',
    binds: 'APPLICANT',
    prolonged: true,
    remindDaysBefore: 7,
    reference: 'B§19',
    description:
      'Validity of the preliminary approval: 30 calendar days from the decision until the applicant arrives or turns to the migration service, else it is annulled.',
  },
  BAR: {
    length: 1,
    unit: 'YEARS',
    binds: 'APPLICANT',
    // Nothing has to be done by its end, so a day off at the end costs nobody anything.
    prolonged: false,
    reference: 'B§19, B§24',
    description: 'Bar after a refusal or a lapse: 1 year from the decision without a new application.',
  },
  PSC_REGISTRATION: {
    length: 1,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'B§21',
    description: 'PSC registration: 1 working day from the application at the PSC until it is registered and sent on.',
  },
  FINAL_REVIEW: {
    length: 3,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'B§22',
    description:
      'Final review: 3 working days from the receipt of the originals by the migration service until the decision.',
  },
  COMPLAINT_FORWARDING: {
    length: 3,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'A§15-3',
    description:
      'Forwarding of a complaint: 3 working days from its receipt until it is forwarded to the reviewing body or fully satisfied.',
  },
  COMPLAINT_PROVIDER: {
    length: 5,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'A§16',
    description: 'Complaint at the provider: 5 working days from its registration until the decision.',
  },
  COMPLAINT_REVIEW: {
    length: 15,
    unit: 'WORKING_DAYS',
    binds: 'AUTHORITY',
    prolonged: false,
    reference: 'A§17',
    description: 'Complaint at the reviewing body: 15 working days from its registration until the decision.',
  },
} as const satisfies Record<string, TermRule>;

/** The name of a term of the orders. */
export type TermKind = keyof typeof TERMS;

/** A term that runs, or ran, from a certain event. */
export type Term = {
  readonly kind: TermKind;
  /**
   * Working days: 18:30 Astana time of the last day, still in time.
   * Calendar days and years: 00:00 Astana time of the day after the last day, the first moment that is too late.
   */
  readonly dueAt: Temporal.Instant;
  /** The last day of the term, Astana date. */
  readonly lastDay: Temporal.PlainDate;
  /** The paragraph that sets the term, such as "B§12". */
  readonly reference: string;
};

/**
 * The term of this kind that an event at `from` starts. It is counted from the day after the event, Astana date,
 * whatever the hour of the event (A§5, and by policy for the others). The calendar is asked only for working days:
 * for a term in working days, and for the last day of one that is prolonged.
 *
 * @throws UnknownCalendarYearError when a day that has to be looked at lies in a year the calendar does not hold.
 */
export function term(calendar: WorkingCalendar, kind: TermKind, from: Temporal.Instant): Term {
  const rule: TermRule = TERMS[kind];
  const counted = count(calendar, rule, almatyDate(from));
  const lastDay = rule.prolonged ? sameOrNextWorkingDay(calendar, counted) : counted;
  const due =
    rule.unit === 'WORKING_DAYS'
      ? lastDay.toZonedDateTime({ timeZone: calendar.zone, plainTime: calendar.officeHours.until })
      : lastDay.add({ days: 1 }).toZonedDateTime(calendar.zone);
  return { kind, dueAt: due.toInstant(), lastDay, reference: rule.reference };
}

function count(
  calendar: WorkingCalendar,
  { unit, length }: TermRule,
  eventDay: Temporal.PlainDate,
): Temporal.PlainDate {
  switch (unit) {
    case 'WORKING_DAYS':
      return addWorkingDays(calendar, eventDay, length);
    case 'CALENDAR_DAYS':
      return eventDay.add({ days: length });
    case 'YEARS':
      // The same date of the next year, inclusive; Temporal ends 29 February on 28 February, as the policy does.
      return eventDay.add({ years: length });
  }
}

/**
 * Whether at this moment the term is over: too late for an act, or, for `BAR`, late enough for a new application.
 * A term in working days ends "at 18:30", so at exactly 18:30:00 it is still kept and a nanosecond later it is not;
 * calendar days and years end at 24:00, so at exactly 00:00 of the next day they are over.
 */
export function isOverdue({ kind, dueAt }: Pick<Term, 'kind' | 'dueAt'>, at: Temporal.Instant): boolean {
  // Milliseconds nearly always tell, and are read several times as fast as moments are compared.
  const order = at.epochMilliseconds - dueAt.epochMilliseconds || Temporal.Instant.compare(at, dueAt);
  return TERMS[kind].unit === 'WORKING_DAYS' ? order > 0 : order >= 0;
}

/** The last day of a term that is due at a moment, Astana date: whether that is the last one in time or the first one too late. */
export function lastDayOf(dueAt: Temporal.Instant): Temporal.PlainDate {
  return almatyDate(dueAt.subtract({ nanoseconds: 1 }));
}

/** From when the person is reminded of a term: so many days before its last one, from the beginning of the day; nothing for a term of which nobody is. */
export function remindedFrom({ kind, dueAt }: Pick<Term, 'kind' | 'dueAt'>): Temporal.Instant | undefined {
  const { remindDaysBefore: days }: TermRule = TERMS[kind];
  return days === undefined ? undefined : lastDayOf(dueAt).subtract({ days }).toZonedDateTime(ASTANA_ZONE).toInstant();
}

/** Nobody is reminded of a term earlier before its end than this. */
export const remindedAtMost = Temporal.Duration.from({
  hours: 24 * (1 + Math.max(...Object.values<TermRule>(TERMS).map(({ remindDaysBefore = 0 }) => remindDaysBefore))),
});
