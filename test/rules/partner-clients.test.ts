import { describe, expect, test } from '@jest/globals';
import { partnerClientState, requestedClientProblems } from '../../subgraphs/missions/rules/partner-clients.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-03-02T10:00:00+05:00');
const right = {
  name: 'Front office',
  agency: 'Bank of the Steppe',
  email: 'systems@bank.example',
  scopes: ['iin:verify'],
  jwks: '{}',
  expiresAt: at('2027-03-02T10:00:00+05:00'),
};
const problems = (change: object, demo = false) =>
  requestedClientProblems({ ...right, ...change }, now, demo).map(({ code, path }) => [code, ...path]);

test('a client that nothing is wrong with', () => expect(problems({})).toEqual([]));

test('every scope that there is', () => {
  const scopes = [
    'iin:verify',
    'residence:status',
    'payment:write',
    'border:write',
    'fingerprint:write',
    'statistics:read',
  ];
  expect(problems({ scopes })).toEqual([]);
});

test('a scope that there is not, a role, or none at all', () => {
  expect(problems({ scopes: ['iin:verify', 'iin:form', 'role:consul', 'IIN:VERIFY'] })).toEqual([
    ['SCOPE_UNKNOWN', 'scopes', 1],
    ['SCOPE_UNKNOWN', 'scopes', 2],
    ['SCOPE_UNKNOWN', 'scopes', 3],
  ]);
  expect(problems({ scopes: [] })).toEqual([['SCOPES_EMPTY', 'scopes']]);
});

test('keys come in one way', () => {
  expect(problems({ jwks: null })).toEqual([['KEYS_ONE_WAY', 'jwks']]);
  expect(problems({ jwksUrl: 'https://bank.example/keys' })).toEqual([['KEYS_ONE_WAY', 'jwks']]);
  expect(problems({ jwks: null, jwksUrl: 'https://bank.example/keys' })).toEqual([]);
});

describe('the address of keys', () => {
  const address = (jwksUrl: string, demo: boolean) => problems({ jwks: null, jwksUrl }, demo);
  const refused = [['JWKS_URL_INVALID', 'jwksUrl']];

  test.each(['https://bank.example/keys', 'https://bank.example:8443/keys?v=1'])('%s', (url) => {
    expect(address(url, false)).toEqual([]);
  });

  test.each([
    'http://bank.example/keys',
    'bank.example/keys',
    'ftp://bank.example/keys',
    'https://user:secret@bank.example/keys',
    'https://bank.example/keys#first',
    'http://127.0.0.1.bank.example/keys',
    'http://localhost:3000/keys',
    '',
  ])('%s is refused in either mode', (url) => {
    expect(address(url, false)).toEqual(refused);
    expect(address(url, true)).toEqual(refused);
  });

  test('on this machine in demo mode only', () => {
    expect(address('http://127.0.0.1:3000/keys', true)).toEqual([]);
    expect(address('http://127.0.0.1:3000/keys', false)).toEqual(refused);
  });
});

test('the expiry is in the future, and two years ahead at the most', () => {
  expect(problems({ expiresAt: now })).toEqual([['EXPIRY_PAST', 'expiresAt']]);
  expect(problems({ expiresAt: now.add({ seconds: 1 }) })).toEqual([]);
  expect(problems({ expiresAt: at('2028-03-02T10:00:00+05:00') })).toEqual([]);
  expect(problems({ expiresAt: at('2028-03-02T10:00:01+05:00') })).toEqual([['EXPIRY_TOO_FAR', 'expiresAt']]);
});

test('all that is wrong at once', () => {
  const wrong = { name: '', agency: '', email: 'nobody', scopes: [], jwks: null, jwksUrl: 'x', expiresAt: now };
  expect(problems(wrong)).toEqual([
    ['TEXT_EMPTY', 'name'],
    ['TEXT_EMPTY', 'agency'],
    ['EMAIL_INVALID', 'email'],
    ['SCOPES_EMPTY', 'scopes'],
    ['JWKS_URL_INVALID', 'jwksUrl'],
    ['EXPIRY_PAST', 'expiresAt'],
  ]);
});

test('the state of a client: active until it expires or is revoked', () => {
  const expiresAt = at('2027-03-02T10:00:00+05:00');
  const state = (moment: string, revokedAt: Temporal.Instant | null = null) =>
    partnerClientState({ expiresAt, revokedAt }, at(moment));
  expect(state('2027-03-02T09:59:59.999+05:00')).toBe('ACTIVE');
  expect(state('2027-03-02T10:00:00+05:00')).toBe('EXPIRED');
  expect(state('2026-03-03T10:00:00+05:00', now)).toBe('REVOKED');
  expect(state('2029-03-03T10:00:00+05:00', now)).toBe('REVOKED');
});
