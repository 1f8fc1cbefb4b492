import { readTexts } from '../commands/texts.ts';
import { countedAs } from '../counters/counters.ts';
import { rateLimited } from '../counters/rate-limited.ts';
import { Fault, refuseProblems } from '../errors/fault.ts';
import type { Problem } from '../errors/fault.ts';
import { writeJournal } from '../journal/journal.ts';
import type { JournalEntry } from '../journal/journal.ts';
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
export interface Verification {
  /** The operation, as it is counted and journalled. */
  operation: string;
  /** What is wrong with a claim on a day. */
  problemsOf: (claim: Claim, today: Temporal.PlainDate) => Problem[];
  /**
   * The statement that has the database compare the number (`$1`), the surname (`$2`) and the date of birth (`$3`), which tells no more: what is to be told
   * of the one person whose they all are, as JSON, or nothing.
   */
  comparison: string;
}

/**
 * Whether a number, a surname and a date of birth are of one person, and what is to be told of that one. Every attempt of the account is counted before
 * anything is looked at, every mismatch before it is told; all of them are journalled, also those that are refused.
 *
 * @throws Fault RATE_LIMITED when the account asked, or all accounts were wrong about this number, too often; `retryAfter` seconds later it goes on.
 */
export async function verifyClaim<Found extends { id: string }>(
  context: Context,
  verification: Verification,
  given: Claim,
): Promise<Found | null> {
  const { operation } = verification;
  try {
    const found = await look<Found>(context, verification, given);
    await journal(context, { kind: 'READING', action: operation, subjects: found ? [found.id] : [], outcome: 'DONE' });
    return found;
  } catch (error) {
    if (error instanceof Fault)
      await journal(context, { kind: 'REFUSAL', action: operation, subjects: [], outcome: error.code });
    throw error;
  }
}

/** A claim that can't be right is counted, and not compared. */
async function look<Found>(
  context: Context,
  { operation, problemsOf, comparison }: Verification,
  given: Claim,
): Promise<Found | null> {
  const now = context.now();
  const { input: claim, problems } = readTexts(given);
  const faults = [...problemsOf(claim, almatyDate(now)), ...problems];
  const attempts = allowancesOfAccount(operation, context.viewer!.accountId).map(counted);
  const mismatches = counted(mismatchesOfNumber(operation, claim.iin));
  const compared =
    faults.length > 0 ? [null, null, null, null] : [comparison, claim.iin, claim.surname, claim.birthDate];
  const [told] = await context
    .read()
    .execute<{ answer: Found | null; againAt: string | null }[]>(
      'select answer, again_at as "againAt" from kit.verify_claim(?, ?, ?, ?, ?, ?, ?)',
      [JSON.stringify(attempts), JSON.stringify(mismatches), ...compared, now.toString()],
    );
  const { answer, againAt } = told!;
  if (againAt !== null) throw rateLimited(now.until(Temporal.Instant.from(againAt)).total('seconds'));
  refuseProblems(faults);
  return answer;
}

function counted({ of, most, seconds }: ReturnType<typeof mismatchesOfNumber>) {
  return { key: countedAs(of), most, seconds };
}

/** Commits what was counted along with the line; only then is anything answered. */
async function journal(context: Context, entry: JournalEntry): Promise<void> {
  const { viewer, caller } = context;
  await writeJournal(context.read(), viewer, caller.trace, context.now(), [entry]);
  await context.endReading();
}
