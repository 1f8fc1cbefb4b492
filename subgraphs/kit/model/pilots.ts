import { Fault } from '../errors/fault.ts';
import type { Reads } from '../reading/reads.ts';

/** The two pilots. */
export const pilots = ['IIN', 'DIGITAL_NOMAD_RESIDENCY'] as const;

/** One of the two pilots. */
export type Pilot = (typeof pilots)[number];

/** Whether a day, Astana date, lies in one of the pilot's periods; the first and the last day belong to a period (policy). */
export async function isPilotOpen(reads: Reads, pilot: Pilot, day: Temporal.PlainDate): Promise<boolean> {
  const [open] = await reads.execute<object[]>(
    'select 1 from kit.pilot_period where pilot = ? and valid_from <= ?::date and (valid_until is null or valid_until >= ?::date)',
    [pilot, day.toString(), day.toString()],
  );
  return open !== undefined;
}

/** Refuses a new application on a day outside the pilot's periods (A-ord 8, B-ord 8): what was accepted before runs to its end. */
export async function requireOpenPilot(reads: Reads, pilot: Pilot, day: Temporal.PlainDate): Promise<void> {
  if (!(await isPilotOpen(reads, pilot, day))) throw new Fault('PILOT_CLOSED');
}
