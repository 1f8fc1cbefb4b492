import { readTexts } from '../../kit/commands/texts.ts';
import { forget, spend } from '../../kit/counters/counters.ts';
import type { Allowance, Spending } from '../../kit/counters/counters.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import { writeJournal } from '../../kit/journal/journal.ts';
import type { JournalEntry } from '../../kit/journal/journal.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { validateIin } from '../rules/number.ts';
import { allowanceOfNumber, allowancesOfAccount } from '../rules/verification-limits.ts';

/** What somebody says of a person. */
export interface Claim {
  iin: string;
  surname: string;
  birthDate: Temporal.PlainDate;
}

/**
 * Whether a number, a surname and a date of birth are of one person. Every attempt is counted before anything is looked at, and journalled, also those that
 * are refused.
 *
 * @throws Fault RATE_LIMITED when the account, or all accounts on this number, asked too often; `retryAfter` seconds later it goes on.
 */
export async function verifyIin(context: Context, given: Claim): Promise<boolean> {
  // Whoever isn't let in must not use up what others may ask. Ended again: nobody who holds a connection waits for another to count on.
  await context.read();
  await context.endReading();
  try {
    await count(context, allowancesOfAccount(context.viewer!.accountId));
    const claim = readClaim(context, given);
    const ofNumber = allowanceOfNumber(claim.iin);
    const [spending] = await count(context, [ofNumber]);
    const record = await look(context, claim);
    // A match is no mismatch. After one it stays counted: to whoever was wrong before, the number would answer again, and so tell that it is somebody's.
    if (record && spending!.remaining === ofNumber.most - 1) await forget(context.orm.em.fork(), ofNumber.of);
    return record !== null;
  } catch (error) {
    if (error instanceof Fault) await journal(context, { kind: 'REFUSAL', subjects: [], outcome: error.code });
    throw error;
  }
}

/** Counts one attempt in each allowance, outside any transaction: it stays counted. */
async function count(context: Context, allowances: readonly Allowance[]): Promise<Spending[]> {
  const now = context.now();
  const spendings: Spending[] = [];
  for (const allowance of allowances) spendings.push(await spend(context.orm.em.fork(), allowance, now));
  const waits = spendings.filter(({ allowed }) => !allowed).map(({ endsAt }) => now.until(endsAt).total('seconds'));
  if (waits.length > 0) throw new Fault('RATE_LIMITED', { extensions: { retryAfter: Math.ceil(Math.max(...waits)) } });
  return spendings;
}

function readClaim(context: Context, given: Claim): Claim {
  const { input: claim, problems } = readTexts(given);
  const number = validateIin(claim.iin, { today: almatyDate(context.now()) });
  refuseProblems([
    ...(number.ok ? [] : number.problems.map((problem) => ({ ...problem, path: ['iin'] }))),
    ...(claim.surname === '' ? [{ code: 'TEXT_EMPTY', path: ['surname'] }] : []),
    ...problems,
  ]);
  return claim;
}

/** The id of the record that it is about, if there is one: the database compares and tells no more. */
async function look(context: Context, { iin, surname, birthDate }: Claim): Promise<string | null> {
  const em = await context.read();
  const [answer] = await em.execute<{ record: string | null }[]>('select iin.verify(?, ?, ?) as record', [
    iin,
    surname,
    birthDate.toString(),
  ]);
  const { record } = answer!;
  await journal(context, { kind: 'READING', subjects: record ? [record] : [], outcome: 'DONE' });
  return record;
}

async function journal(context: Context, entry: Omit<JournalEntry, 'action'>): Promise<void> {
  const { viewer, caller } = context;
  const entries = [{ ...entry, action: 'verifyIin' }];
  await writeJournal(await context.read(), viewer, caller.trace, context.now(), entries);
  await context.endReading();
}
