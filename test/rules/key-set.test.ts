import { describe, expect, test } from '@jest/globals';
import { readKeySet } from '../../subgraphs/missions/rules/key-set.ts';

// The keys of RFC 7515 A.3 (P-256) and RFC 8037 A.2 (Ed25519), which belong to nobody.
const elliptic = {
  kty: 'EC',
  crv: 'P-256',
  kid: '2026-a',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const edwards = { kty: 'OKP', crv: 'Ed25519', kid: '2026-b', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const read = (...keys: unknown[]) => readKeySet(JSON.stringify({ keys }));
const problems = (...keys: unknown[]) => read(...keys).problems.map(({ code, path }) => [code, ...path]);
const without = (key: object, name: string) =>
  Object.fromEntries(Object.entries(key).filter(([each]) => each !== name));

test('public keys of either kind are taken, without what is not needed of them', () => {
  expect(read({ ...elliptic, alg: 'ES256', use: 'sig', x5t: 'abc' }, { ...edwards, key_ops: ['verify'] })).toEqual({
    keys: [
      { ...elliptic, alg: 'ES256', use: 'sig' },
      { ...edwards, alg: 'EdDSA', use: 'sig' },
    ],
    problems: [],
  });
});

test.each([
  '',
  'keys',
  'null',
  '[]',
  '{}',
  '{"keys":{}}',
  '{"keys":["x"]}',
  '{"keys":[null]}',
  JSON.stringify(elliptic),
])('%s is no key set', (text) => {
  expect(readKeySet(text)).toEqual({ keys: [], problems: [{ code: 'JWKS_INVALID', path: ['jwks'] }] });
});

test('a key set without keys', () => {
  expect(problems()).toEqual([['JWKS_EMPTY', 'jwks']]);
});

describe('a key is refused', () => {
  test.each([
    ['that is private', { ...edwards, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }, 'KEY_PRIVATE'],
    ['whose private part is empty', { ...elliptic, d: '' }, 'KEY_PRIVATE'],
    [
      'that is symmetric',
      { kty: 'oct', kid: 'c', k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMko', alg: 'HS256' },
      'KEY_SYMMETRIC',
    ],
    ['of RSA', { kty: 'RSA', kid: 'c', n: 'sXchDaQ', e: 'AQAB', alg: 'RS256' }, 'KEY_ALGORITHM'],
    ['of another curve', { ...elliptic, crv: 'P-384', alg: 'ES384' }, 'KEY_ALGORITHM'],
    ['of a curve for agreeing on keys', { ...edwards, crv: 'X25519' }, 'KEY_ALGORITHM'],
    ['whose algorithm is none', { ...elliptic, alg: 'none' }, 'KEY_ALGORITHM'],
    ['whose algorithm is of another kind', { ...elliptic, alg: 'HS256' }, 'KEY_ALGORITHM'],
    ['whose algorithm is of the other kind', { ...elliptic, alg: 'EdDSA' }, 'KEY_ALGORITHM'],
    ['for encryption', { ...elliptic, use: 'enc' }, 'KEY_USE'],
    ['for signing only', { ...elliptic, key_ops: ['sign'] }, 'KEY_USE'],
    ['without a name', without(elliptic, 'kid'), 'KEY_ID_MISSING'],
    ['with an empty name', { ...elliptic, kid: '' }, 'KEY_ID_MISSING'],
    ['without a coordinate', without(elliptic, 'y'), 'KEY_INVALID'],
    ['with a coordinate that is too short', { ...edwards, x: '11qY' }, 'KEY_INVALID'],
  ])('%s', (_what, key, code) => {
    expect(problems(key)).toEqual([[code, 'jwks', 'keys', 0]]);
    expect(read(key).keys).toEqual([undefined]);
  });
});

test('two keys of one name: the second one is told', () => {
  expect(problems(elliptic, { ...edwards, kid: elliptic.kid })).toEqual([['KEY_ID_REPEATED', 'jwks', 'keys', 1]]);
});

test('all that is wrong with all of them at once', () => {
  expect(problems({ ...elliptic, d: 'x', use: 'enc' }, edwards, { kty: 'RSA' })).toEqual([
    ['KEY_PRIVATE', 'jwks', 'keys', 0],
    ['KEY_USE', 'jwks', 'keys', 0],
    ['KEY_ALGORITHM', 'jwks', 'keys', 2],
    ['KEY_ID_MISSING', 'jwks', 'keys', 2],
  ]);
});
