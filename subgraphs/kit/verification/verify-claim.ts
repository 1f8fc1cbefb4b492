import { readTexts } from '../commands/texts.ts';
import { spend } from '../counters/counters.ts';
import type { Spending } from '../counters/counters.ts';
import { refuseOverspending } from '../counters/rate-limited.ts';
import { Fault, refuseProblems } from '../errors/fault.ts';
import type { Problem } from '../errors/fault.ts';
import { writeJournal } from '../journal/journal.ts';
import type { JournalEntry } from '../journal/journal.ts';
import type { Reads } from '../reading/reads.ts';
import type { Context } from '../subgraph/context.ts';
import { almatyDate } from '../terms/calendar.ts';
import { allowancesOfAccount, mismatchesOfNumber } from './limits.ts';

/** What somebody says of a person. */
export interface Claim {
  iin: string;
  surname: string;
  birthDate: Temporal.PlainDate;
}

/** A way to verify somebody without seeing them. */
export interface Verification<Found> {
  /** The operation, as it is counted and journalled. */
  operation: string;
  /** What is wrong with a claim on a day. */
  problemsOf: (claim: Claim, today: Temporal.PlainDate) => Problem[];
  /** Has the database compare, which tells no more; nothing when the number, the surname and the date of birth aren't of one person. */
  compare: (reads: Reads, claim: Claim) => Promise<Found | null>;
}

/**
 * Whether a number, a surname and a date of birth are of one person, and what is to be told of that one. Every attempt of the account is counted before
 * anything is looked at, every mismatch before it is told; all of them are journalled, also those that are refused.
 *
 * @throws Fault RATE_LIMITED when the account asked, or all accounts were wrong about this number, too often; `retryAfter` seconds later it goes on.
 */
export async function verifyClaim<Found extends { id: string }>(
  context: Context,
  verification: Verification<Found>,
  given: Claim,
): Promise<Found | null> {
  const { operation } = verification;
  try {
    await countAttempt(context, operation);
    const found = await look(context, verification, readClaim(context, verification, given));
    await journal(context, { kind: 'READING', action: operation, subjects: found ? [found.id] : [], outcome: 'DONE' });
    return found;
  } catch (error) {
    if (error instanceof Fault)
      await journal(context, { kind: 'REFUSAL', action: operation, subjects: [], outcome: error.code });
    throw error;
  }
}

/** Outside any transaction, so that it stays counted; and before one begins: nobody who holds a connection waits for another. */
async function countAttempt(context: Context, operation: string): Promise<void> {
  const now = context.now();
  const spendings: Spending[] = [];
  for (const allowance of allowancesOfAccount(operation, context.viewer!.accountId))
    spendings.push(await spend(context.orm.em.fork(), allowance, now));
  for (const spending of spendings) refuseOverspending(spending, now);
}

function readClaim(context: Context, { problemsOf }: Verification<unknown>, given: Claim): Claim {
  const { input: claim, problems } = readTexts(given);
  refuseProblems([...problemsOf(claim, almatyDate(context.now())), ...problems]);
  return claim;
}

/**
 * It is counted as a mismatch first and uncounted when it was none, so whoever asks about the same number at the same moment waits for this one.
 */
async function look<Found>(
  context: Context,
  { operation, compare }: Verification<Found>,
  claim: Claim,
): Promise<Found | null> {
  const reads = context.read();
  await reads.execute('savepoint uncounted');
  refuseOverspending(await spend(reads, mismatchesOfNumber(operation, claim.iin), context.now()), context.now());
  const found = await compare(reads, claim);
  if (found) await reads.execute('rollback to savepoint uncounted');
  return found;
}

/** Commits what was counted along with the line; only then is anything answered. */
async function journal(context: Context, entry: JournalEntry): Promise<void> {
  const { viewer, caller } = context;
  await writeJournal(context.read(), viewer, caller.trace, context.now(), [entry]);
  await context.endReading();
}
