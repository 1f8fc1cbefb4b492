import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { boundedFetch } from './bounded-fetch.ts';
import { nextList } from './crl.ts';
import type { RevocationProof, RevocationSource } from './revocation.ts';

/** Lists that are at hand, in DER. */
export function givenLists(lists: readonly Uint8Array[]): RevocationSource {
  const proofs = lists.map((bytes): RevocationProof => ({ kind: 'CRL', bytes }));
  return () => Promise.resolve(proofs);
}

/** The lists in a folder (`*.crl`, in DER). Who puts a newer file there need not restart anything. */
export function listsInFolder(folder: string): RevocationSource {
  const read = new Map<string, { changed: number; bytes: Uint8Array }>();
  return async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.crl'));
    for (const file of read.keys()) if (!names.includes(basename(file))) read.delete(file);
    return Promise.all(names.map(async (name) => ({ kind: 'CRL' as const, bytes: await current(join(folder, name)) })));
  };

  async function current(file: string): Promise<Uint8Array> {
    const { mtimeMs: changed } = await stat(file);
    const known = read.get(file);
    if (known?.changed === changed) return known.bytes;
    const bytes = await readFile(file);
    read.set(file, { changed, bytes });
    return bytes;
  }
}

/** The lists of a big authority have tens of megabytes. */
const mostBytes = 64 * 1024 * 1024;
const deadline = 20_000;

/** For how long a fetched list is used before it is asked for again: authorities renew lists long before the date that they write into them. */
const freshFor = Temporal.Duration.from({ hours: 1 });

/**
 * Lists that authorities publish at addresses. A list is kept for an hour, but not beyond the moment when the next one is due; when a
 * newer one can't be had, the old one stays, and counts as long as lists may.
 */
export function publishedLists(urls: readonly string[]): RevocationSource {
  const sources = urls.map(publishedList);
  return async (...question) => (await Promise.all(sources.map((source) => source(...question)))).flat();
}

function publishedList(url: string): RevocationSource {
  let held: { bytes: Uint8Array; until: Temporal.Instant } | undefined;
  let asked: ReturnType<typeof boundedFetch> | undefined;

  return async (_certificate, _issuer, moment) => {
    if (!held || Temporal.Instant.compare(held.until, moment) <= 0) {
      // Many signatures at once ask once.
      asked ??= boundedFetch(url, { deadline, mostBytes }).finally(() => (asked = undefined));
      const answer = await asked;
      if (answer?.status === 200) {
        held = { bytes: answer.bytes, until: soonest(moment.add(freshFor), nextList(answer.bytes)) };
      }
    }
    return held ? [{ kind: 'CRL', bytes: held.bytes }] : [];
  };
}

function soonest(one: Temporal.Instant, other: Temporal.Instant | undefined): Temporal.Instant {
  return other && Temporal.Instant.compare(other, one) < 0 ? other : one;
}
