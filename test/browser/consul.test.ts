import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as openid from 'openid-client';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { codeOf, earlierCode, frontendOf, goodPassword, inviteConsul } from '../support/sign-in.ts';

// A consul at a real browser: accepts the invitation, signs in, works, is blocked by the Manager, and is out (A§8, A§15-2).

let product: TestProduct;
let browser: Browser;
let frontend: Server;
let address: string;

beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
  browser = await openBrowser();
  frontend = createServer((request, response) => {
    void answer(request.url!).then(({ status, headers = {}, text = '' }) =>
      response.writeHead(status, headers).end(text),
    );
  }).listen(0, '127.0.0.1');
  await once(frontend, 'listening');
  address = `http://127.0.0.1:${(frontend.address() as AddressInfo).port}`;
});
afterAll(async () => {
  frontend.close();
  await browser.close();
  await product.close();
});

let token: string | undefined;
let verifier: string;

/** A workplace as small as can be: sends to sign in whoever isn't, and shows the worklist to who is. */
async function answer(path: string): Promise<{ status: number; headers?: Record<string, string>; text?: string }> {
  const configuration = await frontendOf(product, 'demo');
  const url = new URL(path, address);
  if (url.pathname === '/callback') {
    const tokens = await openid.authorizationCodeGrant(configuration, url, { pkceCodeVerifier: verifier });
    token = tokens.access_token;
    return { status: 303, headers: { location: '/' } };
  }
  const { data, codes } = await (token ? product.withToken(token) : product.anybody()).send(
    '{ me { role office { mission { city } } } iinApplications(first: 1) { totalCount } }',
  );
  if (codes.length === 0) {
    const { me, iinApplications } = data;
    return { status: 200, text: `${me.role} in ${me.office.mission.city}: ${iinApplications.totalCount} applications` };
  }
  verifier = openid.randomPKCECodeVerifier();
  const to = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: `${address}/callback`,
    scope: 'openid offline_access',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { status: 303, headers: { location: to.href } };
}

const textOf = (page: Page) => page.locator('body').innerText();

test('accepts the invitation, signs in, works; is blocked, and is out', async () => {
  const email = 'consul@mission.example';
  const { accountId, url } = await inviteConsul(product, email);
  const page = await browser.newPage({ locale: 'en-GB' });

  await page.goto(url);
  expect(await textOf(page)).toContain('Айгүл Сапарова');
  const secret = (await page.locator('body').innerText())
    .match(/[A-Z2-7]{4}(?:\s?[A-Z2-7]{4}){7}/)![0]
    .replaceAll(/\s/g, '');
  await page.fill('[name=password]', goodPassword);
  await page.fill('[name=passwordAgain]', goodPassword);
  await page.fill('[name=code]', await earlierCode(secret));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.codes');
  expect(await page.locator('.codes li').count()).toBe(10);
  await page.click('a.button');
  expect(await textOf(page)).toMatch(/signed|sign in/i);

  await page.goto(address);
  expect(new URL(page.url()).origin).toBe(product.url);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', 'a wrong password 17');
  await page.fill('[name=code]', codeOf(secret));
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role=alert]');
  expect(await page.inputValue('[name=email]')).toBe(email);
  await page.fill('[name=password]', goodPassword);
  await page.fill('[name=code]', codeOf(secret));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${address}/`);
  expect(await textOf(page)).toBe('consul in Berlin: 0 applications');
  await page.reload();
  expect(await textOf(page)).toBe('consul in Berlin: 0 applications');

  const manager = product.as('manager');
  const { account } = await manager.ask('query A($id: ID!) { account(id: $id) { version } }', { id: accountId });
  await manager.ask('mutation B($input: ChangeAccountInput!) { blockAccount(input: $input) { account { state } } }', {
    input: { id: accountId, expectedVersion: account.version as number, reason: 'Left the mission' },
  });
  await page.reload();
  expect(new URL(page.url()).origin).toBe(product.url);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', goodPassword);
  await page.fill('[name=code]', codeOf(secret, 1));
  await page.keyboard.press('Enter');
  await page.waitForSelector('[name=password]', { state: 'detached' });
  expect(new URL(page.url()).origin).toBe(product.url);
  expect(await textOf(page)).not.toContain('applications');
});
