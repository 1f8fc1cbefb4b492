import { isEmailAddress } from '../../kit/email.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { ASTANA_ZONE } from '../../kit/terms/calendar.ts';
import { machineScopes } from '../../kit/viewer/roles.ts';
import { isSecureAddress } from './secure-address.ts';

/** After how many years a client has to be registered anew at the latest (policy). */
const longestYears = 2;

/** The states of a client: one that has expired or was revoked gets no token. */
export const partnerClientStates = ['ACTIVE', 'EXPIRED', 'REVOKED'] as const;

/** A state of a client. */
export type PartnerClientState = (typeof partnerClientStates)[number];

/** What the rules ask of a client that is to be registered. */
export interface RequestedClient {
  name: string;
  agency: string;
  email: string;
  scopes: readonly string[];
  jwks?: string | null;
  jwksUrl?: string | null;
  expiresAt: Temporal.Instant;
}

/** The state of a client at a moment. */
export function partnerClientState(
  { revokedAt, expiresAt }: { revokedAt: Temporal.Instant | null; expiresAt: Temporal.Instant },
  now: Temporal.Instant,
): PartnerClientState {
  if (revokedAt) return 'REVOKED';
  return Temporal.Instant.compare(now, expiresAt) < 0 ? 'ACTIVE' : 'EXPIRED';
}

/** Everything that is wrong with a client that is to be registered, but for the keys themselves. In demo mode keys may be published on this machine, too. */
export function requestedClientProblems(client: RequestedClient, now: Temporal.Instant, demo: boolean): Problem[] {
  const { name, agency, email, jwks, jwksUrl } = client;
  const oneWay = (jwks == null) !== (jwksUrl == null);
  return [
    ...(name === '' ? [{ code: 'TEXT_EMPTY', path: ['name'] }] : []),
    ...(agency === '' ? [{ code: 'TEXT_EMPTY', path: ['agency'] }] : []),
    ...(isEmailAddress(email) ? [] : [{ code: 'EMAIL_INVALID', path: ['email'] }]),
    ...scopeProblems(client.scopes),
    ...(oneWay ? [] : [{ code: 'KEYS_ONE_WAY', path: ['jwks'] }]),
    // Whoever can change what is fetched can be the client.
    ...(jwksUrl == null || isSecureAddress(jwksUrl, demo) ? [] : [{ code: 'JWKS_URL_INVALID', path: ['jwksUrl'] }]),
    ...expiryProblems(client.expiresAt, now),
  ];
}

function scopeProblems(scopes: readonly string[]): Problem[] {
  if (scopes.length === 0) return [{ code: 'SCOPES_EMPTY', path: ['scopes'] }];
  return scopes.flatMap((scope, index) =>
    (machineScopes as readonly string[]).includes(scope)
      ? []
      : [{ code: 'SCOPE_UNKNOWN', path: ['scopes', index], params: { known: machineScopes.join(', ') } }],
  );
}

function expiryProblems(expiresAt: Temporal.Instant, now: Temporal.Instant): Problem[] {
  const latest = now.toZonedDateTimeISO(ASTANA_ZONE).add({ years: longestYears }).toInstant();
  if (Temporal.Instant.compare(expiresAt, now) <= 0) return [{ code: 'EXPIRY_PAST', path: ['expiresAt'] }];
  return Temporal.Instant.compare(expiresAt, latest) > 0
    ? [{ code: 'EXPIRY_TOO_FAR', path: ['expiresAt'], params: { years: longestYears } }]
    : [];
}
