import { Fault } from '../errors/fault.ts';
import { newId } from '../ids.ts';
import type { Statement } from '../reading/batch.ts';
import type { Reads } from '../reading/reads.ts';
import { statementOf } from '../reading/reader.ts';
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
  /** Whether the bytes of what is shown leave, too. */
  download?: boolean | undefined;
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

/** What of an account a line tells: who acted, in which role, for which office. */
export type JournalActor = Pick<Viewer, 'accountId' | 'role' | 'officeId'>;

/** One line of the journal: what was done, read or tried. Values of personal data never stand in it. */
export interface JournalEntry {
  kind: (typeof journalKinds)[number];
  /** The command or the kind of thing that was read, such as `formIin` or `Applicant`. */
  action: string;
  /** The ids that were changed or shown. */
  subjects: readonly string[];
  /** `DONE`, or the error code of a refusal. */
  outcome: string;
  /** Why: in codes, since what an official put into words may name somebody; of a disclosure, what the auditor wrote. */
  reason?: string | null;
}

const columns =
  'id, at, account_id, role, office_id, address, request_id, operation_name, operation_hash, kind, action, subjects, outcome, reason';

const insertion = `insert into audit.journal (${columns}) select ${columns} from json_populate_recordset(null::audit.journal, ?::json)`;

/** The statement that writes lines of the journal, for the transaction that they tell of. */
export function writingOf(
  viewer: JournalActor | undefined,
  trace: RequestTrace,
  at: Temporal.Instant,
  entries: readonly JournalEntry[],
): Statement {
  return statementOf(insertion, [linesOf(viewer, trace, at, entries)]);
}

/**
 * Writes lines of the journal in the transaction that they tell of: without them it doesn't commit, and nothing is answered.
 *
 * @throws Fault UNAVAILABLE when the journal can't be written.
 */
export async function writeJournal(
  transaction: Pick<Reads, 'execute'>,
  viewer: JournalActor | undefined,
  trace: RequestTrace,
  at: Temporal.Instant,
  entries: readonly JournalEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  try {
    await transaction.execute(insertion, [linesOf(viewer, trace, at, entries)]);
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault('UNAVAILABLE', { cause });
  }
}

function linesOf(
  viewer: JournalActor | undefined,
  trace: RequestTrace,
  at: Temporal.Instant,
  entries: readonly JournalEntry[],
): string {
  return JSON.stringify(
    entries.map(({ kind, action, subjects, outcome, reason = null }) => ({
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
      reason,
    })),
  );
}
