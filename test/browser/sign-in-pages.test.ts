import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { languages } from '../../subgraphs/kit/errors/languages.ts';
import { openBrowser } from '../support/browser.ts';
import { graveFindings } from './findings.ts';
import { hostilePages, hostileText, samplePages } from './sample-pages.ts';
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
afterEach(() => visitor.close());

/** What doesn't fit the width of the window. */
const tooWide = () =>
  visitor.page.evaluate<string[]>(`
    [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth || each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.outerHTML)
  `);

describe('Every sign-in page', () => {
  const everyPage = Object.keys(samplePages).flatMap((name) => languages.map((language) => [name, language] as const));

  test.each(everyPage)(
    '%s in %s keeps to its policy, fits a small phone, and can be used by everybody, in light and dark',
    async (name, language) => {
      await visitor.page.setViewportSize({ width: 320, height: 640 });
      await visitor.open(name, language);
      expect(await visitor.page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.strayRequests).toEqual([]);
      expect(await tooWide()).toEqual([]);
      expect(await graveFindings(visitor.page)).toEqual([]);
      await visitor.page.emulateMedia({ colorScheme: 'dark' });
      expect(await graveFindings(visitor.page, { only: ['color-contrast'] })).toEqual([]);
    },
  );

  test.each(Object.keys(hostilePages))('%s shows what anybody wrote as text', async (name) => {
    await visitor.open(name);
    await visitor.page.waitForLoadState('load');
    expect(await visitor.page.locator('img, script:not([src]), [onerror], [onfocus], b').count()).toBe(0);
    expect(await visitor.violations()).toEqual([]);
    if (name === 'hostile-sign-out') return;
    const shown = await visitor.page.evaluate<string[]>(
      `[...document.querySelectorAll('body *')].flatMap((each) => [each.textContent, String(each.value)])`,
    );
    expect(shown.filter((text) => text.includes(hostileText))).not.toEqual([]);
  });

  test('can be had in another language, with the rest of its address', async () => {
    await visitor.open('sign-out', 'ru');
    await visitor.page.getByRole('link', { name: 'Eng' }).click();
    expect(await visitor.page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign out?');
    expect(Object.fromEntries(new URL(visitor.page.url()).searchParams)).toEqual({
      client_id: 'workplace',
      state: 'a&b',
      lang: 'en',
    });
    expect(await visitor.page.getByRole('link', { name: 'Eng' }).getAttribute('aria-current')).toBe('true');
  });

  test('offers no other language where asking for it again would lose what it shows', async () => {
    for (const name of ['recovery-codes', 'choose-account']) {
      await visitor.open(name);
      expect(await visitor.page.getByRole('navigation').count()).toBe(0);
    }
    await visitor.open('sign-in');
    expect(await visitor.page.getByRole('navigation').count()).toBe(1);
  });
});
