import { createHash } from 'node:crypto';
import { allowancesOfAccount, mismatchesOfNumber } from '../../../subgraphs/kit/verification/limits.ts';
import type { Allowance } from '../../../subgraphs/kit/counters/counters.ts';
import type { Rows, Work } from './database.ts';

const operation = 'verifyIin';

/** A partner system verifies a number: counted by account, then by number until it was right. */
export const bareVerify: Work = async (database, viewer, told) => {
  const { iin, surname, birthDate } = told as Record<string, string>;
  await database.apart((rows) =>
    Promise.all(allowancesOfAccount(operation, viewer.account).map((allowance) => spend(rows, allowance, new Date()))),
  );
  return database.as(viewer, async ({ now, rows, journal }) => {
    const [, , [answer]] = await Promise.all([
      rows('savepoint uncounted'),
      spend(rows, mismatchesOfNumber(operation, iin!), now),
      rows<{ id: string | null }>('select iin.verify($1, $2, $3) as id', [iin, surname, birthDate]),
    ]);
    const id = answer!.id;
    await Promise.all([
      ...(id ? [rows('rollback to savepoint uncounted')] : []),
      journal({ kind: 'READING', action: operation, subjects: id ? [id] : [] }),
    ]);
    return { verifyIin: id ? 'MATCH' : 'NO_MATCH' };
  });
};

async function spend(rows: Rows, { of, most, seconds }: Allowance, now: Date): Promise<void> {
  const key = createHash('sha256').update(JSON.stringify(of)).digest('base64url');
  const [counted] = await rows<{ spent: number }>('select spent, ends_at from kit.spend($1, $2, $3, $4)', [
    key,
    most,
    seconds,
    now,
  ]);
  if (counted!.spent > most) throw new Error('Too often.');
}
