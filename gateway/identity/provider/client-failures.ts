import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { JSONWebKeySet } from 'jose';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { isId } from '../../../subgraphs/kit/ids.ts';
import type { Directory, KnownPartnerClient } from '../directory.ts';

/** Tells a partner's system why it isn't let in, where the standard only says that it isn't: whoever runs it has to know what to do. */
export function explainClientFailure(directory: Directory) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const answer = context.body as { error?: string; error_description?: string } | undefined;
    if (answer?.error !== 'invalid_client') return;
    const assertion: unknown = context.oidc?.params?.client_assertion ?? context.oidc?.body?.client_assertion;
    const explanation = typeof assertion === 'string' ? await explain(directory, assertion) : undefined;
    if (explanation) context.body = { ...answer, error_description: explanation };
  };
}

async function explain(directory: Directory, assertion: string): Promise<string | undefined> {
  const claimed = claims(assertion);
  const client = claimed && isId(claimed.client) ? await directory.partnerClient(claimed.client) : undefined;
  if (!client) return 'client unknown: it is registered by the State Corporation';
  if (client.state === 'REVOKED') return 'client revoked by the State Corporation';
  if (client.state === 'EXPIRED') return 'client expired: the State Corporation registers it anew';
  return keyMissing(client, claimed?.key)
    ? 'key unknown: its kid is none of the registered keys of the client'
    : undefined;
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
