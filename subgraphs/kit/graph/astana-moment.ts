import { ASTANA_ZONE } from '../terms/calendar.ts';

/** A time, in milliseconds of the epoch, through which Astana's clocks are ahead by the same whole minutes. */
interface Stretch {
  from: number;
  until: number;
  ahead: number;
  /** As it is written, such as +05:00. */
  offset: string;
}

/** The stretches that were asked for. There are not many: the offset moves once in some years, if at all. */
const known: Stretch[] = [];

const millisecondsOfDay = 86_400_000;

/** How many days are remembered. */
const keptDays = 1_000;

/** Years have four digits until then. */
const endOfYears = Date.UTC(9999, 11, 31);

/** A moment as answers write it: RFC 3339 to the millisecond, with Astana's offset. */
export function astanaMoment(instant: Temporal.Instant): string {
  return momentAt(instant.epochMilliseconds);
}

/** A moment in UTC as the database writes it, such as 2026-03-10 13:30:00.5+00: its day and its time. */
const stored = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$/;

/** A moment that the database wrote, as answers write it: to make an object of it in between takes many times as long. */
export function storedAstanaMoment(text: string): string {
  const [, day, time] = stored.exec(text) ?? [];
  return day ? momentAt(Date.parse(`${day}T${time}Z`)) : astanaMoment(Temporal.Instant.from(text.replace(' ', 'T')));
}

function momentAt(moment: number): string {
  // Temporal looks the offset up anew for every moment, which takes several times as long as all the rest.
  const stretch = known.find(({ from, until }) => from <= moment && moment < until) ?? stretchAround(moment);
  return stretch ? written(moment + stretch.ahead) + stretch.offset : inFull(moment);
}

/** The stretch that a moment lies in; nothing for what is written in another way: local time, before there were zones, and years of five digits. */
function stretchAround(moment: number): Stretch | undefined {
  const there = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ASTANA_ZONE);
  const begun = there.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (!begun || moment >= endOfYears) return undefined;
  const stretch = {
    from: begun.epochMilliseconds,
    until: there.getTimeZoneTransition('next')?.epochMilliseconds ?? endOfYears,
    ahead: there.offsetNanoseconds / 1_000_000,
    offset: there.offset,
  };
  known.push(stretch);
  return stretch;
}

function inFull(moment: number): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(moment);
  return instant.toZonedDateTimeISO(ASTANA_ZONE).toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });
}

/** A moment without its offset, of clocks that show this time of the epoch. */
function written(clocks: number): string {
  const day = Math.floor(clocks / millisecondsOfDay);
  const inDay = clocks - day * millisecondsOfDay;
  const [hours, minutes] = [Math.floor(inDay / 3_600_000), Math.floor(inDay / 60_000) % 60];
  const [seconds, milliseconds] = [Math.floor(inDay / 1000) % 60, inDay % 1000];
  return `${dayOf(day)}T${two(hours)}:${two(minutes)}:${two(seconds)}.${String(milliseconds).padStart(3, '0')}`;
}

/** The last days that were written: moments of a page lie on few. */
const days = new Map<number, string>();

/** A day by its number in the epoch. */
function dayOf(number: number): string {
  const known = days.get(number);
  if (known !== undefined) return known;
  if (days.size > keptDays) days.clear();
  const day = new Date(number * millisecondsOfDay).toISOString().slice(0, 10);
  days.set(number, day);
  return day;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
