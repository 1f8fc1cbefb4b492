import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt } from 'jose';

/** A seal's number, and the seal. */
export interface Head {
  number: number;
  jws: string;
}

/** Signed heads outside the database, a file for each day: `2026-11-26.txt`, a seal on each line. */
const headsFile = /^\d{4}-\d{2}-\d{2}\.txt$/;

/** Writes heads to the file of a day, on the disk before it returns. */
export async function writeHeads(folder: string, day: Temporal.PlainDate, heads: readonly Head[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, `${day.toString()}.txt`), 'a', 0o644);
  try {
    await file.writeFile(heads.map(({ jws }) => `${jws}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** All heads in a folder, by number; a line that was cut off by a crash is none. Where there are two of a number, the first one was there before. */
export async function readHeads(folder: string): Promise<Map<number, string>> {
  const heads = new Map<number, string>();
  for (const name of (await filesOf(folder)).toSorted()) {
    for (const jws of (await readFile(join(folder, name), 'utf8')).split('\n')) {
      const number = numberOf(jws);
      if (number !== undefined && !heads.has(number)) heads.set(number, jws);
    }
  }
  return heads;
}

/** The number of the last head that was written; 0 when there is none. */
export async function lastHead(folder: string): Promise<number> {
  const last = (await filesOf(folder)).toSorted().at(-1);
  if (!last) return 0;
  const lines = (await readFile(join(folder, last), 'utf8')).split('\n');
  return Math.max(0, ...lines.map((jws) => numberOf(jws) ?? 0));
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => headsFile.test(name));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

/** What the head says that its number is; whether that is so, its signature tells. */
function numberOf(jws: string): number | undefined {
  try {
    const { number } = decodeJwt<{ number?: number }>(jws);
    return Number.isSafeInteger(number) ? number : undefined;
  } catch {
    return undefined;
  }
}
