import { text } from 'node:stream/consumers';
import formbody from '@fastify/formbody';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import Fastify from 'fastify';
import decodeQr from 'jsqr';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { signInScript } from '../../gateway/identity/pages/sign-in-script-bundle.ts';
import { languages } from '../../subgraphs/kit/errors/languages.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { headersOf, hostilePages, hostileText, oneTimeCodeUri, samplePages } from './sample-pages.ts';

const pages = { ...samplePages, ...hostilePages };
/** What each form sent. */
const sent: object[] = [];
const strayRequests: string[] = [];
const server = Fastify({ forceCloseConnections: true });
/** The application that a sign-in leads back to: another origin. */
const application = Fastify({ forceCloseConnections: true });
let origin: string;
let applicationOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  application.get('/callback', (_request, reply) => reply.type('text/html').send('<h1>Workplace</h1>'));
  applicationOrigin = await application.listen({ host: '127.0.0.1', port: 0 });
  await server.register(formbody);
  server.get<{ Params: { name: string }; Querystring: { lang?: string; leadsNowhere?: string } }>(
    '/pages/:name',
    ({ params, query }, reply) => {
      const sample = pages[params.name]!;
      const language = languages.find((each) => each === query.lang) ?? 'kk';
      const origins = query.leadsNowhere ? [] : [applicationOrigin];
      return reply.headers(headersOf(sample, origins)).send(sample.html(language));
    },
  );
  server.post<{ Body: object }>('/pages/:name', (request, reply) => {
    sent.push(Object.assign({}, request.body));
    return reply.redirect(`${applicationOrigin}/callback`, 303);
  });
  server.get('/challenge', (_request, reply) => reply.type('application/octet-stream').send('sign me'));
  server.get('/identity/assets/sign-in.js', (_request, reply) => reply.type('text/javascript').send(signInScript()));
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server.close(), application.close()]);
});
beforeEach(() => openPage());
afterEach(async () => {
  await context.close();
  sent.length = 0;
  strayRequests.length = 0;
});

async function openPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext(options);
  await context.addInitScript(`
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  `);
  page = await context.newPage();
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) strayRequests.push(request.url());
  });
}

/** Opens a page, and waits until typing can begin where the page says. */
async function open(name: string, language = 'en', more = ''): Promise<void> {
  await page.goto(`${origin}/pages/${name}?lang=${language}${more}`);
  if ((await page.locator('[autofocus]').count()) > 0) await page.locator('[autofocus]:focus').waitFor();
}

