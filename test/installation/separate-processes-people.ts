import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { GenerateKeyPairResult } from 'jose';
import * as openid from 'openid-client';
import { GraphClient } from '../support/graph-client.ts';
import { accept, codeOf, finishSignIn, signIn, startSignIn } from '../support/sign-in.ts';
import type { Person } from '../support/sign-in.ts';

/** Where a product is reached. */
interface Reachable {
  url: string;
}

/** Makes a client of somebody at an address. */
export type ClientAt = (url: string) => GraphClient;

/** Somebody who has signed in. */
export interface Member extends Omit<Person, 'accountId'> {
  /** A client with their token, at an address of choice. */
  at: ClientAt;
  /** Renews the tokens, as a frontend does in time; the new access token, and a client with it. */
  renew: () => Promise<{ token: string; at: ClientAt }>;
}

/** Creates an account through the graph; the link of its invitation. */
export async function invite(client: GraphClient, account: Record<string, string>): Promise<string> {
  const { createAccount } = await client.ask(
    'mutation C($input: CreateAccountInput!) { createAccount(input: $input) { invitation { url } } }',
    { input: account },
  );
  return createAccount.invitation.url as string;
}

/** Accepts an invitation and signs in. */
export async function join(product: Reachable, email: string, invitation: string): Promise<Member> {
  const person = { email, ...(await accept(invitation)) };
  const tokens = await signIn(product, { accountId: '', ...person });
  let refreshToken = tokens.refresh_token!;
  return {
    ...person,
    at: clientWith(tokens.access_token),
    renew: async () => {
      const { access_token: token, refresh_token: next } = await openid.refreshTokenGrant(
        tokens.frontend,
        refreshToken,
      );
      refreshToken = next!;
      return { token, at: clientWith(token) };
    },
  };
}

/** Registers the system of another agency, and gets a token with its key; the id, and a client at an address of choice. */
export async function registerPartner(product: Reachable, corporation: GraphClient, scope: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const input = {
    ...{ name: 'Front office', agency: 'Bank of the Steppe', email: 'systems@bank.example', scopes: [scope] },
    jwks: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'first', alg: 'ES256', use: 'sig' }] }),
    expiresAt: Temporal.Now.instant().add({ hours: 24 }).toString(),
  };
  const { createPartnerClient } = await corporation.ask(
    'mutation C($input: CreatePartnerClientInput!) { createPartnerClient(input: $input) { partnerClient { id version } } }',
    { input },
  );
  const { id, version } = createPartnerClient.partnerClient as { id: string; version: number };
  const key = openid.PrivateKeyJwt({ key: privateKey, kid: 'first' });
  const insecure = { execute: [openid.allowInsecureRequests] };
  const configuration = await openid.discovery(new URL(product.url), id, undefined, key, insecure);
  const { access_token: token } = await openid.clientCredentialsGrant(configuration, { scope });
  return { id, version, at: clientWith(token) };
}

/** Signs somebody in a further time, with a token that is bound to a key; what asks with a proof, made anew unless one is given. */
export async function signInWithKey(product: Reachable, { email, password, secret }: Member) {
  const started = await startSignIn(product);
  const code = codeOf(secret, 1);
  const back = await started.browser.submit(started.page, 'password', { email, password, code });
  const keys: GenerateKeyPairResult = await generateKeyPair('ES256', { extractable: true });
  const DPoP = openid.getDPoPHandle(started.frontend, keys);
  const { access_token: token } = await finishSignIn(started, back, { DPoP });

  const newProof = async () =>
    new SignJWT({ jti: randomUUID(), htm: 'POST', htu: `${product.url}/graphql`, ath: sha256(token) })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(keys.publicKey) })
      .setIssuedAt()
      .sign(keys.privateKey);
  const ask = async (url: string, query: string, dpop: string): Promise<unknown> => {
    const headers = { authorization: `DPoP ${token}`, dpop, 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return errors?.[0]!.extensions.code ?? data;
  };
  return { newProof, ask };
}

function clientWith(token: string): ClientAt {
  return (url) => new GraphClient(url, () => Promise.resolve(token));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
