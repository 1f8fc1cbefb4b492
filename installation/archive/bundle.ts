import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SealedEntry } from '../../subgraphs/audit/seals/entry-leaf.ts';
import type { SealedBatch } from '../../subgraphs/audit/seals/verify-seals.ts';

// The journal of a period with its seals, in one file: JSON, a value on each line. First what it is; then each seal, followed by its lines of the journal; then
// the lines that no seal covers; last how much there was, so that a file that was cut off is noticed.

/** The name of the format. */
export const bundleFormat = 'qonaq-journal-1';

/** What stands on a line of the file. */
export type BundleLine =
  | { format: typeof bundleFormat; from: string; until: string; exportedAt: string; after: number; toEnd: boolean }
  | { seal: { number: number; jws: string; leaves: string } }
  | { entry: SealedEntry }
  | { unsealed: SealedEntry }
  | { stray: SealedEntry }
  | { end: { seals: number; entries: number } };

/** A bundle that is read: what it says of itself, its seals, and after those are read, the lines that no seal covers and none will. */
export interface Bundle {
  after: number;
  toEnd: boolean;
  exportedAt: Temporal.Instant;
  batches: AsyncIterable<SealedBatch>;
  strays: readonly SealedEntry[];
  unsealed: () => number;
}

/**
 * Opens a bundle.
 *
 * @throws Error when it is none, or was cut off.
 */
export async function openBundle(file: string): Promise<Bundle> {
  const lines = linesOf(file);
  const { value: first } = await lines.next();
  if (!first || !('format' in first)) throw new Error(`${file} is no ${bundleFormat}.`);
  const strays: SealedEntry[] = [];
  let unsealed = 0;
  const { after, toEnd } = first;
  const exportedAt = Temporal.Instant.from(first.exportedAt);
  return { after, toEnd, exportedAt, batches: batches(), strays, unsealed: () => unsealed };

  async function* batches(): AsyncGenerator<SealedBatch> {
    let open: (Omit<SealedBatch, 'entries'> & { entries: SealedEntry[] }) | undefined;
    let ended = false;
    for await (const line of lines) {
      if ('seal' in line) {
        if (open) yield open;
        open = { ...line.seal, leaves: Buffer.from(line.seal.leaves, 'base64'), entries: [] };
      } else if ('entry' in line) open?.entries.push(line.entry);
      else if ('stray' in line) strays.push(line.stray);
      else if ('unsealed' in line) unsealed += 1;
      else if ('end' in line) ended = true;
    }
    if (!ended) throw new Error(`${file} was cut off.`);
    if (open) yield open;
  }
}

async function* linesOf(file: string): AsyncGenerator<BundleLine, undefined> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line) as BundleLine;
  return undefined;
}
