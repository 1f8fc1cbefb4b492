import { Provider } from 'oidc-provider';
import type { AccessToken, ClientCredentials, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { describeFailure } from '../../../subgraphs/kit/errors/describe.ts';
import { isId } from '../../../subgraphs/kit/ids.ts';
import { machineScopes } from '../../../subgraphs/kit/viewer/roles.ts';
import { artifacts } from '../model/artifacts.ts';
import type { IdentityParts } from '../parts.ts';
import { pagesFrontend } from '../pages-frontend.ts';
import { frontendClient, partnerClient } from './clients.ts';
import { callOriginOf, noteSignOut } from './sign-out.ts';
import { note } from '../sign-in/note.ts';
import { explainClientFailure } from './client-failures.ts';
import { lifetimes } from './lifetimes.ts';
import type { ProviderPages } from './pages.ts';
import { signInPolicy } from './sign-in-policy.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Where the provider's endpoints are; the discovery document names them. */
export const endpoints = {
  authorization: '/identity/authorize',
  token: '/identity/token',
  jwks: '/identity/keys',
  revocation: '/identity/revoke',
  end_session: '/identity/sign-out',
} as const;

/** The OpenID provider: code and PKCE for people, a signed assertion for partners' systems, DPoP for whoever wants it. */
export function openIdProvider(parts: IdentityParts, keys: SigningKeys, pages: ProviderPages): Provider {
  const { orm, sealing, clock, directory, publicUrl, audience, frontends } = parts;
  const graph = `${publicUrl()}/graphql`;
  const configuration: Configuration = {
    adapter: (kind: string) => {
      const kept = artifacts(kind, orm, sealing, clock);
      return kind === 'Client' ? { ...kept, find: findClient } : kept;
    },
    clients: [pagesFrontend(publicUrl()), ...frontends].map(frontendClient),
    jwks: { keys: keys },
    cookies: {
      keys: [sealing.derive('cookies', '').toString('base64url')],
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    routes: endpoints,
    scopes: ['openid', 'offline_access', 'profile', ...machineScopes],
    claims: { openid: ['sub'], profile: ['name', 'role'] },
    conformIdTokenClaims: false,
    clientAuthMethods: ['none', 'private_key_jwt'],
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      clientAuthSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519'],
      dPoPSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519'],
    },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      introspection: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      clientCredentials: { enabled: true },
      dPoP: { enabled: true, nonceSecret: sealing.derive('dpop nonce', '') },
      rpInitiatedLogout: { enabled: true, logoutSource: pages.signOut, postLogoutSuccessSource: pages.signedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graph,
        useGrantedResource: () => true,
        getResourceServerInfo: async (_context, _resource, { clientId }) => ({
          scope: machineScopes.join(' '),
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: await tokenLifetime(clientId),
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    pkce: { required: () => true },
    responseTypes: ['code'],
    rotateRefreshToken: true,
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => true,
    ttl: { ...lifetimes.artifacts, AccessToken: ofResource, ClientCredentials: ofResource },
    findAccount: async (_context, id) => {
      const account = isId(id) ? await directory.account(id) : undefined;
      if (account?.state !== 'ACTIVE') return undefined;
      return { accountId: id, claims: () => ({ sub: id, name: account.name, role: account.role }) };
    },
    extraTokenClaims: async (context, token) => {
      if (token.kind === 'ClientCredentials') {
        await note(parts, [token.clientId!], { action: 'issueToken', outcome: 'DONE' }, callOriginOf(context));
        return { role: 'partner' };
      }
      const account = await directory.account(token.accountId);
      return account && { role: account.role, office: account.office?.id, city: account.city ?? undefined };
    },
    formats: {
      customizers: {
        // Other federation routers read roles as scopes.
        jwt: (_context, _token, jwt) => {
          jwt.payload.scope = [`role:${String(jwt.payload.role)}`, jwt.payload.scope].filter(Boolean).join(' ');
        },
      },
    },
    interactions: { policy: signInPolicy(), url: (_context, { uid }) => `/identity/interaction/${uid}` },
    loadExistingGrant,
    clientBasedCORS: (_context, origin, client) =>
      (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
    renderError: pages.failed,
    // A partner's keys are fetched from where they are registered, and from nowhere that this redirects to.
    fetch: (url, options) => fetch(url, { ...options, redirect: 'error', signal: AbortSignal.timeout(5_000) }),
  };
  const provider = new Provider(publicUrl(), configuration);
  // The address is the product's own, whatever the balancer in front makes of it: see the mount.
  provider.proxy = true;
  provider.use(explainClientFailure(parts));
  provider.use(noteSignOut(parts));
  provider.on('server_error', (context, error) => {
    parts.logger.error({ error: describeFailure(error) }, 'identity failed');
    // As the pages say it: something that the provider needs is away.
    context.status = 503;
  });
  return provider;

  async function findClient(id: string) {
    const client = isId(id) ? await directory.partnerClient(id) : undefined;
    return client?.state === 'ACTIVE' ? partnerClient(client) : undefined;
  }

  /** No token of a partner's client outlives the client. */
  async function tokenLifetime(clientId: string): Promise<number> {
    const client = isId(clientId) ? await directory.partnerClient(clientId) : undefined;
    if (!client) return lifetimes.accessToken;
    const left = clock.now().until(Temporal.Instant.from(client.expiresAt)).total('seconds');
    return Math.max(1, Math.min(lifetimes.accessToken, Math.floor(left)));
  }

  /** The frontends are the product's own: whoever signs in isn't asked whether they may know it. */
  async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
    const { session, client, account } = oidc;
    const known = session?.grantIdFor(client!.clientId);
    const kept = known && (await oidc.provider.Grant.find(known));
    if (kept) return kept;
    const grant = new oidc.provider.Grant({ clientId: client!.clientId, accountId: account!.accountId });
    grant.addOIDCScope('openid offline_access profile');
    grant.addOIDCClaims(['name', 'role']);
    grant.addResourceScope(graph, '');
    await grant.save();
    return grant;
  }
}

/** What the resource that a token is for says of its lifetime, in seconds. */
function ofResource(_context: KoaContextWithOIDC, { resourceServer }: AccessToken | ClientCredentials): number {
  return resourceServer?.accessTokenTTL ?? lifetimes.accessToken;
}
