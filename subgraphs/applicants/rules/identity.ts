import type { Problem } from '../../kit/errors/fault.ts';
import { compareZones } from './mrz-compare.ts';
import type { VisualZone } from './mrz-compare.ts';
import { readMrz } from './mrz.ts';
import type { TravelDocumentZone, ZoneReadingOptions } from './mrz.ts';

/** What was presented of a person's identity, and which disagreements of the two zones the consul settled. */
export interface PresentedIdentity {
  machineReadableZone: readonly string[];
  visualZone: VisualZone;
  settledDisagreements: readonly { field: keyof VisualZone; reason: string }[];
}

/**
 * Reads what was presented: the machine-readable zone with its check digits, compared with the visual one. Every disagreement has to be settled with a
 * reason before anybody is registered (A§9, policy). All problems at once, with paths into the input.
 */
export function readIdentity(
  presented: PresentedIdentity,
  options: ZoneReadingOptions,
): { ok: true; zone: TravelDocumentZone } | { ok: false; problems: Problem[] } {
  const { visualZone, settledDisagreements } = presented;
  const reading = readMrz(presented.machineReadableZone, options);
  const problems: Problem[] = reading.ok
    ? unsettled(reading.value, presented)
    : reading.problems.map((problem) => ({
        ...problem,
        path: ['machineReadableZone', ...problem.path],
        reference: 'A§9',
      }));
  if (Temporal.PlainDate.compare(visualZone.birthDate, options.today) > 0) {
    problems.push({ code: 'BIRTH_DATE_IN_FUTURE', path: ['visualZone', 'birthDate'] });
  }
  settledDisagreements.forEach(({ reason }, index) => {
    if (reason.trim() === '')
      problems.push({ code: 'TEXT_EMPTY', path: ['settledDisagreements', index, 'reason'], reference: 'A§9' });
  });
  return reading.ok && problems.length === 0 ? { ok: true, zone: reading.value } : { ok: false, problems };
}

function unsettled(zone: TravelDocumentZone, { visualZone, settledDisagreements }: PresentedIdentity): Problem[] {
  const settled = new Set(settledDisagreements.map(({ field }) => field));
  return compareZones(zone, visualZone)
    .filter(({ field }) => !settled.has(field))
    .map(({ field }) => ({ code: 'ZONES_DISAGREE', path: ['visualZone', field], reference: 'A§9' }));
}
