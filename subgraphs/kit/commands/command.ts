import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault, refuseProblems } from '../errors/fault.ts';
import { isId } from '../ids.ts';
import { writeJournal } from '../journal/journal.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { transactionAs } from '../orm/database.ts';
import { databaseFailure } from '../orm/failures.ts';
import type { Context } from '../subgraph/context.ts';
import type { SubgraphName } from '../subgraph/definition.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { readTexts } from './texts.ts';

/** What every mutation's input may carry. */
export interface CommandInput {
  /** Chosen by the client; a repeat with the same key finds the same outcome and changes nothing. */
  idempotencyKey?: string | null;
}

/** What a command led to: enough to read it again, with the rights of whoever asks then. */
export interface Outcome {
  /** The type of what came out, such as `IinApplication` or `AcceptanceRefusal`. */
  kind: string;
  id: string;
  /** Whom or what else it concerns, such as the person: the journal is found by these ids too. */
  concerns?: readonly string[];
  /** What its line of the journal tells of, where it isn't what other commands' lines do. */
  told?: JournalEntry['kind'];
  /** Why, where the input doesn't tell it in codes. */
  reason?: string;
}

/** What a command works with inside its transaction. */
export interface CommandSession {
  em: EntityManager;
  viewer: Viewer;
  /** The one moment at which the whole command happens. */
  now: Temporal.Instant;
  context: Context;
}

/**
 * Runs a command: one transaction that knows the viewer, looks at the idempotency key, does the work and writes the journal. A refused attempt is
 * journalled in a transaction of its own.
 */
export async function runCommand<Input extends CommandInput>(
  context: Context,
  subgraph: SubgraphName,
  command: string,
  given: Input,
  work: (session: CommandSession, input: Input) => Promise<Outcome>,
): Promise<Outcome> {
  await context.endReading();
  const viewer = context.viewer;
  if (!viewer) throw new Fault('UNAUTHENTICATED');
  try {
    const { input, problems } = readTexts(given);
    refuseProblems(problems);
    return await transactionAs(context.orm, viewer, context.services.clock, (em) => {
      const session = { em, viewer, now: context.now(), context };
      return once(session, subgraph, command, input, () => work(session, input));
    });
  } catch (error) {
    await journalRefusal(error, viewer);
    throw error;
  }

  async function journalRefusal(error: unknown, viewer: Viewer): Promise<void> {
    const fault = databaseFailure(error);
    const code = fault instanceof Fault ? fault.code : 'INTERNAL_SERVER_ERROR';
    if (code === 'UNAUTHENTICATED' || code === 'UNAVAILABLE') return;
    const entry = { kind: 'REFUSAL' as const, action: command, subjects: idIn(given), outcome: code };
    await transactionAs(context.orm, viewer, context.services.clock, (em) =>
      writeJournal(em, viewer, context.caller.trace, context.now(), [entry]),
    );
  }
}

/** Does the work unless its key says that it was done; then the outcome is the one of then. A twin that arrives meanwhile waits here. */
async function once(
  session: CommandSession,
  subgraph: SubgraphName,
  command: string,
  input: CommandInput,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const { em, viewer, now } = session;
  const { idempotencyKey, ...rest } = input;
  if (!idempotencyKey) return finish(await work());
  const table = `${subgraph}.idempotency_key`;
  const key = [viewer.accountId, command, idempotencyKey];
  const hash = createHash('sha256').update(canonical(rest)).digest('hex');
  const [inserted] = await em.execute<object[]>(
    `insert into ${table} (account_id, command, key, input_hash, at) values (?, ?, ?, ?, ?) on conflict do nothing returning key`,
    [...key, hash, now.toString()],
  );
  if (inserted) {
    const outcome = await finish(await work());
    await em.execute(
      `update ${table} set outcome_kind = ?, outcome_id = ? where account_id = ? and command = ? and key = ?`,
      [outcome.kind, outcome.id, ...key],
    );
    return outcome;
  }
  const [earlier] = await em.execute<{ inputHash: string; kind: string; id: string }[]>(
    `select input_hash as "inputHash", outcome_kind as kind, outcome_id as id from ${table} where account_id = ? and command = ? and key = ?`,
    key,
  );
  if (earlier!.inputHash !== hash) throw new Fault('CONFLICT', { message: 'IDEMPOTENCY_KEY_REUSED' });
  return { kind: earlier!.kind, id: earlier!.id };

  async function finish(outcome: Outcome): Promise<Outcome> {
    await em.flush();
    const entry = {
      kind: outcome.told ?? kindOf(command, viewer),
      action: command,
      subjects: [outcome.id, ...(outcome.concerns ?? [])],
      outcome: 'DONE',
      reason: outcome.reason ?? reasonIn(rest),
    };
    await writeJournal(em, viewer, session.context.caller.trace, now, [entry]);
    return outcome;
  }
}

/** What a command's line tells of: that something was printed, that a job did something, or a command as such. */
function kindOf(command: string, { role }: Viewer): JournalEntry['kind'] {
  if (role === 'system') return 'JOB';
  return command.startsWith('print') ? 'PRINT' : 'COMMAND';
}

/** What a refused command was to change, when that is told by an id. */
function idIn(input: CommandInput & { id?: unknown }): string[] {
  return typeof input.id === 'string' && isId(input.id) ? [input.id] : [];
}

/** The fields of inputs in which an official says why, or to what end, in codes. */
const codedReasons = ['grounds', 'decision', 'outcome'] as const;

/** The reason in an input, in codes; reasons in words may name somebody, and stay with the case. */
function reasonIn(input: Partial<Record<(typeof codedReasons)[number], unknown>>): string | null {
  const given: unknown[] = codedReasons.flatMap((field) => input[field] ?? []);
  const codes = given.filter((code): code is string => typeof code === 'string' && /^[A-Z_]+$/.test(code));
  return codes.join(' ') || null;
}

/** An input as text that doesn't depend on the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  );
}

/** Refuses a change on top of a version that isn't the present one, and names that. */
export function expectVersion(current: number, expected: number): void {
  if (current !== expected) throw new Fault('CONFLICT', { extensions: { currentVersion: current } });
}
