import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault } from '../errors/fault.ts';

/** The two pilots. */
export type Pilot = 'IIN' | 'DIGITAL_NOMAD_RESIDENCY';

/** Refuses a new application on a day outside the pilot's periods (A-ord 8, B-ord 8): what was accepted before runs to its end. */
export async function requireOpenPilot(em: EntityManager, pilot: Pilot, day: Temporal.PlainDate): Promise<void> {
  const [open] = await em.execute<object[]>(
    'select 1 from kit.pilot_period where pilot = ? and valid_from <= ?::date and (valid_until is null or valid_until >= ?::date)',
    [pilot, day.toString(), day.toString()],
  );
  if (!open) throw new Fault('PILOT_CLOSED');
}
