import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { readQr } from '../support/qr.ts';
import { oneTimeCodeUri } from './sample-pages.ts';
import { serveSamples } from './serve-samples.ts';
import type { ServedSamples } from './serve-samples.ts';
import { newVisitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

let samples: ServedSamples;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  samples = await serveSamples();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await samples.close();
});
beforeEach(async () => {
  visitor = await newVisitor(browser, samples.origin);
});
afterEach(async () => {
  await visitor.close();
  samples.sent.length = 0;
});

describe('The sign-in page', () => {
  test('is filled in and sent with the keyboard alone, in one step, and leads back to the application', async () => {
    await visitor.open('sign-in', 'ru');
    await visitor.page.keyboard.type('a.serik@mfa.example');
    await visitor.press('Tab');
    await visitor.page.keyboard.type('correct horse battery');
    await visitor.press('Tab');
    await visitor.page.keyboard.type('123456');
    await visitor.press('Enter');
    await visitor.page.waitForURL(samples.application);
    expect(samples.sent).toEqual([
      {
        method: 'password',
        lang: 'ru',
        email: 'a.serik@mfa.example',
        password: 'correct horse battery',
        code: '123456',
        recoveryCode: '',
      },
    ]);
  });

  test('leads nowhere that its policy does not name', async () => {
    await visitor.open('sign-in-demo', 'en', '&leadsNowhere=true');
    await visitor.press('Tab', 'Enter');
    await eventually(async () => expect(await visitor.violations()).toEqual(['form-action']));
    expect(visitor.page.url()).toContain(samples.origin);
  });

  test('takes a recovery code in the same step', async () => {
    await visitor.open('sign-in');
    await visitor.page.getByLabel('E-mail address').fill('a@b.example');
    await visitor.page.getByLabel('Password').fill('secret');
    await visitor.page.getByText('No access to the app?').focus();
    await visitor.press('Enter', 'Tab');
    await visitor.page.keyboard.type('k7wqe-0mn4t-x90rh');
    await visitor.press('Enter');
    await visitor.page.waitForURL(samples.application);
    expect(samples.sent).toMatchObject([{ code: '', recoveryCode: 'k7wqe-0mn4t-x90rh' }]);
  });

  test('tells the browser what each field is for', async () => {
    await visitor.open('sign-in');
    const [email, password, code] = ['E-mail address', 'Password', 'One-time code'].map((label) =>
      visitor.page.getByLabel(label),
    );
    expect(await email!.getAttribute('autocomplete')).toBe('username');
    expect(await password!.getAttribute('autocomplete')).toBe('current-password');
    expect(await code!.getAttribute('autocomplete')).toBe('one-time-code');
    expect(await code!.getAttribute('inputmode')).toBe('numeric');
  });

  test('says of all three fields that one of them is wrong, keeps the address, and begins at the password', async () => {
    await visitor.open('sign-in-wrong');
    const text = 'The e-mail address, the password or the code is wrong. Check all three; each code works only once.';
    expect((await visitor.page.getByRole('alert').textContent())?.trim()).toBe(text);
    for (const label of ['E-mail address', 'Password', 'One-time code']) {
      const described = await visitor.page.getByLabel(label).getAttribute('aria-describedby');
      expect(described?.split(' ')).toContain(await visitor.page.getByRole('alert').getAttribute('id'));
    }
    expect(await visitor.page.getByLabel('E-mail address').inputValue()).toBe('a.serik@mfa.example');
    expect(await visitor.page.evaluate('document.activeElement.id')).toBe('password');
  });

  test('tells when to try again, in Astana time', async () => {
    await visitor.open('sign-in-later');
    expect(await visitor.page.getByRole('alert').textContent()).toContain(
      'Too many attempts. Try again after 6 March 2026 at 00:30 (Astana time, UTC+5).',
    );
    expect(await visitor.page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
  });

  test('tells what is wrong with a signature', async () => {
    await visitor.open('sign-in-signature');
    expect(await visitor.page.getByRole('alert').getByRole('listitem').allTextContents()).toEqual([
      'The certificate had been revoked.',
    ]);
  });

  test('lets anybody in as an invented person in demo mode, and only there', async () => {
    await visitor.open('sign-in');
    expect(await visitor.page.getByText('Demo mode').count()).toBe(0);
    await visitor.open('sign-in-demo');
    await visitor.page.getByRole('region', { name: 'Demo mode — invented people' }).waitFor();
    await visitor.press('ArrowDown', 'Tab', 'Enter');
    await visitor.page.waitForURL(samples.application);
    expect(samples.sent).toEqual([{ method: 'demo', lang: 'en', account: 'op' }]);
  });
});

describe('The signature form', () => {
  const button = () => visitor.page.getByRole('button', { name: 'Sign with NCALayer' });
  const status = () => visitor.page.getByRole('status');

  /** NCALayer as a program that answers what it is asked for a signature. */
  const ncaLayer = (answer: object) =>
    visitor.page.routeWebSocket('wss://127.0.0.1:13579/', (socket) => {
      socket.send(JSON.stringify({ result: { version: '1.4' } }));
      socket.onMessage((message) => {
        const { module } = JSON.parse(message.toString()) as { module: string };
        socket.send(JSON.stringify(module === 'kz.gov.pki.knca.basics' ? answer : { status: false }));
      });
    });

  test.each([
    ['kk', 'NCALayer бұл компьютерде іске қосылмаған.'],
    ['ru', 'NCALayer на этом компьютере не запущен.'],
    ['en', 'NCALayer is not running on this computer.'],
  ])('says in %s that NCALayer is not running, and may try again', async (language, text) => {
    await visitor.open('sign-in', language);
    await visitor.page.locator('[data-challenge] button').click();
    await status().getByText(text).waitFor();
    expect(await visitor.page.locator('[data-challenge] button').isEnabled()).toBe(true);
    expect(await visitor.violations()).toEqual([]);
    expect(samples.sent).toEqual([]);
  });

  test('sends what NCALayer signed', async () => {
    await ncaLayer({ status: true, body: { result: ['-----BEGIN CMS-----\nc2ln\nbmVk\n-----END CMS-----\n'] } });
    await visitor.open('invitation');
    await button().click();
    await visitor.page.waitForURL(samples.application);
    expect(samples.sent).toEqual([{ method: 'signature', lang: 'en', signature: 'c2lnbmVk' }]);
  });

  test('tells apart that the person cancelled, and that NCALayer failed', async () => {
    await ncaLayer({ status: true, body: {} });
    await visitor.open('sign-in');
    await button().click();
    await status().getByText('You cancelled the signing. Nothing was sent.').waitFor();
    await visitor.close();
    visitor = await newVisitor(browser, samples.origin);
    await ncaLayer({ status: false, code: '500', message: 'key' });
    await visitor.open('sign-in');
    await button().click();
    await status().getByText('NCALayer could not sign.').waitFor();
    expect(samples.sent).toEqual([]);
  });

  test('works without a script: download, sign elsewhere, paste', async () => {
    await visitor.close();
    visitor = await newVisitor(browser, samples.origin, { javaScriptEnabled: false });
    await visitor.open('sign-in');
    expect(await button().count()).toBe(0);
    await visitor.page.getByText('Sign with another program').click();
    const [file] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.page.getByRole('link', { name: /Download/ }).click(),
    ]);
    expect(await text(await file.createReadStream())).toBe('sign me');
    await visitor.page.getByLabel('Signature (CMS, base64)').fill('c2lnbmVk');
    await visitor.page.getByRole('button', { name: 'Send the signature' }).click();
    await visitor.page.waitForURL(samples.application);
    expect(samples.sent).toEqual([{ method: 'signature', lang: 'en', signature: 'c2lnbmVk' }]);
  });
});

