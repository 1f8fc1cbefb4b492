import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { JSONWebKeySet } from 'jose';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { isId } from '../../../subgraphs/kit/ids.ts';
import type { IdentityParts } from '../parts.ts';
import { noteOnce } from '../sign-in/note.ts';
import { callOriginOf } from './sign-out.ts';
import type { Directory, KnownPartnerClient } from '../directory.ts';

/** Tells a partner's system why it isn't let in, where the standard only says that it isn't: whoever runs it has to know what to do. */
export function explainClientFailure(parts: IdentityParts) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const answer = context.body as { error?: string; error_description?: string } | undefined;
    if (answer?.error !== 'invalid_client') return;
    const assertion: unknown = context.oidc?.params?.client_assertion ?? context.oidc?.body?.client_assertion;
    const failure = typeof assertion === 'string' ? await failureOf(parts.directory, assertion) : undefined;
    if (!failure) return;
    const { clientId, reason } = failure;
    const accounts = clientId === undefined ? [] : [clientId];
    const origin = callOriginOf(context);
    await noteOnce(parts, clientId ?? origin.address, accounts, { action: 'issueToken', outcome: reason }, origin);
    const explanation = explanations[reason];
    if (explanation) context.body = { ...answer, error_description: explanation };
  };
}

/** Why a partner's system isn't let in, and what it is told; of a signature that isn't its own, nothing. */
const explanations = {
  CLIENT_UNKNOWN: 'client unknown: it is registered by the State Corporation',
  CLIENT_REVOKED: 'client revoked by the State Corporation',
  CLIENT_EXPIRED: 'client expired: the State Corporation registers it anew',
  KEY_UNKNOWN: 'key unknown: its kid is none of the registered keys of the client',
  ASSERTION_INVALID: undefined,
} as const;

interface ClientFailure {
  clientId?: string;
  reason: keyof typeof explanations;
}

async function failureOf(directory: Directory, assertion: string): Promise<ClientFailure> {
  const claimed = claims(assertion);
  const client = claimed && isId(claimed.client) ? await directory.partnerClient(claimed.client) : undefined;
  if (!client) return { reason: 'CLIENT_UNKNOWN' };
  const clientId = client.id;
  if (client.state === 'REVOKED') return { clientId, reason: 'CLIENT_REVOKED' };
  if (client.state === 'EXPIRED') return { clientId, reason: 'CLIENT_EXPIRED' };
  return { clientId, reason: keyMissing(client, claimed?.key) ? 'KEY_UNKNOWN' : 'ASSERTION_INVALID' };
}

function keyMissing({ jwks }: KnownPartnerClient, kid: string | undefined): boolean {
  if (!jwks || kid === undefined) return false;
  return !(JSON.parse(jwks) as JSONWebKeySet).keys.some((key) => key.kid === kid);
}

function claims(assertion: string): { client: string; key: string | undefined } | undefined {
  try {
    return { client: decodeJwt(assertion).sub ?? '', key: decodeProtectedHeader(assertion).kid };
  } catch {
    return undefined;
  }
}
