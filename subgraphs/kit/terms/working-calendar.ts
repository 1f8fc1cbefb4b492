import type { EntityManager } from '@mikro-orm/postgresql';
import { readCalendar } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';

/** The working-day calendar as the database holds it now. An administrator extends it without a release, so nobody keeps a copy. */
export async function workingCalendar(em: EntityManager): Promise<WorkingCalendar> {
  const rows = await em.execute<{ year: number; status: string; daysOff: string[]; daysWorked: string[] }[]>(
    `select year, status, days_off::text[] as "daysOff", days_worked::text[] as "daysWorked" from kit.calendar_year`,
  );
  return readCalendar(rows);
}
