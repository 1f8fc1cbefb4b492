import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JWK } from 'jose';
import { newSealKey, publicKeysOf } from '../../subgraphs/kit/seals/sealing.ts';
import { leafOf, packLeaves } from '../../subgraphs/audit/seals/entry-leaf.ts';
import type { SealedEntry } from '../../subgraphs/audit/seals/entry-leaf.ts';
import { leafHash, merkleRoot } from '../../subgraphs/audit/seals/merkle.ts';
import { signSeal } from '../../subgraphs/audit/seals/seal.ts';
import { verifySeals } from '../../subgraphs/audit/seals/verify-seals.ts';
import type { SealedBatch, SealFindings } from '../../subgraphs/audit/seals/verify-seals.ts';

// Signed seals over the journal: what was changed, removed or put in is found, and where.

describe('A Merkle tree', () => {
  // The leaves and roots that the reference implementation of Certificate Transparency is tested with.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];

  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %d leaves has the root of RFC 6962', (size, root) => {
    const hashes = leaves.slice(0, size).map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
    expect(merkleRoot(hashes).toString('hex')).toBe(root);
  });
});

const idOf = (number: number) => `01964631-f000-7000-8000-${String(number).padStart(12, '0')}`;

/** The n-th line of the journal; a minute after the one before. */
function entry(number: number): SealedEntry {
  return {
    id: idOf(number),
    at: `2026-03-02T05:${String(number).padStart(2, '0')}:00.000000Z`,
    accountId: idOf(900),
    role: 'consul',
    officeId: null,
    address: '203.0.113.7',
    requestId: 'request',
    operationName: 'Applicant',
    operationHash: null,
    kind: 'READING',
    action: 'Applicant',
    subjects: [idOf(901), idOf(902)],
    outcome: 'DONE',
    reason: null,
  };
}

let key: JWK;
beforeAll(async () => {
  key = await newSealKey();
});

/** Four seals over three lines each, sealed as soon as they were written. */
async function sealed(by = key): Promise<SealedBatch[]> {
  const batches: SealedBatch[] = [];
  for (let number = 1; number <= 4; number += 1) {
    const entries = [1, 2, 3].map((each) => entry((number - 1) * 3 + each));
    const leaves = entries.map(leafOf);
    const [firstAt, lastAt] = [entries[0]!.at, entries.at(-1)!.at];
    const previous = batches.at(-1)?.jws ?? null;
    const jws = await signSeal(by, { number, previous, leaves, firstAt, lastAt }, Temporal.Instant.from(lastAt));
    batches.push({ number, jws, leaves: packLeaves(leaves), entries });
  }
  return batches;
}

const headsOf = (batches: readonly SealedBatch[]) => new Map(batches.map(({ number, jws }) => [number, jws]));

function verify(
  batches: SealedBatch[],
  heads = new Map<number, string>(),
  after = 0,
  exportedAt?: Temporal.Instant,
): Promise<SealFindings> {
  const keys = publicKeysOf({ key, formerKeys: [], headsFolder: undefined });
  async function* each() {
    yield* await Promise.resolve(batches);
  }
  return verifySeals(each(), { keys, heads }, { after, toEnd: true, ...(exportedAt && { exportedAt }) });
}

/** The batches, one of them changed. */
const changed = (batches: SealedBatch[], number: number, change: (entries: SealedEntry[]) => SealedEntry[]) =>
  batches.map((each) => (each.number === number ? { ...each, entries: change([...each.entries]) } : each));

test('What nobody touched is sound, from the beginning or from any seal on', async () => {
  const batches = await sealed();
  const none = { faults: [] };
  expect(await verify(batches, headsOf(batches))).toEqual({ seals: 4, entries: 12, ...none });
  expect(await verify(batches.slice(2), headsOf(batches), 2)).toEqual({ seals: 2, entries: 6, ...none });
  expect(await verify([])).toEqual({ seals: 0, entries: 0, ...none });
});

describe('Of a line', () => {
  const others: Partial<Record<keyof SealedEntry, unknown>> = {
    at: '2026-03-02T05:05:00.000001Z',
    accountId: idOf(903),
    role: 'auditor',
    officeId: idOf(904),
    address: null,
    requestId: 'another',
    operationName: null,
    operationHash: 'ab',
    kind: 'COMMAND',
    action: 'Document',
    subjects: [idOf(902), idOf(901)],
    outcome: 'FORBIDDEN',
    reason: 'because',
  };

  test.each(Object.entries(others))('%s that was changed is found', async (name, value) => {
    const batches = changed(await sealed(), 2, ([one, two, three]) => [one!, { ...two!, [name]: value }, three!]);
    expect((await verify(batches)).faults).toEqual([{ kind: 'ENTRY_CHANGED', seal: 2, entryId: idOf(5) }]);
  });

  test('every value is among them', () => {
    expect(Object.keys(others).toSorted()).toEqual(
      Object.keys(entry(1))
        .filter((name) => name !== 'id')
        .toSorted(),
    );
  });
});

