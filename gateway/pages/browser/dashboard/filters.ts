import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';
import type { City } from '../../../../subgraphs/kit/viewer/roles.ts';
import { cityNames } from '../../../identity/pages/role-names.ts';
import { categoriesOf, serviceNames } from './names.ts';

/** A service that there are statistics of. */
export type Service = keyof typeof serviceNames;

/** What the page shows, as its address says it; also the filter that the graph is asked with. */
export interface Filters {
  service: Service;
  /** The first day, such as 2026-09-07. */
  from: string;
  /** The last day, included. */
  until: string;
  /** A mission's number in Annex 1 of order A. */
  mission?: number | undefined;
  /** One of those that the service has. */
  category?: string | undefined;
  city?: City | undefined;
}

/** What can be chosen beside the period, for each service. */
export const choices: Record<Service, ('mission' | 'category' | 'city')[]> = {
  IIN: ['mission', 'category'],
  PETITION: [],
  RESIDENCE: ['city'],
  COMPLAINT: ['mission', 'category', 'city'],
};

/** How many weeks there are to see before the current one, where the address names no period. */
const weeksBefore = 11;

const dayLength = 86_400_000;

/** The day in Astana. */
export function today(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(now);
}

/** A day some days later, or earlier. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return daysLater(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The whole weeks up to a day, the current one included. */
export function recentWeeks(day: string, before: number): Pick<Filters, 'from' | 'until'> {
  return { from: daysLater(mondayOf(day), -7 * before), until: day };
}

/** What an address asks for. What it doesn't say, or says in a way that can't be, is as usual: numbers, the last twelve weeks, everywhere. */
export function readFilters(search: string, day: string): Filters {
  const said = new URLSearchParams(search);
  const service = oneOf(serviceNames, said.get('service')) ?? 'IIN';
  const usual = recentWeeks(day, weeksBefore);
  const from = isDay(said.get('from')) ?? usual.from;
  const until = isDay(said.get('until')) ?? usual.until;
  const number = Number(said.get('mission'));
  return onlyChoices({
    service,
    ...(from <= until ? { from, until } : usual),
    mission: Number.isInteger(number) && number >= 1 && number <= 100 ? number : undefined,
    category: oneOf(categoriesOf[service] ?? {}, said.get('category')),
    city: oneOf(cityNames, said.get('city')),
  });
}

/** The query of an address that asks for these. */
export function writeFilters(filters: Filters): string {
  const said = Object.entries(filters).filter(([, value]) => value !== undefined);
  return `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** What can't be chosen for the service is left out. */
function onlyChoices({ service, from, until, ...rest }: Filters): Filters {
  const kept = choices[service].filter((name) => rest[name] !== undefined).map((name) => [name, rest[name]]);
  return { service, from, until, ...Object.fromEntries(kept) } as Filters;
}

function oneOf<Word extends string>(names: Record<Word, Message>, word: string | null): Word | undefined {
  return word !== null && Object.hasOwn(names, word) ? (word as Word) : undefined;
}

function isDay(text: string | null): string | undefined {
  const day = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text!) ? text! : undefined;
}
