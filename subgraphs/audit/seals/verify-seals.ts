import type { JWK } from 'jose';
import { leafOf, unpackLeaves } from './entry-leaf.ts';
import type { SealedEntry } from './entry-leaf.ts';
import { openSeal, rootOf, sealHash } from './seal.ts';
import type { SealStatement } from './seal.ts';

/** What can be wrong with the journal. */
export const sealFaults = [
  'ENTRY_CHANGED',
  'ENTRY_REMOVED',
  'ENTRY_INSERTED',
  'ENTRY_BACKDATED',
  'SEAL_CHANGED',
  'SEAL_REMOVED',
  'CHAIN_BROKEN',
  'HEAD_DIFFERS',
  'END_CUT_OFF',
] as const;

/** Something that is wrong, and where. */
export interface SealFault {
  kind: (typeof sealFaults)[number];
  /** The number of the seal; none for a line that no seal covers. */
  seal: number | null;
  /** The line of the journal. */
  entryId: string | null;
}

/** A seal, and the lines that the journal holds in its place now. */
export interface SealedBatch {
  number: number;
  jws: string;
  leaves: Uint8Array;
  entries: readonly SealedEntry[];
}

/** What seals are verified with. */
export interface Verifiers {
  keys: readonly JWK[];
  /** The signed heads that were written outside the database, by number; none when they are not at hand. */
  heads: ReadonlyMap<number, string>;
}

/** What was found. */
export interface SealFindings {
  seals: number;
  entries: number;
  faults: SealFault[];
}

/** How much later than it happened a line can come into the journal: the longest transaction, and clocks that differ. */
const longestDelay = { hours: 1 };

/** Which seals are there to be verified. */
export interface Verified {
  /** They begin after this number; 0 is before the first one. */
  after: number;
  /** Whether the last seal that there is comes last: then a head beyond it tells that the end was cut off. */
  toEnd: boolean;
  /** When they were exported: a head that was signed after it is of a seal that came later. */
  exportedAt?: Temporal.Instant;
}

/** Verifies seals in their order, with the lines of each: the signature, the chain, the lines one by one, the heads outside. */
export async function verifySeals(
  batches: AsyncIterable<SealedBatch>,
  { keys, heads }: Verifiers,
  { after, toEnd, exportedAt }: Verified,
): Promise<SealFindings> {
  const findings: SealFindings = { seals: 0, entries: 0, faults: [] };
  let before: { number: number; jws: string | undefined; statement?: SealStatement | undefined } = {
    number: after,
    jws: heads.get(after),
  };
  for await (const batch of batches) {
    const { number, jws, entries } = batch;
    findings.seals += 1;
    findings.entries += entries.length;
    const statement = await openSeal(keys, jws);
    findings.faults.push(...missingBetween(before.number, number), ...sealFaultsOf(batch, statement, heads));
    if (statement && before.number === number - 1 && !follows(statement, before.jws))
      findings.faults.push(fault('CHAIN_BROKEN', number));
    findings.faults.push(...entryFaults(batch, before.statement));
    before = { number, jws, statement };
  }
  if (toEnd)
    for (const number of [...heads.keys()].filter((each) => each > before.number).toSorted((one, other) => one - other))
      if (!isLater(await openSeal(keys, heads.get(number)!), exportedAt))
        findings.faults.push(fault('END_CUT_OFF', number));
  return findings;
}

/** Whether what is signed says that it was sealed after a moment. */
function isLater(statement: SealStatement | undefined, moment: Temporal.Instant | undefined): boolean {
  if (!statement || !moment) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(statement.sealedAt), moment) > 0;
}

function fault(kind: SealFault['kind'], seal: number | null, entryId: string | null = null): SealFault {
  return { kind, seal, entryId };
}

/** Whether a seal names the one before; that one isn't at hand where only a part is verified. */
function follows({ number, previous }: SealStatement, before: string | undefined): boolean {
  if (number === 1) return previous === null;
  return before === undefined || previous === sealHash(before);
}

function missingBetween(last: number, number: number): SealFault[] {
  return Array.from({ length: Math.max(0, number - last - 1) }, (_, index) => fault('SEAL_REMOVED', last + 1 + index));
}

function sealFaultsOf(
  { number, jws, leaves }: SealedBatch,
  statement: SealStatement | undefined,
  heads: ReadonlyMap<number, string>,
): SealFault[] {
  const kept = unpackLeaves(leaves);
  const sound = statement?.number === number && statement.entries === kept.length && statement.root === rootOf(kept);
  const head = heads.get(number);
  return [
    ...(sound ? [] : [fault('SEAL_CHANGED', number)]),
    ...(head === undefined || head === jws ? [] : [fault('HEAD_DIFFERS', number)]),
  ];
}

/** Line by line: what was sealed, against what is there now. */
function entryFaults({ number, leaves, entries }: SealedBatch, before: SealStatement | undefined): SealFault[] {
  const now = new Map(entries.map((entry) => [entry.id, entry]));
  const sealed = new Map(unpackLeaves(leaves).map(({ id, hash }) => [id, hash]));
  const earliest = before && Temporal.Instant.from(before.sealedAt).subtract(longestDelay);
  const gone = [...sealed.keys()].filter((id) => !now.has(id)).map((id) => fault('ENTRY_REMOVED', number, id));
  const seen = new Set<string>();
  const there = entries.map((entry) => {
    const hash = sealed.get(entry.id);
    const again = seen.has(entry.id);
    seen.add(entry.id);
    if (!hash || again) return fault('ENTRY_INSERTED', number, entry.id);
    if (!leafOf(entry).hash.equals(hash)) return fault('ENTRY_CHANGED', number, entry.id);
    const late = earliest && Temporal.Instant.compare(Temporal.Instant.from(entry.at), earliest) < 0;
    return late ? fault('ENTRY_BACKDATED', number, entry.id) : undefined;
  });
  return [...gone, ...there.filter((each) => each !== undefined)];
}
