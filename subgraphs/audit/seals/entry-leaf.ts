import { leafHash } from './merkle.ts';

/** A line of the journal as it is sealed and exported: all that it says, as texts. */
export interface SealedEntry {
  id: string;
  /** UTC, RFC 3339 with microseconds. */
  at: string;
  accountId: string | null;
  role: string | null;
  officeId: string | null;
  address: string | null;
  requestId: string;
  operationName: string | null;
  operationHash: string | null;
  kind: string;
  action: string;
  subjects: string[];
  outcome: string;
  reason: string | null;
}

/** The columns of a line, in the order in which they are sealed. */
const sealed = [
  'id',
  'at',
  'accountId',
  'role',
  'officeId',
  'address',
  'requestId',
  'operationName',
  'operationHash',
  'kind',
  'action',
  'subjects',
  'outcome',
  'reason',
] as const satisfies (keyof SealedEntry)[];

/** What a seal keeps of a line: its id, and the hash of all that it says. */
export interface Leaf {
  id: string;
  hash: Buffer;
}

/** The leaf of a line: the hash of its values as a JSON array, in the order of the columns. */
export function leafOf(entry: SealedEntry): Leaf {
  return { id: entry.id, hash: leafHash(JSON.stringify(sealed.map((name) => entry[name]))) };
}

const idLength = 16;
const leafLength = idLength + 32;

/** Leaves as bytes: of each the id (16), then the hash (32). */
export function packLeaves(leaves: readonly Leaf[]): Buffer {
  return Buffer.concat(leaves.flatMap(({ id, hash }) => [Buffer.from(id.replaceAll('-', ''), 'hex'), hash]));
}

/** The leaves in such bytes; a rest that is none is left out, and the root tells. */
export function unpackLeaves(packed: Uint8Array): Leaf[] {
  const bytes = Buffer.from(packed);
  return Array.from({ length: Math.floor(bytes.length / leafLength) }, (_, index) => {
    const leaf = bytes.subarray(index * leafLength, (index + 1) * leafLength);
    const id = leaf.toString('hex', 0, idLength).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return { id, hash: leaf.subarray(idLength) };
  });
}
