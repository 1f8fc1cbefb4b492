import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { demoAuthority } from '../../installation/demo/authority.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import type { Identity } from '../../installation/demo/authority-signing.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import type { Page } from '../support/plain-browser.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { finishSignIn, inviteConsul, newConsul, startSignIn } from '../support/sign-in.ts';
import type { SignIn } from '../support/sign-in.ts';

// Applicants sign in with their electronic signature only: the number of the certificate is theirs. Officials may.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
});
afterAll(() => product.close());

const me = '{ me { role account { id name } } }';

async function holder(name: 'erika' | 'anna' | 'lost', kind: 'RSA' | 'GOST' = 'RSA'): Promise<Identity> {
  return (await demoAuthority(product.folder)).identity(name, kind);
}

/** Downloads what is to be signed, signs it, and pastes the signature. */
async function signOn(browser: PlainBrowser, page: Page, identity: Identity): Promise<Page> {
  const challenge = await browser.open(`${page.url.pathname}/challenge`);
  const cms = signDocument(Buffer.from(challenge.html), identity, { at: product.clock.now() });
  return browser.submit(page, 'signature', { signature: Buffer.from(cms).toString('base64') });
}

async function whoIs(started: SignIn, back: Page) {
  const { access_token: token } = await finishSignIn(started, back);
  return (await product.withToken(token).ask(me)).me as { role: string; account: { id: string; name: string } };
}

test.each(['RSA', 'GOST'] as const)(
  'somebody who signs with a certificate of %s is an applicant, the same one each time',
  async (kind) => {
    const attempt = async () => {
      const started = await startSignIn(product);
      return whoIs(started, await signOn(started.browser, started.page, await holder('anna', kind)));
    };
    const first = await attempt();
    expect(first).toEqual({ role: 'applicant', account: { id: expect.any(String), name: 'ЭРИКССОН АННА МАРИЯ' } });
    expect(await attempt()).toEqual(first);
  },
);

test('somebody whose number an account has already acts with that: the demo has one for Erika', async () => {
  const started = await startSignIn(product);
  expect(await whoIs(started, await signOn(started.browser, started.page, await holder('erika')))).toEqual({
    role: 'applicant',
    account: { id: demoAccount('applicant')!.id, name: 'Erika Demo' },
  });
});

test('two first sign-ins at once lead to one account', async () => {
  const authority = await demoAuthority(product.folder);
  const newcomer = await authority.issue({ surname: 'САПАРОВ', givenName: 'ЕРБОЛ', iin: '680503200018' }, 'RSA');
  const started = await Promise.all([startSignIn(product), startSignIn(product)]);
  const people = await Promise.all(
    started.map(async (each) => whoIs(each, await signOn(each.browser, each.page, newcomer))),
  );
  expect(people[0]!.account.id).toBe(people[1]!.account.id);
});

describe('nobody gets in', () => {
  test('with a revoked certificate', async () => {
    const { browser, page } = await startSignIn(product);
    const refused = await signOn(browser, page, await holder('lost'));
    expect(refused.url.origin).toBe(product.url);
    expect(refused.html).toMatch(/role="alert"/);
  });

  test('with a signature that somebody else brought to another attempt', async () => {
    const [one, other] = await Promise.all([startSignIn(product), startSignIn(product)]);
    const challenge = await one.browser.open(`${one.page.url.pathname}/challenge`);
    const erika = await holder('erika');
    const signature = Buffer.from(
      signDocument(Buffer.from(challenge.html), erika, { at: product.clock.now() }),
    ).toString('base64');
    expect((await other.browser.submit(other.page, 'signature', { signature })).url.origin).toBe(product.url);
    expect((await one.browser.submit(one.page, 'signature', { signature })).url.origin).toBe('https://counter.example');
  });

  test.each([
    ['nothing', ''],
    ['what is no base64', 'no base64 at all'],
    ['what is no signature', Buffer.from('nonsense').toString('base64')],
    ['a very long text', 'A'.repeat(100_000)],
  ])('with %s', async (_what, signature) => {
    const { browser, page } = await startSignIn(product);
    const refused = await browser.submit(page, 'signature', { signature });
    expect([refused.url.origin, refused.status]).toEqual([product.url, 200]);
  });
});

test('an official who accepts an invitation with a signature signs in with it; with a second account, says which', async () => {
  const authority = await demoAuthority(product.folder);
  const identity = await authority.issue({ surname: 'САПАРОВА', givenName: 'АЙГҮЛ', iin: '800416100710' }, 'RSA');
  const [one, two] = [
    await inviteConsul(product, 'one@mission.example'),
    await inviteConsul(product, 'two@mission.example'),
  ];
  const bind = async (url: string) => {
    const browser = new PlainBrowser(product.url);
    return signOn(browser, await browser.open(url), identity);
  };
  expect((await bind(one.url)).status).toBe(200);
  const first = await startSignIn(product);
  expect(await whoIs(first, await signOn(first.browser, first.page, identity))).toMatchObject({
    role: 'consul',
    account: { id: one.accountId },
  });

  await bind(two.url);
  const second = await startSignIn(product);
  const choice = await signOn(second.browser, second.page, identity);
  expect(choice.html).toContain(one.accountId);
  const stranger = await newConsul(product);
  const still = await second.browser.submit(choice, 'choose', { account: stranger.accountId });
  expect(still.url.origin).toBe(product.url);
  expect(await whoIs(second, await second.browser.submit(choice, 'choose', { account: two.accountId }))).toMatchObject({
    account: { id: two.accountId },
  });
});
