import type { EntityManager } from '@mikro-orm/postgresql';
import { almatyDate } from '../terms/calendar.ts';

/** The series of numbers that people see: applications for a number, petitions, residence cases, preliminary approvals, residence permits, complaints. */
export type NumberSeries = 'IIN' | 'PET' | 'DNR' | 'PRA' | 'RES' | 'CMP';

/**
 * Takes the next number of a series in the year of a moment (Astana date), such as `IIN-2026-000123`: no gaps, no doubles. Take it last in a
 * transaction: whoever takes the next one waits until this one commits or is undone.
 */
export async function takeCaseNumber(
  em: EntityManager,
  schema: string,
  series: NumberSeries,
  at: Temporal.Instant,
): Promise<string> {
  const { year } = almatyDate(at);
  const [counter] = await em.execute<{ last: number }[]>(
    `insert into ${schema}.number_counter (series, year, last) values (?, ?, 1)
     on conflict (series, year) do update set last = ${schema}.number_counter.last + 1 returning last`,
    [series, year],
  );
  return `${series}-${year}-${String(counter!.last).padStart(6, '0')}`;
}
