import type { JSONWebKeySet } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import type { Frontend } from '../parts.ts';
import type { KnownPartnerClient } from '../directory.ts';

/** A frontend as the OpenID provider knows it: no secret, since a browser keeps none; a code, and PKCE. */
export function frontendClient({ id, name, redirectUris, postLogoutRedirectUris, native }: Frontend): ClientMetadata {
  return {
    client_id: id,
    client_name: name,
    application_type: native ? 'native' : 'web',
    redirect_uris: redirectUris,
    post_logout_redirect_uris: postLogoutRedirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    scope: 'openid offline_access profile',
  };
}

/** A partner's system as the OpenID provider knows it: it proves with its own key who it is, and gets no more than its scopes. */
export function partnerClient({ id, name, scopes, jwks, jwksUrl }: KnownPartnerClient): ClientMetadata {
  return {
    client_id: id,
    client_name: name,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'private_key_jwt',
    scope: scopes.join(' '),
    ...(jwks ? { jwks: keysOf(jwks) } : { jwks_uri: jwksUrl! }),
  };
}

/** Ed25519 has two names by now, and the curve says it already: whatever a key calls its algorithm, signatures by either are its own. */
function keysOf(jwks: string): JSONWebKeySet {
  const { keys } = JSON.parse(jwks) as JSONWebKeySet;
  return { keys: keys.map(({ alg: _algorithm, ...key }) => key) };
}
