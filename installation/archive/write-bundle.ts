import { open } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sealsOfPeriod } from '../../subgraphs/audit/model/seal.ts';
import { sealedBatches } from '../../subgraphs/audit/model/sealed-batches.ts';
import { strayEntries, unsealedEntries } from '../../subgraphs/audit/model/sealed-entries.ts';
import { bundleFormat } from './bundle.ts';
import type { BundleLine } from './bundle.ts';

/** A period, its end excluded. */
export interface Period {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

/** Writes the journal of a period with its seals to a new file: every seal that covers a line of it, with all that it covers; and what is not sealed yet. */
export async function writeBundle(
  em: EntityManager,
  path: string,
  { from, until }: Period,
  now: Temporal.Instant,
): Promise<{ seals: number; entries: number }> {
  const written = { seals: 0, entries: 0 };
  const { first, last, newest } = await sealsOfPeriod(em, from, until);
  const after = first - 1;
  const toEnd = last === newest;
  const file = await open(path, 'wx', 0o600);
  const line = (value: BundleLine) => file.write(`${JSON.stringify(value)}\n`);
  try {
    const [begins, ends, exportedAt] = [from, until, now].map(String) as [string, string, string];
    await line({ format: bundleFormat, from: begins, until: ends, exportedAt, after, toEnd });
    for await (const { number, jws, leaves, entries } of sealedBatches(em, { after, until: last })) {
      await line({ seal: { number, jws, leaves: Buffer.from(leaves).toString('base64') } });
      for (const entry of entries) await line({ entry });
      written.seals += 1;
      written.entries += entries.length;
    }
    for (const stray of await strayEntries(em)) await line({ stray });
    if (toEnd) for (const unsealed of await unsealedEntries(em)) await line({ unsealed });
    await line({ end: written });
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}
