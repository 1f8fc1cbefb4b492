// What a residence case is at a moment, worked out from the orders by hand and apart from the product: days off written down, days counted one by one.

/** Weekdays that nobody works, 2 March 2026 to the end of 2027, as the Government's calendar has them; no Saturday or Sunday of these years is worked. */
const daysOff = new Set([
  ...['2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25', '2026-05-01', '2026-05-07', '2026-05-11', '2026-05-27'],
  ...['2026-07-06', '2026-10-26', '2026-12-16', '2027-01-01', '2027-01-04', '2027-01-07', '2027-03-08', '2027-03-15'],
  ...['2027-03-22', '2027-03-23', '2027-03-24', '2027-05-03', '2027-05-07', '2027-05-10', '2027-07-06', '2027-10-25'],
  '2027-12-16',
]);

/** A clock of the model: what has to be done, by when, and when it was. */
export interface ModelClock {
  kind: string;
  /** In working days the last moment that is in time; in calendar days the first that is too late. */
  due: Temporal.Instant;
  unit: 'working' | 'calendar';
  ended: Temporal.Instant | null;
}

/** What can happen to a case of the model. */
export type ModelAct =
  | 'register'
  | 'return'
  | 'resubmit'
  | 'check'
  | 'send'
  | 'agree'
  | 'object'
  | 'approve'
  | 'refuse'
  | 'arrive'
  | 'cross'
  | 'fingerprint'
  | 'apply'
  | 'hand on'
  | 'receive'
  | 'check again'
  | 'compare'
  | 'permit'
  | 'refuse in the end'
  | 'register residence'
  | 'issue permit'
  | 'withdraw';

/** Astana date of a moment. */
function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO('+05:00').toPlainDate();
}

function isWorked(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !daysOff.has(day.toString());
}

/** 18:30 of the so-manieth working day after a moment's day. */
function workingDays(from: Temporal.Instant, length: number): Temporal.Instant {
  let day = dayOf(from);
  for (let counted = 0; counted < length;) {
    day = day.add({ days: 1 });
    if (isWorked(day)) counted += 1;
  }
  return Temporal.Instant.from(`${day.toString()}T18:30:00+05:00`);
}

/** The end of the so-manieth day after a moment's day; for the applicant of the next working day, where that one is not worked. */
function calendarDays(from: Temporal.Instant, length: number, prolonged: boolean): Temporal.Instant {
  let day = dayOf(from);
  for (let counted = 0; counted < length; counted += 1) day = day.add({ days: 1 });
  while (prolonged && !isWorked(day)) day = day.add({ days: 1 });
  return Temporal.Instant.from(`${day.add({ days: 1 }).toString()}T00:00:00+05:00`);
}

/** A case as the orders have it. */
export class ModelCase {
  state = 'SUBMITTED';
  agreed = false;
  /** What was done once, and need not be done again. */
  readonly done = new Set<ModelAct>();
  /** What the person did not do in time, once that is so. */
  missed: ModelAct | null = null;
  decidedOn: Temporal.PlainDate | null = null;
  readonly clocks: ModelClock[] = [];

  constructor(at: Temporal.Instant) {
    this.#arrives(at);
  }

