import * as oauth from 'oauth4webapi';
import { forget, keepFor } from './memory.ts';

/** The frontend as which the pages sign people in. */
const client: oauth.Client = { client_id: 'pages', token_endpoint_auth_method: 'none' };

/** How long before its end a token is exchanged for the next one, in milliseconds. */
const renewAhead = 30_000;

/** What is kept over the way to the sign-in page and back; no token ever is. */
interface Departure {
  verifier: string;
  state: string;
  /** The query and fragment of the page's address. */
  place: string;
}

/** Somebody who is signed in. The tokens live in this object alone, and are bound to a key that the browser doesn't give away (DPoP). */
export interface Session {
  /** Sends a request to the product with the person's token. */
  fetch(path: string, init?: { method?: string; headers?: Record<string, string>; body?: string }): Promise<Response>;
  /** Ends the session here and at the provider. */
  signOut(): void;
}

/** Plain http is the product's own address on this very computer only: see the list of frontends. */
const options = { [oauth.allowInsecureRequests]: true };

/**
 * The session of whoever looks at the page. Without one the browser leaves for the sign-in page; it comes back to the same place.
 *
 * @param page the path of the page, to which the provider sends the browser back.
 */
export async function signedIn(page: string): Promise<Session> {
  const issuer = new URL(location.origin);
  const provider = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
  const back = location.origin + page;
  const here = new URL(location.href);
  const kept = sessionStorage.getItem(page);
  if (!kept || !here.searchParams.has('state')) return leave(provider, page, back);
  const departure = JSON.parse(kept) as Departure;
  sessionStorage.removeItem(page);
  history.replaceState(null, '', page + departure.place);
  try {
    const answer = oauth.validateAuthResponse(provider, client, here, departure.state);
    return await begin(provider, back, answer, departure.verifier);
  } catch {
    // An old address of the way back, or a sign-in that was given up: once more from the beginning.
    return leave(provider, page, back);
  }
}

async function leave(provider: oauth.AuthorizationServer, page: string, back: string): Promise<never> {
  const departure: Departure = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    place: location.search + location.hash,
  };
  sessionStorage.setItem(page, JSON.stringify(departure));
  const url = new URL(provider.authorization_endpoint!);
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: back,
    response_type: 'code',
    scope: 'openid profile',
    code_challenge: await oauth.calculatePKCECodeChallenge(departure.verifier),
    code_challenge_method: 'S256',
    state: departure.state,
  }).toString();
  location.replace(url);
  return new Promise(() => undefined);
}

async function begin(
  provider: oauth.AuthorizationServer,
  back: string,
  answer: URLSearchParams,
  verifier: string,
): Promise<Session> {
  const keys = await oauth.generateKeyPair('ES256');
  const DPoP = oauth.DPoP(client, keys);
  const none = oauth.None();
  let tokens = await withNonce(() =>
    oauth
      .authorizationCodeGrantRequest(provider, client, none, answer, back, verifier, { ...options, DPoP })
      .then((response) => oauth.processAuthorizationCodeResponse(provider, client, response)),
  );
  const idToken = tokens.id_token!;
  keepFor(oauth.getValidatedIdTokenClaims(tokens)!.sub);
  let ends = endOf(tokens);
  let renewal: Promise<void> | undefined;

  return { fetch: send, signOut };

  async function send(path: string, init: Parameters<Session['fetch']>[1] = {}): Promise<Response> {
    if (Date.now() > ends - renewAhead) await (renewal ??= renew());
    return withNonce(() =>
      oauth.protectedResourceRequest(
        tokens.access_token,
        init.method ?? 'GET',
        new URL(path, location.origin),
        new Headers(init.headers),
        init.body,
        { ...options, DPoP },
      ),
    );
  }

  async function renew(): Promise<void> {
    try {
      const next = await withNonce(() =>
        oauth
          .refreshTokenGrantRequest(provider, client, none, tokens.refresh_token!, { ...options, DPoP })
          .then((response) => oauth.processRefreshTokenResponse(provider, client, response)),
      );
      tokens = next;
      ends = endOf(next);
    } catch {
      // The session has ended, or was ended elsewhere: sign in anew, at the same place.
      location.reload();
      await new Promise(() => undefined);
    } finally {
      renewal = undefined;
    }
  }

  function signOut(): void {
    forget();
    const url = new URL(provider.end_session_endpoint!);
    url.search = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: `${location.origin}/`,
    }).toString();
    location.assign(url);
  }
}

/** Whoever checks proofs may ask for a fresh nonce first; then the request goes out once more. */
async function withNonce<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (oauth.isDPoPNonceError(error)) return send();
    throw error;
  }
}

function endOf({ expires_in: seconds }: { expires_in?: number | undefined }): number {
  return Date.now() + seconds! * 1000;
}
