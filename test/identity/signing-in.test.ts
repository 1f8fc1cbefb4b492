import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as openid from 'openid-client';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import {
  accept,
  codeOf,
  finishSignIn,
  goodPassword,
  inviteConsul,
  newConsul,
  secretOn,
  signIn,
  startSignIn,
} from '../support/sign-in.ts';
import { PlainBrowser } from '../support/plain-browser.ts';

// A§8, A§15-2: the Manager creates the account of a consul, who answers in person for every click. Whoever signs in is who the account says.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
});
afterAll(() => product.close());

const me = '{ me { role account { id state } office { kind mission { number } } } }';

test('a consul who was invited accepts, signs in, and is answered as who the account says', async () => {
  const person = await newConsul(product);
  const { access_token: token, id_token: idToken } = await signIn(product, person);
  expect((await product.withToken(token).send(me)).data).toEqual({
    me: {
      role: 'consul',
      account: { id: person.accountId, state: 'ACTIVE' },
      office: { kind: 'MISSION', mission: { number: 13 } },
    },
  });
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({ sub: person.accountId, aud: 'qonaq', iss: product.url, role: 'consul' });
  expect(claims.exp! - claims.iat!).toBe(600);
  expect(String(claims.scope).split(' ')).toContain('role:consul');
  expect(decodeJwt(idToken!)).toMatchObject({ sub: person.accountId, name: 'Айгүл Сапарова', role: 'consul' });
});

test('before the first sign-in the account is invited; with it, active; and its last sign-in is told to who manages it', async () => {
  const { accountId, url } = await inviteConsul(product, 'first@mission.example');
  const account = 'query A($id: ID!) { account(id: $id) { state lastSignInAt } }';
  const state = async () => (await product.as('manager').ask(account, { id: accountId })).account as object;
  expect(await state()).toEqual({ state: 'INVITED', lastSignInAt: null });
  const person = { accountId, email: 'first@mission.example', ...(await accept(url)) };
  expect(await state()).toEqual({ state: 'INVITED', lastSignInAt: null });
  await signIn(product, person);
  expect(await state()).toEqual({ state: 'ACTIVE', lastSignInAt: expect.any(String) });
});

describe('an invitation', () => {
  test('works once', async () => {
    const { url } = await inviteConsul(product, 'once@mission.example');
    await accept(url);
    const again = await new PlainBrowser(product.url).open(url);
    expect(again.status).toBe(410);
  });

  test('is told once: a repeat of the command has no link', async () => {
    const { mission } = await product.anybody().ask('{ mission(number: 13) { id } }');
    const input = {
      name: 'X Y',
      email: 'told@mission.example',
      role: 'consul',
      officeId: mission.id as string,
      idempotencyKey: 'once',
    };
    const create =
      'mutation C($input: CreateAccountInput!) { createAccount(input: $input) { account { id } invitation { url } } }';
    const first = await product.as('manager').ask(create, { input });
    const second = await product.as('manager').ask(create, { input });
    expect(first.createAccount.invitation.url).toMatch(/\/identity\/invitation\/[\w-]{43}$/);
    expect(second.createAccount).toEqual({ account: first.createAccount.account, invitation: null });
  });

  test('ends after seven days', async () => {
    const { url, accountId } = await inviteConsul(product, 'late@mission.example');
    await product.database.query(`update identity.invitation set expires_at = now() where account_id = $1`, [
      accountId,
    ]);
    expect((await new PlainBrowser(product.url).open(url)).status).toBe(410);
    const { rows } = await product.database.query(
      `select count(*)::int as count from identity.invitation where extract(epoch from expires_at - created_at) = 7 * 24 * 60 * 60`,
    );
    expect(rows[0].count).toBeGreaterThan(0);
  });

  test('of an account that was blocked or deleted meanwhile opens nothing', async () => {
    const { url, accountId, version } = await inviteConsul(product, 'blocked@mission.example');
    expect((await new PlainBrowser(product.url).open(url)).status).toBe(200);
    await block(accountId, version);
    expect((await new PlainBrowser(product.url).open(url)).status).toBe(410);
  });

  test.each([
    ['too short', 'short 1', 'short 1'],
    ['among those that are tried first', 'Password123456', 'Password123456'],
    ['made of the own name and address', 'Сапарова once', 'Сапарова once'],
    ['typed differently the second time', goodPassword, `${goodPassword}!`],
  ])('takes no password that is %s, and stays open', async (_why, password, passwordAgain) => {
    const { url } = await inviteConsul(product, `weak-${password.length}-${passwordAgain.length}@mission.example`);
    const browser = new PlainBrowser(product.url);
    const page = await browser.open(url);
    const refused = await browser.submit(page, 'password', { password, passwordAgain, code: codeOf(secretOn(page)) });
    expect(refused.status).toBe(400);
    expect(secretOn(refused)).toBe(secretOn(page));
    await accept(url);
  });

  test('takes no wrong code', async () => {
    const { url } = await inviteConsul(product, 'code@mission.example');
    const browser = new PlainBrowser(product.url);
    const page = await browser.open(url);
    const refused = await browser.submit(page, 'password', {
      password: goodPassword,
      passwordAgain: goodPassword,
      code: '000000',
    });
    expect(refused.status).toBe(400);
  });
});

