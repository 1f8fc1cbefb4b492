import { setTimeout as sleep } from 'node:timers/promises';
import * as openid from 'openid-client';
import { Secret, TOTP } from 'otpauth';
import { PlainBrowser } from './plain-browser.ts';
import type { Page } from './plain-browser.ts';
import { testFrontend } from './product.ts';
import type { TestProduct } from './product.ts';

/** Where people reach a product. */
type Reachable = Pick<TestProduct, 'url'>;

/** A password that is long, and nobody's. */
export const goodPassword = 'лошадь battery 27 staple';

/** Somebody who has chosen what to sign in with. */
export interface Person {
  accountId: string;
  email: string;
  password: string;
  /** Base32. */
  secret: string;
  recoveryCodes: string[];
}

/** The code that an authenticator app shows now, or some steps of 30 seconds later. */
export function codeOf(secret: string, step = 0): string {
  const timestamp = Date.now() + step * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** The code before the present one, which is still taken for a while; the present one is for the sign-in that follows. */
export async function earlierCode(secret: string): Promise<string> {
  const left = 30_000 - (Date.now() % 30_000);
  // A timer may end a moment early.
  if (left < 5_000) await sleep(left + 100);
  return codeOf(secret, -1);
}

/** Has an account created by whoever creates those of the role; the link of its invitation. */
export async function inviteConsul(
  product: TestProduct,
  email: string,
): Promise<{ accountId: string; url: string; version: number }> {
  const { mission } = await product.anybody().ask('{ mission(number: 13) { id } }');
  const input = { name: 'Айгүл Сапарова', email, role: 'consul', officeId: mission.id as string };
  const { createAccount } = await product
    .as('manager')
    .ask(
      'mutation C($input: CreateAccountInput!) { createAccount(input: $input) { account { id version } invitation { url expiresAt } } }',
      { input },
    );
  return {
    accountId: createAccount.account.id as string,
    version: createAccount.account.version as number,
    url: createAccount.invitation.url as string,
  };
}

/** Opens an invitation and accepts it with a password and a code. */
export async function accept(url: string, password = goodPassword): Promise<Omit<Person, 'accountId' | 'email'>> {
  const browser = new PlainBrowser(new URL(url).origin);
  const page = await browser.open(url);
  const secret = secretOn(page);
  const accepted = await browser.submit(page, 'password', {
    password,
    passwordAgain: password,
    // The code of the step before: the present one is for the sign-in that follows.
    code: await earlierCode(secret),
  });
  if (accepted.status !== 200) throw new Error(accepted.html);
  return {
    password,
    secret,
    recoveryCodes: [...accepted.html.matchAll(/<li class="code">([^<]+)</g)].map(([, code]) => code!),
  };
}

/** The secret that the invitation page shows for typing in. */
export function secretOn({ html }: Page): string {
  return /secret=([A-Z2-7]{32})/.exec(html)?.[1] ?? /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(html)![0].replaceAll(' ', '');
}

/** A consul who has accepted the invitation. */
export async function newConsul(
  product: TestProduct,
  email = `consul-${Math.random().toString(36).slice(2)}@mission.example`,
): Promise<Person> {
  const { accountId, url } = await inviteConsul(product, email);
  return { accountId, email, ...(await accept(url)) };
}

/** A sign-in on its way: the page to sign in on, and what the frontend needs of it afterwards. */
export interface SignIn {
  browser: PlainBrowser;
  page: Page;
  frontend: openid.Configuration;
  verifier: string;
  state: string;
}

/** What the frontend knows of the provider, by discovery. */
export function frontendOf(product: Reachable, id = testFrontend.id): Promise<openid.Configuration> {
  return openid.discovery(new URL(product.url), id, undefined, openid.None(), {
    execute: [openid.allowInsecureRequests],
  });
}

/** Goes to the sign-in page, as a frontend sends somebody there. */
export async function startSignIn(product: Reachable, browser = new PlainBrowser(product.url)): Promise<SignIn> {
  const frontend = await frontendOf(product);
  const verifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const url = openid.buildAuthorizationUrl(frontend, {
    redirect_uri: testFrontend.redirectUris[0]!,
    scope: 'openid offline_access profile',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  return { browser, page: await browser.open(url), frontend, verifier, state };
}

/** What the frontend gets for the code that came back. */
export function finishSignIn({ frontend, verifier, state }: SignIn, back: Page, options: openid.DPoPOptions = {}) {
  return openid.authorizationCodeGrant(
    frontend,
    back.url,
    { pkceCodeVerifier: verifier, expectedState: state },
    undefined,
    options,
  );
}

/** Signs somebody in with password and code; the tokens. */
export async function signIn(product: Reachable, { email, password, secret }: Person, browser?: PlainBrowser) {
  const started = await startSignIn(product, browser);
  const back = await started.browser.submit(started.page, 'password', { email, password, code: codeOf(secret) });
  return { ...(await finishSignIn(started, back)), frontend: started.frontend, browser: started.browser };
}