  /** Two working days to register (B§12), forty-five days for all (B§16). */
  #arrives(at: Temporal.Instant): void {
    this.#begin('CASE_REGISTRATION', workingDays(at, 2), 'working');
    this.#begin('PRELIMINARY_DECISION', calendarDays(at, 45, false), 'calendar');
  }

  #begin(kind: string, due: Temporal.Instant, unit: ModelClock['unit']): void {
    this.clocks.push({ kind, due, unit, ended: null });
  }

  #end(at: Temporal.Instant, ...kinds: string[]): void {
    for (const clock of this.clocks)
      if (clock.ended === null && (kinds.length === 0 || kinds.includes(clock.kind))) clock.ended = at;
  }

  #running(kind: string): ModelClock | undefined {
    return this.clocks.find((clock) => clock.kind === kind && clock.ended === null);
  }

  /** Time goes by: who doesn't rework in five days is annulled (B§12), who doesn't come in thirty loses the approval (B§19). */
  wait(now: Temporal.Instant): void {
    for (const [state, kind, then, missed] of [
      ['RETURNED', 'REWORK', 'ANNULLED', 'resubmit'],
      ['PRELIMINARILY_APPROVED', 'APPROVAL_VALIDITY', 'LAPSED', 'arrive'],
    ] as const) {
      const clock = this.#running(kind);
      if (this.state === state && clock && Temporal.Instant.compare(now, clock.due) >= 0) {
        this.state = then;
        this.missed = missed;
        clock.ended = clock.due;
      }
    }
  }

  /** What can be done now. */
  possible(): ModelAct[] {
    switch (this.state) {
      case 'SUBMITTED':
        return ['register', 'return', 'withdraw'];
      case 'RETURNED':
        return ['resubmit', 'withdraw'];
      case 'REGISTERED':
        return [...this.#first('check', 'send'), 'withdraw'];
      case 'AT_KNB':
        return ['agree', 'object', 'withdraw'];
      case 'KNB_ANSWERED':
        return [...(this.agreed ? (['approve'] as const) : []), 'refuse', 'withdraw'];
      case 'PRELIMINARILY_APPROVED':
        return ['arrive', 'withdraw'];
      case 'ARRIVED':
        return ['apply', ...this.#reports(), 'withdraw'];
      case 'FINAL_REGISTERED':
        return ['hand on', ...this.#reports(), 'withdraw'];
      case 'ORIGINALS_SENT':
        return ['receive', ...this.#reports(), 'withdraw'];
      case 'FINAL_REVIEW':
        return [...this.#reports(), ...this.#ofReview(), 'withdraw'];
      case 'PERMITTED':
        return this.done.has('register residence') ? ['issue permit'] : ['register residence'];
      default:
        return [];
    }
  }

  /** An act that another one needs to have been done before; it can be done again. */
  #first(needed: ModelAct, then: ModelAct): ModelAct[] {
    return this.done.has(needed) ? [needed, then] : [needed];
  }

  /** What the border and the fingerprint system have not told yet. */
  #reports(): ModelAct[] {
    return (['cross', 'fingerprint'] as const).filter((each) => !this.done.has(each));
  }

  /** Checks come before any decision; a permission also needs the comparison and both systems (B§22). */
  #ofReview(): ModelAct[] {
    const left = (['check again', 'compare'] as const).filter((each) => !this.done.has(each));
    if (!this.done.has('check again')) return left;
    const complete = left.length === 0 && this.#reports().length === 0;
    return [...left, 'refuse in the end', ...(complete ? (['permit'] as const) : [])];
  }

  /** Does something that can be done. */
  act(what: ModelAct, at: Temporal.Instant): void {
    this.done.add(what);
    switch (what) {
      case 'register':
        this.state = 'REGISTERED';
        return this.#end(at, 'CASE_REGISTRATION');
      case 'return':
        this.state = 'RETURNED';
        this.#end(at, 'CASE_REGISTRATION', 'PRELIMINARY_DECISION');
        return this.#begin('REWORK', calendarDays(at, 5, true), 'calendar');
      case 'resubmit':
        this.state = 'SUBMITTED';
        this.#end(at, 'REWORK');
        return this.#arrives(at);
      case 'send':
        this.state = 'AT_KNB';
        return this.#begin('KNB_AGREEMENT', calendarDays(at, 25, false), 'calendar');
      case 'agree':
      case 'object':
        this.state = 'KNB_ANSWERED';
        this.agreed = what === 'agree';
        return this.#end(at, 'KNB_AGREEMENT');
      case 'approve':
      case 'refuse':
        this.state = what === 'approve' ? 'PRELIMINARILY_APPROVED' : 'PRELIMINARILY_REFUSED';
        this.decidedOn = dayOf(at);
        this.#end(at, 'PRELIMINARY_DECISION');
        if (what === 'approve') this.#begin('APPROVAL_VALIDITY', calendarDays(at, 30, true), 'calendar');
        return;
      case 'arrive':
        this.state = 'ARRIVED';
        return this.#end(at, 'APPROVAL_VALIDITY');
      case 'apply':
        this.state = 'FINAL_REGISTERED';
        return this.#begin('PSC_REGISTRATION', workingDays(at, 1), 'working');
      case 'hand on':
        this.state = 'ORIGINALS_SENT';
        return this.#end(at, 'PSC_REGISTRATION');
      case 'receive':
        this.state = 'FINAL_REVIEW';
        return this.#begin('FINAL_REVIEW', workingDays(at, 3), 'working');
      case 'permit':
      case 'refuse in the end':
        this.state = what === 'permit' ? 'PERMITTED' : 'FINALLY_REFUSED';
        this.decidedOn = dayOf(at);
        return this.#end(at, 'FINAL_REVIEW');
      case 'issue permit':
        this.state = 'PERMIT_ISSUED';
        return;
      case 'withdraw':
        this.state = 'WITHDRAWN';
        return this.#end(at);
      case 'check':
      case 'check again':
      case 'compare':
      case 'cross':
      case 'fingerprint':
      case 'register residence':
      // What was done is all that changes.
    }
  }

  /** The case as the graph is to show it at a moment: its state, each clock with its end and whether it is overdue, the earliest that runs, and the bar. */
  shown(now: Temporal.Instant): string {
    const clocks = this.clocks.map(
      (clock) => `${clock.kind} ${clock.due.epochMilliseconds}${isOver(clock, clock.ended ?? now) ? ' overdue' : ''}`,
    );
    const barred = ['PRELIMINARILY_REFUSED', 'FINALLY_REFUSED', 'LAPSED'].includes(this.state);
    const until = barred ? this.decidedOn!.with({ year: this.decidedOn!.year + 1 }).toString() : null;
    return [this.state, until, ...clocks].join(', ');
  }
}

function isOver({ due, unit }: ModelClock, at: Temporal.Instant): boolean {
  const order = Temporal.Instant.compare(at, due);
  return unit === 'working' ? order > 0 : order >= 0;
}
