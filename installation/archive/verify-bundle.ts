import type { JWK } from 'jose';
import { readHeads } from '../../subgraphs/audit/commands/heads.ts';
import { verifySeals } from '../../subgraphs/audit/seals/verify-seals.ts';
import { openBundle } from './bundle.ts';

/** What a bundle is found to be. */
export interface BundleFindings {
  /** All that is wrong, a line each, with its place. */
  faults: string[];
  /** What was looked at, in a line. */
  summary: string;
}

/** Verifies an exported journal with the public keys, and with the signed heads of a folder where there is one; without the product and its database. */
export async function verifyBundle(
  file: string,
  keys: readonly JWK[],
  headsFolder: string | undefined,
): Promise<BundleFindings> {
  const heads = headsFolder ? await readHeads(headsFolder) : new Map<number, string>();
  const bundle = await openBundle(file);
  const { seals, entries, faults } = await verifySeals(bundle.batches, { keys, heads }, bundle);
  const strays = bundle.strays.map(({ id }) => ({ kind: 'ENTRY_INSERTED', seal: null, entryId: id }));
  const told = [...faults, ...strays].map(({ kind, seal, entryId }) =>
    [kind, seal !== null && `seal ${seal}`, entryId && `line ${entryId}`].filter(Boolean).join(', '),
  );
  const compared = headsFolder
    ? `${heads.size} heads from outside compared`
    : 'no heads from outside: that the end was cut off would not be found';
  const result = told.length === 0 ? 'Sound.' : `${told.length} faults.`;
  const summary = `${seals} seals over ${entries} lines; ${bundle.unsealed()} lines not sealed yet; exported ${String(bundle.exportedAt)}; ${compared}. ${result}`;
  return { faults: told, summary };
}