const violations = () => page.evaluate<string[]>('violations');
/** What doesn't fit the width of the window. */
const tooWide = () =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth || each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.outerHTML)
  `);
/** What keeps somebody from using the page, as axe finds it. */
const graveFindings = async (options = '') => {
  const { violations: findings } = await page.evaluate<AxeResults>(
    `axe.run({ resultTypes: ['violations'], ${options} })`,
  );
  const grave = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(({ id, nodes }) => [id, nodes[0]?.html]);
};
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('Every sign-in page', () => {
  const everyPage = Object.keys(samplePages).flatMap((name) => languages.map((language) => [name, language] as const));

  test.each(everyPage)(
    '%s in %s keeps to its policy, fits a small phone, and can be used by everybody, in light and dark',
    async (name, language) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(name, language);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await violations()).toEqual([]);
      expect(strayRequests).toEqual([]);
      expect(await tooWide()).toEqual([]);
      await page.evaluate(axe.source);
      expect(await graveFindings()).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await graveFindings("runOnly: ['color-contrast']")).toEqual([]);
    },
  );

  test.each(Object.keys(hostilePages))('%s shows what anybody wrote as text', async (name) => {
    await open(name);
    await page.waitForLoadState('load');
    expect(await page.locator('img, script:not([src]), [onerror], [onfocus], b').count()).toBe(0);
    expect(await violations()).toEqual([]);
    if (name === 'hostile-sign-out') return;
    const shown = await page.evaluate<string[]>(
      `[...document.querySelectorAll('body *')].flatMap((each) => [each.textContent, String(each.value)])`,
    );
    expect(shown.filter((text) => text.includes(hostileText))).not.toEqual([]);
  });

  test('can be had in another language, with the rest of its address', async () => {
    await open('sign-out', 'ru');
    await page.getByRole('link', { name: 'Eng' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign out?');
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      client_id: 'workplace',
      state: 'a&b',
      lang: 'en',
    });
    expect(await page.getByRole('link', { name: 'Eng' }).getAttribute('aria-current')).toBe('true');
  });

  test('offers no other language where asking for it again would lose what it shows', async () => {
    for (const name of ['recovery-codes', 'choose-account']) {
      await open(name);
      expect(await page.getByRole('navigation').count()).toBe(0);
    }
    await open('sign-in');
    expect(await page.getByRole('navigation').count()).toBe(1);
  });
});

describe('The sign-in page', () => {
  test('is filled in and sent with the keyboard alone, in one step, and leads back to the application', async () => {
    await open('sign-in', 'ru');
    await page.keyboard.type('a.serik@mfa.example');
    await press('Tab');
    await page.keyboard.type('correct horse battery');
    await press('Tab');
    await page.keyboard.type('123456');
    await press('Enter');
    await page.waitForURL(`${applicationOrigin}/callback`);
    expect(sent).toEqual([
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
    await open('sign-in-demo', 'en', '&leadsNowhere=true');
    await press('Tab', 'Enter');
    await eventually(async () => expect(await violations()).toEqual(['form-action']));
    expect(page.url()).toContain(origin);
  });

  test('takes a recovery code in the same step', async () => {
    await open('sign-in');
    await page.getByLabel('E-mail address').fill('a@b.example');
    await page.getByLabel('Password').fill('secret');
    await page.getByText('No access to the app?').focus();
    await press('Enter', 'Tab');
    await page.keyboard.type('k7wqe-0mn4t-x90rh');
    await press('Enter');
    await page.waitForURL(`${applicationOrigin}/callback`);
    expect(sent).toMatchObject([{ code: '', recoveryCode: 'k7wqe-0mn4t-x90rh' }]);
  });

  test('tells the browser what each field is for', async () => {
    await open('sign-in');
    const [email, password, code] = ['E-mail address', 'Password', 'One-time code'].map((label) =>
      page.getByLabel(label),
    );
    expect(await email!.getAttribute('autocomplete')).toBe('username');
    expect(await password!.getAttribute('autocomplete')).toBe('current-password');
    expect(await code!.getAttribute('autocomplete')).toBe('one-time-code');
    expect(await code!.getAttribute('inputmode')).toBe('numeric');
  });

  test('says of all three fields that one of them is wrong, keeps the address, and begins at the password', async () => {
    await open('sign-in-wrong');
    const text = 'The e-mail address, the password or the code is wrong. Check all three; each code works only once.';
    expect((await page.getByRole('alert').textContent())?.trim()).toBe(text);
    for (const label of ['E-mail address', 'Password', 'One-time code']) {
      const described = await page.getByLabel(label).getAttribute('aria-describedby');
      expect(described?.split(' ')).toContain(await page.getByRole('alert').getAttribute('id'));
    }
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('a.serik@mfa.example');
    expect(await page.evaluate('document.activeElement.id')).toBe('password');
  });

  test('tells when to try again, in Astana time', async () => {
    await open('sign-in-later');
    expect(await page.getByRole('alert').textContent()).toContain(
      'Too many attempts. Try again after 6 March 2026 at 00:30 (Astana time, UTC+5).',
    );
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
  });

  test('tells what is wrong with a signature', async () => {
    await open('sign-in-signature');
    expect(await page.getByRole('alert').getByRole('listitem').allTextContents()).toEqual([
      'The certificate had been revoked.',
    ]);
  });

  test('lets anybody in as an invented person in demo mode, and only there', async () => {
    await open('sign-in');
    expect(await page.getByText('Demo mode').count()).toBe(0);
    await open('sign-in-demo');
    await page.getByRole('region', { name: 'Demo mode — invented people' }).waitFor();
    await press('ArrowDown', 'Tab', 'Enter');
    await page.waitForURL(`${applicationOrigin}/callback`);
    expect(sent).toEqual([{ method: 'demo', lang: 'en', account: 'op' }]);
  });
});

describe('The signature form', () => {
  const button = () => page.getByRole('button', { name: 'Sign with NCALayer' });
  const status = () => page.getByRole('status');

  /** NCALayer as a program that answers what it is asked for a signature. */
  const ncaLayer = (answer: object) =>
    page.routeWebSocket('wss://127.0.0.1:13579/', (socket) => {
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
    await open('sign-in', language);
    await page.locator('[data-challenge] button').click();
    await status().getByText(text).waitFor();
    expect(await page.locator('[data-challenge] button').isEnabled()).toBe(true);
    expect(await violations()).toEqual([]);
    expect(sent).toEqual([]);
  });

  test('sends what NCALayer signed', async () => {
    await ncaLayer({ status: true, body: { result: ['-----BEGIN CMS-----\nc2ln\nbmVk\n-----END CMS-----\n'] } });
    await open('invitation');
    await button().click();
    await page.waitForURL(`${applicationOrigin}/callback`);
    expect(sent).toEqual([{ method: 'signature', lang: 'en', signature: 'c2lnbmVk' }]);
  });

  test('tells apart that the person cancelled, and that NCALayer failed', async () => {
    await ncaLayer({ status: true, body: {} });
    await open('sign-in');
    await button().click();
    await status().getByText('You cancelled the signing. Nothing was sent.').waitFor();
    await context.close();
    await openPage();
    await ncaLayer({ status: false, code: '500', message: 'key' });
    await open('sign-in');
    await button().click();
    await status().getByText('NCALayer could not sign.').waitFor();
    expect(sent).toEqual([]);
  });

  test('works without a script: download, sign elsewhere, paste', async () => {
    await context.close();
    await openPage({ javaScriptEnabled: false });
    await open('sign-in');
    expect(await button().count()).toBe(0);
    await page.getByText('Sign with another program').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Download/ }).click(),
    ]);
    expect(await text(await file.createReadStream())).toBe('sign me');
    await page.getByLabel('Signature (CMS, base64)').fill('c2lnbmVk');
    await page.getByRole('button', { name: 'Send the signature' }).click();
    await page.waitForURL(`${applicationOrigin}/callback`);
    expect(sent).toEqual([{ method: 'signature', lang: 'en', signature: 'c2lnbmVk' }]);
  });
});

describe('The invitation page', () => {
  test('is filled in and sent with the keyboard alone', async () => {
    await open('invitation');
    for (const typed of ['correct horse battery', 'correct horse battery', '123456']) {
      await page.keyboard.type(typed);
      if (typed !== '123456') await press('Tab');
    }
    await press('Enter');
    await page.waitForURL(`${applicationOrigin}/callback`);
    expect(sent).toEqual([
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
    await page.emulateMedia({ colorScheme });
    await open('invitation');
    const picture = await page.getByRole('img', { name: 'QR code for the authenticator app' }).screenshot();
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(decodeQr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(oneTimeCodeUri);
    expect(await page.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP').count()).toBe(1);
  });

  test('says each problem at its field and at the top, and begins at the first', async () => {
    await open('invitation-wrong');
    const links = page.getByRole('alert').getByRole('link');
    expect(await links.allTextContents()).toEqual([
      'The password is too short: it needs at least 12 characters.',
      'The two passwords differ. Type both again.',
      'The code is wrong. Type the one that the app shows just now, and check that the clock of the phone is right.',
    ]);
    expect(await page.evaluate('document.activeElement.id')).toBe('password');
    const described = await page.getByLabel('New password').getAttribute('aria-describedby');
    const spoken = await Promise.all(described!.split(' ').map((id) => page.locator(`#${id}`).textContent()));
    expect(spoken[0]).toBe('The password is too short: it needs at least 12 characters.');
    await links.nth(2).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('code');
  });

  test('begins at the signature when that was refused', async () => {
    await open('invitation-signature');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('The signature was not accepted.');
  });
});

test('Somebody with several accounts chooses one with the keyboard alone', async () => {
  await open('choose-account');
  await press('ArrowDown', 'Enter');
  await page.waitForURL(`${applicationOrigin}/callback`);
  expect(sent).toEqual([{ method: 'choose', lang: 'en', account: 'a2' }]);
});

test('Signing out is confirmed, or not', async () => {
  await open('sign-out');
  await press('Enter');
  await page.waitForURL(`${applicationOrigin}/callback`);
  await open('sign-out');
  await press('Tab', 'Enter');
  await page.waitForURL(`${applicationOrigin}/callback`);
  expect(sent).toEqual([{ xsrf: 'x1', logout: 'yes' }, { xsrf: 'x1' }]);
});

test('Recovery codes are all on the printed page, and what is only for the screen is not', async () => {
  await open('recovery-codes');
  expect(await page.getByRole('link', { name: 'I have kept them' }).getAttribute('href')).toBe('/pages/accepted');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('listitem').count()).toBe(10);
  expect(await page.getByRole('listitem').last().isVisible()).toBe(true);
  expect(await page.getByText('I have kept them').isVisible()).toBe(false);
});