describe('nobody gets in', () => {
  test.each([
    ['with another password', { password: 'another long password 5' }],
    ['with another code', { code: '000000' }],
    ['without a code', { code: '' }],
    ['with another e-mail address', { email: 'nobody@mission.example' }],
  ])('%s, and nobody learns which it was', async (_what, wrong) => {
    const { email, password, secret } = await newConsul(product);
    const { browser, page } = await startSignIn(product);
    const refused = await browser.submit(page, 'password', { email, password, code: codeOf(secret), ...wrong });
    expect(refused.url.pathname).toMatch(/^\/identity\/interaction\//);
    const other = await browser.submit(page, 'password', { email: 'who@else.example', password: 'x', code: '1' });
    const text = ({ html }: { html: string }) => /role="alert"[^]*?<\/div>/.exec(html)?.[0];
    expect(text(refused)).toBeDefined();
    expect(text(refused)).toBe(text(other));
  });

  test('with a code a second time, whoever saw it', async () => {
    const person = await newConsul(product);
    const { email, password, secret } = person;
    const code = codeOf(secret);
    const first = await startSignIn(product);
    const second = await startSignIn(product);
    const [one, other] = await Promise.all(
      [first, second].map(({ browser, page }) => browser.submit(page, 'password', { email, password, code })),
    );
    const backs = [one, other].filter((page) => page!.url.origin === 'https://counter.example');
    expect(backs).toHaveLength(1);
  });

  test('without PKCE, or to an address that the frontend has not registered', async () => {
    const authorize = (parameters: Record<string, string>) =>
      new PlainBrowser(product.url).open(`/identity/authorize?${new URLSearchParams(parameters).toString()}`);
    const right = {
      client_id: 'counter',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://counter.example/callback',
    };
    const without = await authorize(right);
    expect(without.url.searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await authorize({ ...right, redirect_uri: 'https://evil.example/callback' });
    expect(elsewhere.url.origin).toBe(product.url);
    expect(elsewhere.status).toBe(400);
  });
});

test('a recovery code stands in for a one-time code, once', async () => {
  const { email, password, recoveryCodes } = await newConsul(product);
  expect(recoveryCodes).toHaveLength(10);
  const [code] = recoveryCodes;
  const attempt = async () => {
    const { browser, page } = await startSignIn(product);
    return (await browser.submit(page, 'password', { email, password, code: '', recoveryCode: code!.toUpperCase() }))
      .url.origin;
  };
  expect(await attempt()).toBe('https://counter.example');
  expect(await attempt()).toBe(product.url);
});

describe('tokens', () => {
  test('are renewed, and each refresh token works once: a second use ends the whole family', async () => {
    const { refresh_token: first, frontend } = await signIn(product, await newConsul(product));
    const renewed = await openid.refreshTokenGrant(frontend, first!);
    expect((await product.withToken(renewed.access_token).send(me)).data.me.role).toBe('consul');
    expect(renewed.refresh_token).not.toBe(first);
    await expect(openid.refreshTokenGrant(frontend, first!)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(openid.refreshTokenGrant(frontend, renewed.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('a code works once', async () => {
    const { email, password, secret } = await newConsul(product);
    const started = await startSignIn(product);
    const back = await started.browser.submit(started.page, 'password', { email, password, code: codeOf(secret) });
    const tokens = await finishSignIn(started, back);
    await expect(finishSignIn(started, back)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(openid.refreshTokenGrant(started.frontend, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('an ID token or a refresh token is no access token', async () => {
    const {
      id_token: idToken,
      refresh_token: refreshToken,
      access_token: token,
    } = await signIn(product, await newConsul(product));
    for (const other of [idToken!, refreshToken!]) {
      expect((await product.withToken(other).send(me)).codes).toEqual(['UNAUTHENTICATED']);
    }
    expect((await product.withToken(token).send(me)).codes).toEqual([]);
  });

  test('a revoked refresh token is none', async () => {
    const { refresh_token: token, frontend } = await signIn(product, await newConsul(product));
    await openid.tokenRevocation(frontend, token!);
    await expect(openid.refreshTokenGrant(frontend, token!)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('signing out ends the session, and what was renewed by it', async () => {
    const {
      refresh_token: token,
      id_token: idToken,
      frontend,
      browser,
    } = await signIn(product, await newConsul(product));
    const url = openid.buildEndSessionUrl(frontend, {
      id_token_hint: idToken!,
      post_logout_redirect_uri: 'https://counter.example/signed-out',
    });
    const question = await browser.open(url);
    const action = /<form[^>]*op\.logoutForm[^>]*action="([^"]+)"/.exec(question.html)![1]!;
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(question.html)![1]!;
    const back = await browser.send(action, { xsrf, logout: 'yes' });
    expect(back.url.href).toMatch(/^https:\/\/counter\.example\/signed-out/);
    await expect(openid.refreshTokenGrant(frontend, token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    // Somebody else at the same browser is asked who they are.
    expect((await startSignIn(product, browser)).page.url.pathname).toMatch(/^\/identity\/interaction\//);
  });
});

describe('somebody who is blocked', () => {
  test('is out with the very next request, renews nothing, and does not sign in', async () => {
    const person = await newConsul(product);
    const { access_token: token, refresh_token: refreshToken, frontend, browser } = await signIn(product, person);
    expect((await product.withToken(token).send(me)).codes).toEqual([]);
    expect(await upload(token)).toBe(201);
    const { account } = await product
      .as('manager')
      .ask('query A($id: ID!) { account(id: $id) { version } }', { id: person.accountId });
    await block(person.accountId, account.version as number);
    expect((await product.withToken(token).send(me)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await upload(token)).toBe(401);
    await expect(openid.refreshTokenGrant(frontend, refreshToken!)).rejects.toMatchObject({ error: 'invalid_grant' });
    const again = await startSignIn(product, browser);
    expect(again.page.url.origin).toBe(product.url);
    const { email, password, secret } = person;
    const refused = await again.browser.submit(again.page, 'password', { email, password, code: codeOf(secret, 1) });
    expect(refused.status).toBe(403);
  });
});

test('credentials that are reset work no longer, and the new link chooses new ones', async () => {
  const person = await newConsul(product);
  const { refresh_token: refreshToken, frontend } = await signIn(product, person);
  const { account } = await product
    .as('manager')
    .ask('query A($id: ID!) { account(id: $id) { version } }', { id: person.accountId });
  const { resetCredentials } = await product
    .as('manager')
    .ask(
      'mutation R($input: ChangeAccountInput!) { resetCredentials(input: $input) { account { state } invitation { url } } }',
      { input: { id: person.accountId, expectedVersion: account.version as number, reason: 'The telephone is lost' } },
    );
  expect(resetCredentials.account.state).toBe('ACTIVE');
  await expect(openid.refreshTokenGrant(frontend, refreshToken!)).rejects.toMatchObject({ error: 'invalid_grant' });
  const { browser, page } = await startSignIn(product);
  const { email, password, secret } = person;
  const refused = await browser.submit(page, 'password', { email, password, code: codeOf(secret, 1) });
  expect(refused.url.origin).toBe(product.url);
  const chosen = await accept(resetCredentials.invitation.url as string, 'another good password 31');
  const tokens = await signIn(product, { ...person, ...chosen });
  expect((await product.withToken(tokens.access_token).send(me)).data.me.role).toBe('consul');
});

async function block(id: string, expectedVersion: number): Promise<void> {
  await product
    .as('manager')
    .ask('mutation B($input: ChangeAccountInput!) { blockAccount(input: $input) { account { state } } }', {
      input: { id, expectedVersion, reason: 'Left the mission' },
    });
}

async function upload(token: string): Promise<number> {
  const response = await fetch(`${product.url}/documents`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: '%PDF-1.7\n%%EOF\n',
  });
  await response.arrayBuffer();
  return response.status;
}
