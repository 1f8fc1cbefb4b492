import { createHash } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { viewerIs } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { Filing } from '../rules/filed-under.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** Under what a line of the journal is found: written with the line, by a trigger (`migrations/audit/0020`). */
export const JournalMarkTable = defineEntity({
  name: 'JournalMark',
  tableName: 'journal_mark',
  schema: 'audit',
  properties: {
    mark: p.uuid().primary(),
    at: instant().primary(),
    id: p.uuid().primary(),
  },
  // The owner's trigger writes it, for whom row level security doesn't hold here; no role of the product has the right to.
  policies: [{ name: 'read', command: 'select', using: viewerIs('auditor', 'system') }],
  rowLevelSecurity: true,
});

/** That a line is found under something. */
export class JournalMark extends JournalMarkTable.class {}
JournalMarkTable.setClass(JournalMark);

/** The mark of what lines are filed under, as `audit.marks_of` makes it: an id alone as it is, everything else as a hash. */
export function markOf(under: Filing): string {
  if (under.length === 1) return under[0]!;
  const hash = createHash('md5').update(under.join(' ')).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The lines that were found, by their ids. Each is looked up in its own month. */
export async function linesFound(
  reads: Reads,
  places: readonly Pick<JournalMark, 'id' | 'at'>[],
): Promise<Map<string, JournalEntry>> {
  const lines = await reads.execute<(Omit<JournalEntry, 'at'> & { at: string })[]>(
    `select line.id, line.at, line.account_id as "accountId", line.role, line.office_id as "officeId", line.address, line.request_id as "requestId",
            line.operation_name as "operationName", line.operation_hash as "operationHash", line.kind, line.action, line.subjects, line.outcome, line.reason
       from unnest(?::uuid[], ?::timestamptz[]) as place (id, at)
       cross join lateral (select * from audit.journal where id = place.id and at = place.at offset 0) line`,
    [`{${places.map(({ id }) => id).join()}}`, `{${places.map(({ at }) => at.toString()).join()}}`],
  );
  return new Map(lines.map((line) => [line.id, { ...line, at: Temporal.Instant.from(line.at) }]));
}
