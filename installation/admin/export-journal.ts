import { audit } from '../../subgraphs/audit/index.ts';
import { writeBundle } from '../archive/write-bundle.ts';
import { asSubgraph } from './as-subgraph.ts';

/** Exports the journal of a period with its seals, for the archive: days of Astana, the last one excluded. */
export async function exportJournal(from: string, until: string, path: string): Promise<void> {
  const period = { from: dayBegins(from), until: dayBegins(until) };
  const { seals, entries } = await asSubgraph(audit, 'exportJournal', ({ em, now }) =>
    writeBundle(em, path, period, now),
  );
  console.log(`${path}: ${seals} seals, ${entries} lines. Verify it with npm run verify-seals.`);
}

function dayBegins(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime('Asia/Almaty').toInstant();
}
