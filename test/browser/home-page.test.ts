import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { languages } from '../../subgraphs/kit/errors/languages.ts';
import { openBrowser } from '../support/browser.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { graveFindings } from './findings.ts';
import { newVisitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  product = await startTestProduct({ signIn: true, pages: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
beforeEach(async () => {
  visitor = await newVisitor(browser, product.url, { locale: 'en-GB' });
  page = visitor.page;
});
afterEach(async () => {
  expect(visitor.strayRequests).toEqual([]);
  await visitor.close();
});

const titles = {
  kk: 'Шетелдіктерге арналған мемлекеттік қызметтердің бір графы',
  ru: 'Единый граф государственных услуг для иностранцев',
  en: 'One graph for the public services for foreigners',
};

test.each(languages)(
  'is there in %s, fits a small phone, and keeps nobody from using it, in light and dark',
  async (language) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const failed: string[] = [];
    page.on('response', (response) => response.ok() || failed.push(response.url()));
    await page.goto(`${product.url}/?lang=${language}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(titles[language]);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect([await visitor.violations(), failed]).toEqual([[], []]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await graveFindings(page)).toEqual([]);
    }
  },
);

test('signs in as each role of the demo, one after the other in the same browser', async () => {
  await page.goto(`${product.url}/?lang=en`);
  const ways = page.locator('.demo li');
  const roles = await ways.evaluateAll((rows) => rows.map((row) => row.querySelector('span')!.firstChild!.textContent));
  expect(roles).toEqual([
    'Administrator of the State Corporation',
    'Manager user',
    'Consul',
    'Authorised employee of the Ministry of Foreign Affairs',
    'Operator of the Ministry of Internal Affairs',
    'Astana Hub employee',
    'Signer of petitions at the Ministry of Digital Development',
    'Officer of the migration service',
    'Officer of the National Security Committee',
    'Employee of a public service centre',
    'Applicant',
    'Official who reviews complaints',
    'Auditor',
  ]);
  for (const [index, role] of roles.entries()) {
    await page.goto(`${product.url}/?lang=en`);
    const way = index % 2 === 0 ? 'GraphiQL' : 'Dashboard';
    await ways.nth(index).getByRole('link', { name: way }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await page.locator('.frame-person p').innerText()).toContain(role);
    expect(new URL(page.url()).searchParams.has('as')).toBe(false);
  }
});

test('takes its language along', async () => {
  await page.goto(`${product.url}/?lang=kk`);
  await page.getByRole('link', { name: 'GraphiQL', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Жүйеге кіру' }).waitFor();
});

test('offers nobody to sign in as outside of demo mode', async () => {
  const real = await startTestProduct({ signIn: true, pages: true, demo: false });
  try {
    const text = await (await fetch(`${real.url}/?lang=en`)).text();
    expect(text).toContain('One graph for the public services for foreigners');
    expect(text).not.toMatch(/as=|Demo/);
    await page.goto(`${real.url}/graphiql?as=${demoAccount('auditor')!.id}&lang=en`);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    visitor.strayRequests.length = 0;
  } finally {
    await real.close();
  }
});