test('A line that was removed, put in, put in twice, or exchanged with another one is found', async () => {
  const batches = await sealed();
  const faults = async (change: (entries: SealedEntry[]) => SealedEntry[]) =>
    (await verify(changed(batches, 3, change))).faults;
  expect(await faults(([one, , three]) => [one!, three!])).toEqual([
    { kind: 'ENTRY_REMOVED', seal: 3, entryId: idOf(8) },
  ]);
  expect(await faults((all) => [...all, entry(50)])).toEqual([{ kind: 'ENTRY_INSERTED', seal: 3, entryId: idOf(50) }]);
  expect(await faults((all) => [...all, all[0]!])).toEqual([{ kind: 'ENTRY_INSERTED', seal: 3, entryId: idOf(7) }]);
  expect(await faults(([one, two, three]) => [{ ...two!, id: one!.id }, { ...one!, id: two!.id }, three!])).toEqual([
    { kind: 'ENTRY_CHANGED', seal: 3, entryId: idOf(7) },
    { kind: 'ENTRY_CHANGED', seal: 3, entryId: idOf(8) },
  ]);
});

test('A line that was put in as if long ago, and sealed since, is found by its moment', async () => {
  const batches = (await sealed()).slice(0, 2);
  const old = { ...entry(50), at: '2026-03-01T05:00:00.000000Z' };
  const leaves = [leafOf(old)];
  const next = { number: 3, previous: batches[1]!.jws, leaves, firstAt: old.at, lastAt: old.at };
  const jws = await signSeal(key, next, Temporal.Instant.from('2026-03-02T06:00:00Z'));
  const { faults } = await verify([...batches, { number: 3, jws, leaves: packLeaves(leaves), entries: [old] }]);
  expect(faults).toEqual([{ kind: 'ENTRY_BACKDATED', seal: 3, entryId: idOf(50) }]);
});

describe('Of seals', () => {
  test('one that was removed is missing by its number, whoever closes the gap breaks the chain', async () => {
    const batches = await sealed();
    const without = batches.filter(({ number }) => number !== 2);
    expect((await verify(without)).faults).toEqual([{ kind: 'SEAL_REMOVED', seal: 2, entryId: null }]);
    const closed = without.map((each, index) => ({ ...each, number: index + 1 }));
    expect((await verify(closed)).faults).toEqual([
      { kind: 'SEAL_CHANGED', seal: 2, entryId: null },
      { kind: 'CHAIN_BROKEN', seal: 2, entryId: null },
      { kind: 'SEAL_CHANGED', seal: 3, entryId: null },
    ]);
  });

  test('the first one too', async () => {
    expect((await verify((await sealed()).slice(1))).faults).toEqual([
      { kind: 'SEAL_REMOVED', seal: 1, entryId: null },
    ]);
  });

  test('the end that was cut off is told by the heads outside, and by nothing else', async () => {
    const batches = await sealed();
    const cut = batches.slice(0, 2);
    expect((await verify(cut)).faults).toEqual([]);
    expect((await verify(cut, headsOf(batches))).faults).toEqual([
      { kind: 'END_CUT_OFF', seal: 3, entryId: null },
      { kind: 'END_CUT_OFF', seal: 4, entryId: null },
    ]);
  });

  test('a head that was signed after an export is of a seal that came later; one that was signed until then is not', async () => {
    const batches = await sealed();
    const cut = batches.slice(0, 2);
    // The third seal is of 05:09.
    const until = (time: string) => verify(cut, headsOf(batches), 0, Temporal.Instant.from(`2026-03-02T${time}Z`));
    expect((await until('05:08:59')).faults).toEqual([]);
    expect((await until('05:09:00')).faults).toEqual([{ kind: 'END_CUT_OFF', seal: 3, entryId: null }]);
    const forged = new Map([[3, (await sealed(await newSealKey()))[2]!.jws]]);
    const { faults } = await verify(cut, forged, 0, Temporal.Instant.from('2026-03-02T05:08:59Z'));
    expect(faults).toEqual([{ kind: 'END_CUT_OFF', seal: 3, entryId: null }]);
  });

  test('those of another key are none, also where everything was sealed anew', async () => {
    const batches = await sealed();
    const forged = await sealed(await newSealKey());
    const { faults } = await verify(forged, headsOf(batches));
    expect(faults).toEqual(
      [1, 2, 3, 4].flatMap((seal) => [
        { kind: 'SEAL_CHANGED', seal, entryId: null },
        { kind: 'HEAD_DIFFERS', seal, entryId: null },
      ]),
    );
  });

  test('leaves that were exchanged for those of the changed lines are not those that were signed', async () => {
    const [one, ...others] = await sealed();
    const entries = [{ ...one!.entries[0]!, outcome: 'FORBIDDEN' }, ...one!.entries.slice(1)];
    const { faults } = await verify([{ ...one!, entries, leaves: packLeaves(entries.map(leafOf)) }, ...others]);
    expect(faults).toEqual([{ kind: 'SEAL_CHANGED', seal: 1, entryId: null }]);
  });
});

test('Any byte of a seal that is changed is noticed', async () => {
  const batches = await sealed();
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 3 }),
      fc.constantFrom('jws' as const, 'leaves' as const),
      fc.nat(),
      async (index, part, place) => {
        const batch = batches[index]!;
        const bytes = Buffer.from(batch[part]);
        const at = place % bytes.length;
        // The last letter of a signature in base64url has bits that mean nothing.
        fc.pre(part === 'leaves' || at < bytes.length - 1);
        bytes[at] = bytes[at] === 65 ? 66 : 65;
        const touched = { ...batch, [part]: part === 'jws' ? bytes.toString('latin1') : bytes };
        const { faults } = await verify(batches.map((each) => (each === batch ? touched : each)));
        expect(faults.some(({ seal }) => seal === batch.number || seal === batch.number + 1)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
