import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** How often something may happen: so many times in a window that begins with the first one. */
export interface Allowance {
  /** What is counted, and for whom, such as `verifyIin` and an account. */
  of: readonly string[];
  most: number;
  /** The window's length, in seconds. */
  seconds: number;
}

/** What is left of an allowance. */
export interface Spending {
  allowed: boolean;
  remaining: number;
  /** When the window ends, and the whole allowance is there again. */
  endsAt: Temporal.Instant;
}

/** What sends the statement. Outside any transaction what was counted stays counted, whatever becomes of the request. */
type Database = Pick<SqlEntityManager, 'execute'>;

/** Counts one more, for all processes together. */
export async function spend(
  database: Database,
  { of, most, seconds }: Allowance,
  now: Temporal.Instant,
): Promise<Spending> {
  const [counted] = await database.execute<{ spent: number; endsAt: string | Date }[]>(
    'select spent, ends_at as "endsAt" from kit.spend(?, ?, ?, ?)',
    [countedAs(of), most, seconds, now.toString()],
  );
  const { spent, endsAt } = counted!;
  return {
    allowed: spent <= most,
    remaining: Math.max(0, most - spent),
    endsAt: Temporal.Instant.fromEpochMilliseconds(new Date(endsAt).getTime()),
  };
}

/** Gives an allowance back whole, after an attempt that succeeded. */
export async function forget(database: Database, of: readonly string[]): Promise<void> {
  await database.execute('select kit.forget_counter(?)', [countedAs(of)]);
}

/** The key of a counter. Hashed: who is counted may be a person's number or address, and belongs to nobody who reads the table. */
export function countedAs(of: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url');
}
