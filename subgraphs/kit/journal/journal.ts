import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault } from '../errors/fault.ts';
import { newId } from '../ids.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** Which request of a caller something belongs to. */
export interface RequestTrace {
  /** The network address that it came from; none of what the product does by itself. */
  address: string | null;
  /** The gateway's id of the request, also in its logs and in the answer's headers. */
  requestId: string;
  /** The name that the caller gave the operation, when it has one. */
  operationName: string | null;
  /** SHA-256 of the operation's text, hexadecimal. */
  operationHash: string | null;
}

/** What a line of the journal tells of. */
export const journalKinds = [
  'COMMAND',
  'READING',
  'REFUSAL',
  'SIGN_IN',
  'DOWNLOAD',
  'PRINT',
  'JOB',
  'DISCLOSURE',
] as const;

/** One line of the journal: what was done, read or tried. Values of personal data never stand in it. */
export interface JournalEntry {
  kind: (typeof journalKinds)[number];
  /** The command or the kind of thing that was read, such as `formIin` or `Applicant`. */
  action: string;
  /** The ids that were changed or shown. */
  subjects: readonly string[];
  /** `DONE`, or the error code of a refusal. */
  outcome: string;
  /** Why, where a reason is asked for. */
  reason?: string | undefined;
}

const columns =
  'id, at, account_id, role, office_id, address, request_id, operation_name, operation_hash, kind, action, subjects, outcome, reason';

/**
 * Writes lines of the journal in the transaction that they tell of: without them it doesn't commit, and nothing is answered.
 *
 * @throws Fault UNAVAILABLE when the journal can't be written.
 */
export async function writeJournal(
  em: EntityManager,
  viewer: Viewer | undefined,
  trace: RequestTrace,
  at: Temporal.Instant,
  entries: readonly JournalEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ kind, action, subjects, outcome, reason }) => ({
    id: newId(),
    at: at.toString(),
    account_id: viewer?.accountId ?? null,
    role: viewer?.role ?? null,
    office_id: viewer?.officeId ?? null,
    address: trace.address,
    request_id: trace.requestId,
    operation_name: trace.operationName,
    operation_hash: trace.operationHash,
    kind,
    action,
    subjects,
    outcome,
    reason: reason ?? null,
  }));
  try {
    await em.execute(
      `insert into audit.journal (${columns}) select ${columns} from json_populate_recordset(null::audit.journal, ?::json)`,
      [JSON.stringify(rows)],
    );
  } catch (cause) {
    throw new Fault('UNAVAILABLE', { cause });
  }
}
