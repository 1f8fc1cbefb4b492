import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { codeOf, newConsul, signIn, startSignIn } from '../support/sign-in.ts';
import type { Person } from '../support/sign-in.ts';
import { PlainBrowser } from '../support/plain-browser.ts';

// Guessing is slow, in all processes together; and nobody shuts somebody else out by guessing wrong.

let product: TestProduct;
let twin: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
  twin = await startTestProduct({ signIn: true, beside: product });
});
afterAll(async () => {
  await twin.close();
  await product.close();
});
afterEach(() => product.database.query('delete from kit.counter'));

const wrongPassword = 'not the password at all';

/** Tries to sign in; what the page says, or the place where it leads to. */
async function attempt(
  { email, password, secret }: Person,
  { wrong = false, browser = new PlainBrowser(product.url), at = product, step = 0 } = {},
): Promise<'IN' | 'WRONG' | 'TRY_LATER'> {
  const { page } = await startSignIn(at, browser);
  const typed = { email, password: wrong ? wrongPassword : password, code: codeOf(secret, step) };
  const back = await browser.submit(page, 'password', typed);
  if (back.url.origin === 'https://counter.example') return 'IN';
  return /try again after|Too many/i.test(back.html) ? 'TRY_LATER' : 'WRONG';
}

describe('after ten wrong attempts for an e-mail address', () => {
  test('the eleventh waits, also with the right password, for a quarter of an hour', async () => {
    const person = await newConsul(product);
    for (let count = 1; count <= 10; count++) expect(await attempt(person, { wrong: true })).toBe('WRONG');
    expect(await attempt(person, { wrong: true })).toBe('TRY_LATER');
    expect(await attempt(person)).toBe('TRY_LATER');
    await product.database.query(`update kit.counter set ends_at = ends_at - interval '15 minutes'`);
    expect(await attempt(person)).toBe('IN');
  });

  test('a second process gives no further ones', async () => {
    const person = await newConsul(product);
    const there = () => ({ wrong: true, at: twin, browser: new PlainBrowser(twin.url) });
    for (let count = 1; count <= 5; count++) {
      expect(await attempt(person, { wrong: true })).toBe('WRONG');
      expect(await attempt(person, there())).toBe('WRONG');
    }
    expect(await attempt(person, there())).toBe('TRY_LATER');
    expect(await attempt(person, { wrong: true })).toBe('TRY_LATER');
  });

  test('its owner still gets in where the owner signed in before', async () => {
    const person = await newConsul(product);
    const own = new PlainBrowser(product.url);
    await signIn(product, person, own);
    await own.open('/identity/sign-out');
    for (let count = 1; count <= 11; count++) await attempt(person, { wrong: true });
    expect(await attempt(person, { step: 1 })).toBe('TRY_LATER');
    own.forget('_session');
    expect(await attempt(person, { browser: own, step: 1 })).toBe('IN');
  });

  test('and nobody else makes such a browser up', async () => {
    const [person, stranger] = [await newConsul(product), await newConsul(product)];
    const foreign = new PlainBrowser(product.url);
    await signIn(product, stranger, foreign);
    foreign.forget('_session');
    for (let count = 1; count <= 11; count++) await attempt(person, { wrong: true });
    foreign.renameDevice(person.email);
    expect(await attempt(person, { browser: foreign, step: 1 })).toBe('TRY_LATER');
  });

  test('others sign in as before', async () => {
    const [person, other] = [await newConsul(product), await newConsul(product)];
    for (let count = 1; count <= 11; count++) await attempt(person, { wrong: true });
    expect(await attempt(other)).toBe('IN');
  });
});

test('a success gives the whole allowance back', async () => {
  const person = await newConsul(product);
  for (let count = 1; count <= 9; count++) expect(await attempt(person, { wrong: true })).toBe('WRONG');
  expect(await attempt(person)).toBe('IN');
  for (let count = 1; count <= 10; count++) expect(await attempt(person, { wrong: true })).toBe('WRONG');
  expect(await attempt(person, { wrong: true })).toBe('TRY_LATER');
});

test('one address tries a hundred times, whomever it tries', async () => {
  const { page, browser } = await startSignIn(product);
  for (let count = 1; count <= 100; count++) {
    await browser.submit(page, 'password', { email: `somebody-${count % 50}@else.example`, password: 'x', code: '1' });
  }
  expect(await attempt(await newConsul(product))).toBe('TRY_LATER');
});
