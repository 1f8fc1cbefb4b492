import { readTexts } from '../../kit/commands/texts.ts';
import { spend } from '../../kit/counters/counters.ts';
import type { Spending } from '../../kit/counters/counters.ts';
import { refuseOverspending } from '../../kit/counters/rate-limited.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { writeJournal } from '../../kit/journal/journal.ts';
import type { JournalEntry } from '../../kit/journal/journal.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { validateIin } from '../rules/number.ts';
import { allowancesOfAccount, mismatchesOfNumber } from '../rules/verification-limits.ts';

/** What somebody says of a person. */
export interface Claim {
  iin: string;
  surname: string;
  birthDate: Temporal.PlainDate;
}

/**
 * Whether a number, a surname and a date of birth are of one person. Every attempt of the account is counted before anything is looked at, every mismatch
 * before it is told; all of them are journalled, also those that are refused.
 *
 * @throws Fault RATE_LIMITED when the account asked, or all accounts were wrong about this number, too often; `retryAfter` seconds later it goes on.
 */
export async function verifyIin(context: Context, given: Claim): Promise<boolean> {
  try {
    await countAttempt(context);
    const record = await look(context, readClaim(context, given));
    await journal(context, { kind: 'READING', subjects: record ? [record] : [], outcome: 'DONE' });
    return record !== null;
  } catch (error) {
    if (error instanceof Fault) await journal(context, { kind: 'REFUSAL', subjects: [], outcome: error.code });
    throw error;
  }
}

/** Outside any transaction, so that it stays counted; and before one begins: nobody who holds a connection waits for another. */
async function countAttempt(context: Context): Promise<void> {
  const now = context.now();
  const spendings: Spending[] = [];
  for (const allowance of allowancesOfAccount(context.viewer!.accountId))
    spendings.push(await spend(context.orm.em.fork(), allowance, now));
  for (const spending of spendings) refuseOverspending(spending, now);
}

function readClaim(context: Context, given: Claim): Claim {
  const { input: claim, problems } = readTexts(given);
  refuseProblems([...claimProblems(claim, almatyDate(context.now())), ...problems]);
  return claim;
}

/** What is wrong with what somebody says of a person. */
export function claimProblems({ iin, surname }: Claim, today: Temporal.PlainDate): Problem[] {
  const number = validateIin(iin, { today });
  return [
    ...(number.ok ? [] : number.problems.map((problem) => ({ ...problem, path: ['iin'] }))),
    ...(surname === '' ? [{ code: 'TEXT_EMPTY', path: ['surname'] }] : []),
  ];
}

/**
 * The id of the record that it is about, if there is one: the database compares and tells no more. It is counted as a mismatch first and uncounted when it
 * was none, so whoever asks about the same number at the same moment waits for this one.
 */
async function look(context: Context, { iin, surname, birthDate }: Claim): Promise<string | null> {
  const em = await context.read();
  await em.execute('savepoint uncounted');
  refuseOverspending(await spend(em, mismatchesOfNumber(iin), context.now()), context.now());
  const [answer] = await em.execute<{ record: string | null }[]>('select iin.verify(?, ?, ?) as record', [
    iin,
    surname,
    birthDate.toString(),
  ]);
  const { record } = answer!;
  if (record) await em.execute('rollback to savepoint uncounted');
  return record;
}

/** Commits what was counted along with the line; only then is anything answered. */
async function journal(context: Context, entry: Omit<JournalEntry, 'action'>): Promise<void> {
  const { viewer, caller } = context;
  const entries = [{ ...entry, action: 'verifyIin' }];
  await writeJournal(await context.read(), viewer, caller.trace, context.now(), entries);
  await context.endReading();
}
