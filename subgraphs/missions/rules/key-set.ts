import type { Problem } from '../../kit/errors/fault.ts';

/** A public key with which the signatures of a client are verified (RFC 7517). */
export interface PublicKey {
  kid: string;
  kty: 'EC' | 'OKP';
  crv: 'P-256' | 'Ed25519';
  alg: 'ES256' | 'EdDSA';
  use: 'sig';
  x: string;
  y?: string;
}

/** The keys that are taken: the kind, the curve, and the algorithm that goes with them. */
const taken = [
  { kty: 'EC', crv: 'P-256', alg: 'ES256', coordinates: ['x', 'y'] },
  { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', coordinates: ['x'] },
] as const;

/** What only the private half of a key has. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Thirty-two bytes in base64url: a coordinate of either curve. */
const coordinate = /^[\w-]{43}$/;

/** A key set as it was read: the keys at their places, those that can't be taken missing, and all that is wrong. */
export interface KeySetReading {
  keys: (PublicKey | undefined)[];
  problems: Problem[];
}

/** Reads a JSON Web Key Set: public keys only, ES256 on P-256 or EdDSA on Ed25519, each with a name of its own. Other members of a key are left out. */
export function readKeySet(text: string): KeySetReading {
  const given = keysIn(text);
  if (!given) return { keys: [], problems: [{ code: 'JWKS_INVALID', path: ['jwks'] }] };
  if (given.length === 0) return { keys: [], problems: [{ code: 'JWKS_EMPTY', path: ['jwks'] }] };
  const names = given.map(({ kid }) => kid);
  const readings = given.map((key, index) => {
    const codes = [...keyProblems(key), ...(isRepeated(names, index) ? ['KEY_ID_REPEATED'] : [])];
    const problems = codes.map((code) => ({ code, path: ['jwks', 'keys', index] }));
    return { key: codes.length === 0 ? publicPart(key) : undefined, problems };
  });
  return { keys: readings.map(({ key }) => key), problems: readings.flatMap(({ problems }) => problems) };
}

function keysIn(text: string): Record<string, unknown>[] | undefined {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    return Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null)
      ? (keys as Record<string, unknown>[])
      : undefined;
  } catch {
    return undefined;
  }
}

function keyProblems(key: Record<string, unknown>): string[] {
  if (key.kty === 'oct') return ['KEY_SYMMETRIC'];
  const kind = kindOf(key);
  return [
    ...(privateMembers.some((member) => member in key) ? ['KEY_PRIVATE'] : []),
    ...(kind && (key.alg === undefined || key.alg === kind.alg) ? [] : ['KEY_ALGORITHM']),
    ...(isForSigning(key) ? [] : ['KEY_USE']),
    ...(typeof key.kid === 'string' && key.kid !== '' ? [] : ['KEY_ID_MISSING']),
    ...(kind?.coordinates.every((name) => coordinate.test(String(key[name]))) === false ? ['KEY_INVALID'] : []),
  ];
}

function kindOf({ kty, crv }: Record<string, unknown>) {
  return taken.find((kind) => kind.kty === kty && kind.crv === crv);
}

function isForSigning({ use = 'sig', key_ops: operations = ['verify'] }: Record<string, unknown>): boolean {
  return use === 'sig' && Array.isArray(operations) && operations.includes('verify');
}

function isRepeated(names: readonly unknown[], index: number): boolean {
  return names[index] !== undefined && names.indexOf(names[index]) < index;
}

/** Of a key that nothing is wrong with. */
function publicPart(key: Record<string, unknown>): PublicKey {
  const { kty, crv, alg, coordinates } = kindOf(key)!;
  const point = Object.fromEntries(coordinates.map((name) => [name, key[name]])) as { x: string; y?: string };
  return { kid: key.kid as string, kty, crv, alg, use: 'sig', ...point };
}
