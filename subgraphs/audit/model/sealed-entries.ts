import type { SealedEntry } from '../seals/entry-leaf.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** Which transactions wrote: of an epoch, from a number on, before another. */
export interface Written {
  epoch: number;
  from: string;
  until: string;
}

/** A line, and the transaction that wrote it. */
export type WrittenEntry = SealedEntry & { writtenBy: string };

const columns = `id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_id as "accountId", role, office_id as "officeId", address,
  request_id as "requestId", operation_name as "operationName", operation_hash as "operationHash", kind, action, to_json(subjects) as subjects, outcome, reason, written_by::text as "writtenBy"`;

/** The lines that those transactions wrote, in their order. */
export function entriesWritten(reads: Reads, { epoch, from, until }: Written, most?: number): Promise<WrittenEntry[]> {
  return reads.execute<WrittenEntry[]>(
    `select ${columns} from audit.journal
      where epoch = ? and written_by >= ?::text::xid8 and written_by < ?::text::xid8 order by written_by, id limit ?`,
    [epoch, from, until, most ?? null],
  );
}

/** A line without what only the sealer asks. */
export function asSealed({ writtenBy: _, ...entry }: WrittenEntry): SealedEntry {
  return entry;
}

const lastSeal = 'select epoch, until_transaction from audit.seal order by number desc limit 1';

/** The lines that no seal covers and none will: put in as if a transaction had written them that was sealed long ago. A thousand of them at the most. */
export async function strayEntries(reads: Reads): Promise<SealedEntry[]> {
  const rows = await reads.execute<WrittenEntry[]>(
    `select ${columns} from audit.journal entry
      where (epoch, written_by) < (${lastSeal})
        and not exists (select from audit.seal
          where seal.epoch = entry.epoch and entry.written_by >= seal.from_transaction and entry.written_by < seal.until_transaction)
      order by id limit 1000`,
  );
  return rows.map(asSealed);
}

/** The lines that are not sealed yet. */
export async function unsealedEntries(reads: Reads): Promise<SealedEntry[]> {
  const rows = await reads.execute<WrittenEntry[]>(
    `select ${columns} from audit.journal where coalesce((epoch, written_by) >= (${lastSeal}), true) order by written_by, id`,
  );
  return rows.map(asSealed);
}
