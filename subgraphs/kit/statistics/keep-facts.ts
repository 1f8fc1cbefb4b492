import { almatyDate } from '../terms/calendar.ts';
import { latenessOf } from './facts.ts';
import type { CaseFacts } from './facts.ts';
import type { Reads } from '../reading/reads.ts';

/** Keeps what statistics know of a case, in the place of what they knew before. */
export async function keepFacts(reads: Reads, facts: CaseFacts): Promise<void> {
  const { caseId, service, officeId, category, city, receivedAt, end, grounds, missingDocuments, steps } = facts;
  const { lateFrom, dueBefore } = latenessOf(facts);
  const row = {
    case_id: caseId,
    service,
    office_id: officeId,
    category,
    city,
    received_on: almatyDate(receivedAt).toString(),
    received_at: receivedAt,
    ended_at: end?.at ?? null,
    ended: end?.how ?? null,
    late_from: lateFrom,
    due_before: dueBefore,
    grounds,
    missing_documents: missingDocuments,
  };
  const stepRows = steps.map(({ step, startedAt, endedAt }, ordinal) => ({
    case_id: caseId,
    ordinal,
    step,
    started_at: startedAt,
    ended_at: endedAt,
  }));
  await reads.execute('select kit.keep_case_statistic(?::jsonb, ?::jsonb)', [
    JSON.stringify(row),
    JSON.stringify(stepRows),
  ]);
}

/** Keeps when the operators' side failed, and when that ended (A§14). */
export async function keepIncident(
  reads: Reads,
  { id, foundAt, endedAt }: { id: string; foundAt: Temporal.Instant; endedAt: Temporal.Instant | null },
): Promise<void> {
  await reads.execute('select kit.keep_incident_statistic(?, ?, ?)', [
    id,
    foundAt.toString(),
    endedAt?.toString() ?? null,
  ]);
}
