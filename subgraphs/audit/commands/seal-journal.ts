import type { Job } from '../../kit/subgraph/definition.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Sealing } from '../../kit/seals/sealing.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { Seal } from '../model/seal.ts';
import { entriesWritten } from '../model/sealed-entries.ts';
import type { Written, WrittenEntry } from '../model/sealed-entries.ts';
import { leafOf, packLeaves } from '../seals/entry-leaf.ts';
import { signSeal } from '../seals/seal.ts';
import { lastHead, writeHeads } from './heads.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** How many lines one seal covers at the most, where no single transaction wrote more. */
const mostEntries = 10_000;

/**
 * The job that seals the journal: what is older than every transaction that runs, batch by batch, each seal naming the one before. Writers never wait for it. A
 * seal is its own record: a line of the journal for it would have to be sealed again, for ever. Without a key nothing is sealed; readiness says so.
 */
export const sealJournal: Job = async (context) => {
  const { sealing } = context.services;
  if (!sealing) return;
  while (await sealBatch(context, sealing));
  if (sealing.headsFolder) await writeMissingHeads(context, sealing.headsFolder);
};

/** Lines to be sealed together, and the transactions that wrote them. */
interface Batch {
  written: Written;
  entries: WrittenEntry[];
}

/** Seals the next batch; tells whether there was one. */
function sealBatch(context: Context, { key }: Sealing): Promise<boolean> {
  return transactionAs(context.orm, context.viewer, context.services.clock, async (em) => {
    // One sealer at a time: the next one goes on after this one.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('audit seals', 0))`);
    const [last = null] = await em.find(Seal, {}, { orderBy: { number: 'desc' }, limit: 1, exclude: ['leaves'] });
    const batch = await nextBatch(em, last);
    if (batch) {
      const { written, entries } = batch;
      const now = context.now();
      const leaves = entries.map((entry) => leafOf(entry));
      const times = entries.map(({ at }) => at).toSorted();
      const [firstAt, lastAt] = [times[0]!, times.at(-1)!];
      const number = (last?.number ?? 0) + 1;
      em.create(Seal, {
        number,
        epoch: written.epoch,
        fromTransaction: written.from,
        untilTransaction: written.until,
        firstAt: Temporal.Instant.from(firstAt),
        lastAt: Temporal.Instant.from(lastAt),
        sealedAt: now,
        leaves: packLeaves(leaves),
        jws: await signSeal(key, { number, previous: last?.jws ?? null, leaves, firstAt, lastAt }, now),
      });
      await em.flush();
    }
    return batch !== undefined;
  });
}

/** The lines that come next; nothing when there are none yet. An epoch that another one followed is complete. */
async function nextBatch(em: Reads, last: Pick<Seal, 'epoch' | 'untilTransaction'> | null): Promise<Batch | undefined> {
  let epoch = last?.epoch ?? (await epochAfter(em, 0));
  while (epoch !== undefined) {
    const from = epoch === last?.epoch ? last.untilTransaction : '0';
    const later = await epochAfter(em, epoch);
    const until = later === undefined ? await oldestRunning(em) : largestTransaction;
    const found = await entriesWritten(em, { epoch, from, until }, mostEntries + 1);
    if (found.length > 0) return cutBatch(em, { epoch, from, until }, found);
    epoch = later;
  }
  return undefined;
}

/** As many of the lines as one seal covers. What one transaction wrote is sealed together. */
async function cutBatch(em: Reads, written: Written, found: WrittenEntry[]): Promise<Batch> {
  if (found.length <= mostEntries) return { written, entries: found };
  const beyond = found.at(-1)!.writtenBy;
  const whole = found.filter(({ writtenBy }) => writtenBy !== beyond);
  if (whole.length > 0) return { written: { ...written, until: beyond }, entries: whole };
  const one = { ...written, until: String(BigInt(beyond) + 1n) };
  return { written: one, entries: await entriesWritten(em, one) };
}

/** The first epoch after one that lines were written in. */
async function epochAfter(em: Reads, before: number): Promise<number | undefined> {
  const [next] = await em.execute<{ epoch: number }[]>(
    'select epoch from audit.journal where epoch > ? order by epoch limit 1',
    [before],
  );
  return next?.epoch;
}

/** Beyond every transaction there is. */
const largestTransaction = String(2n ** 64n - 1n);

/** The oldest transaction that runs: whatever older ones wrote is there for good, or never will be. */
async function oldestRunning(em: Reads): Promise<string> {
  const [snapshot] = await em.execute<{ oldest: string }[]>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as oldest',
  );
  return snapshot!.oldest;
}

/** Writes the signed heads that are not outside the database yet: after they are committed, so that none is there that the database doesn't hold. */
async function writeMissingHeads(context: Context, folder: string): Promise<void> {
  const reads = context.read();
  await reads.execute(`select pg_advisory_xact_lock(hashtextextended('audit seals', 0))`);
  const written = await lastHead(folder);
  const seals = await reads.find(
    Seal,
    { number: { $gt: written } },
    { fields: ['number', 'jws'], orderBy: { number: 'asc' } },
  );
  if (seals.length > 0) await writeHeads(folder, almatyDate(context.now()), seals);
  await context.endReading();
}