describe('The invitation page', () => {
  test('is filled in and sent with the keyboard alone', async () => {
    await visitor.open('invitation');
    for (const typed of ['correct horse battery', 'correct horse battery', '123456']) {
      await visitor.page.keyboard.type(typed);
      if (typed !== '123456') await visitor.press('Tab');
    }
    await visitor.press('Enter');
    await visitor.page.waitForURL(samples.application);
    expect(samples.sent).toEqual([
      {
        method: 'password',
        lang: 'en',
        email: 'a.serik@mfa.example',
        password: 'correct horse battery',
        passwordAgain: 'correct horse battery',
        code: '123456',
      },
    ]);
  });

  test.each(['light', 'dark'] as const)('shows a QR code that a camera reads, in %s', async (colorScheme) => {
    await visitor.page.emulateMedia({ colorScheme });
    await visitor.open('invitation');
    const picture = await visitor.page.getByRole('img', { name: 'QR code for the authenticator app' }).screenshot();
    expect(await readQr(picture)).toBe(oneTimeCodeUri);
    expect(await visitor.page.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP').count()).toBe(1);
  });

  test('says each problem at its field and at the top, and begins at the first', async () => {
    await visitor.open('invitation-wrong');
    const links = visitor.page.getByRole('alert').getByRole('link');
    expect(await links.allTextContents()).toEqual([
      'The password is too short: it needs at least 12 characters.',
      'The two passwords differ. Type both again.',
      'The code is wrong. Type the one that the app shows just now, and check that the clock of the phone is right.',
    ]);
    expect(await visitor.page.evaluate('document.activeElement.id')).toBe('password');
    const described = await visitor.page.getByLabel('New password').getAttribute('aria-describedby');
    const spoken = await Promise.all(described!.split(' ').map((id) => visitor.page.locator(`#${id}`).textContent()));
    expect(spoken[0]).toBe('The password is too short: it needs at least 12 characters.');
    await links.nth(2).click();
    expect(await visitor.page.evaluate('document.activeElement.id')).toBe('code');
  });

  test('begins at the signature when that was refused', async () => {
    await visitor.open('invitation-signature');
    expect(await visitor.page.evaluate('document.activeElement.textContent')).toContain(
      'The signature was not accepted.',
    );
  });
});

test('Somebody with several accounts chooses one with the keyboard alone', async () => {
  await visitor.open('choose-account');
  await visitor.press('ArrowDown', 'Enter');
  await visitor.page.waitForURL(samples.application);
  expect(samples.sent).toEqual([{ method: 'choose', lang: 'en', account: 'a2' }]);
});

test('Signing out is confirmed, or not', async () => {
  await visitor.open('sign-out');
  await visitor.press('Enter');
  await visitor.page.waitForURL(samples.application);
  await visitor.open('sign-out');
  await visitor.press('Tab', 'Enter');
  await visitor.page.waitForURL(samples.application);
  expect(samples.sent).toEqual([{ xsrf: 'x1', logout: 'yes' }, { xsrf: 'x1' }]);
});

test('Recovery codes are all on the printed page, and what is only for the screen is not', async () => {
  await visitor.open('recovery-codes');
  expect(await visitor.page.getByRole('link', { name: 'I have kept them' }).getAttribute('href')).toBe(
    '/pages/accepted',
  );
  await visitor.page.emulateMedia({ media: 'print' });
  expect(await visitor.page.getByRole('listitem').count()).toBe(10);
  expect(await visitor.page.getByRole('listitem').last().isVisible()).toBe(true);
  expect(await visitor.page.getByText('I have kept them').isVisible()).toBe(false);
});
