import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { languages } from '../../subgraphs/kit/errors/languages.ts';
import { openBrowser } from '../support/browser.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { graveFindings } from './findings.ts';
import { sampleIin, sampleNothing, sampleResidence } from './dashboard-samples.ts';
import { visitDashboard } from './dashboard-visit.ts';
import type { Asked } from './dashboard-visit.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  product = await startTestProduct({ signIn: true, pages: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
afterEach(() => visitor.close());

const samples: Record<string, object> = { IIN: sampleIin, RESIDENCE: sampleResidence, PETITION: sampleNothing };
const answer = ({ variables: { filter } }: Asked) => ({ data: { statistics: samples[String(filter.service)] } });

/** What doesn't fit the width of the window, with everything unfolded. */
const tooWide = () =>
  visitor.page.evaluate<string[]>(`
    document.querySelectorAll('details').forEach((each) => { each.open = true });
    [...document.querySelectorAll('main *')]
      .filter((each) => !each.closest('svg, .unseen'))
      .filter((each) => each.getBoundingClientRect().right > innerWidth || each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.outerHTML)
  `);
/** The rows of the picture with a title, as they are read. */
const rowsOf = (title: string) =>
  visitor.page
    .getByRole('region', { name: title, exact: true })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...(row as unknown as { cells: { innerText: string }[] }).cells].map((each) => each.innerText.trim()),
      ),
    );
const number = (name: string) => visitor.page.locator('dl > div', { hasText: name }).locator('dd').first().innerText();

describe('The dashboard', () => {
  test('shows the numbers as they are, and what was held back as such, never as none', async () => {
    visitor = await visitDashboard(product, browser, { answer });
    expect(await number('Received')).toBe('1,284');
    expect(await number('Not accepted')).toBe('fewer than 5');
    expect(await number('Overdue')).toBe('3');
    expect(await rowsOf('Age of what is in work')).toEqual([
      ['Age, days', 'Number'],
      ['0', '31'],
      ['1–3', 'fewer than 5'],
      ['4 or more', '0'],
    ]);
    expect((await rowsOf('Due in the next ten days')).slice(1)).toEqual([
      ['Thu 26 Nov', '22'],
      ['Fri 27 Nov', '31'],
    ]);
    expect((await rowsOf('Refusals by ground')).slice(1)).toEqual([
      ['an IIN exists', '32'],
      ['not compliant', '16'],
    ]);
    expect((await rowsOf('The way through the service, and the time of each step'))[1]).toEqual([
      'forming the IIN',
      '1,198',
      '73',
      '22 h',
      '3 d',
    ]);
  });

  test('ranks the missions by what they received, and keeps the least until they are asked for', async () => {
    visitor = await visitDashboard(product, browser, { answer });
    const figure = visitor.page.getByRole('region', { name: 'Missions' });
    const name = (place: number) => `Embassy in the Kingdom of Saudi Arabia, ${place}`;
    expect((await rowsOf('Missions')).slice(0, 2)).toEqual([
      ['Mission', 'Received', 'In work', 'On time'],
      [name(14), '140', '14', '90%'],
    ]);
    expect(await figure.getByText(name(2), { exact: true }).isVisible()).toBe(false);
    await figure.getByText('The others: 2').click();
    expect(await figure.getByText(name(2), { exact: true }).isVisible()).toBe(true);
  });

  test('draws the share on time of each week, tells it in words, and has it as a table', async () => {
    visitor = await visitDashboard(product, browser, { answer, filters: '&from=2026-10-06&until=2026-10-27' });
    const figure = visitor.page.getByRole('region', { name: 'Share decided on time, by week' });
    const said = 'In the whole period: 97% (1,166 of 1,198). Lowest week, of 12 Oct: 80%.';
    expect(await figure.locator('.summary').innerText()).toBe(said);
    expect(await figure.getByRole('img').getAttribute('aria-label')).toBe(`Share decided on time, by week. ${said}`);
    // The week without a decision is a gap in the line.
    expect(await figure.locator('svg [aria-label=dot] circle').count()).toBe(3);
    await figure.getByText('As a table').click();
    expect((await rowsOf('Share decided on time, by week')).slice(1)).toEqual([
      ['5 Oct', '99%', '99', '1', '1'],
      ['12 Oct', '80%', '40', '10', '10'],
      ['19 Oct', '—', '0', '0', '0'],
      ['26 Oct', '100%', '60', '0', '0'],
    ]);
  });

  const everyWindow = languages.flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => [language, colorScheme] as const),
  );
  test.each(everyWindow)(
    'in %s and %s fits a phone, keeps to its policy, asks nobody else, and can be used by everybody',
    async (language, colorScheme) => {
      const window = { viewport: { width: 360, height: 740 }, colorScheme };
      visitor = await visitDashboard(product, browser, { answer, language, window });
      for (const service of ['RESIDENCE', 'PETITION', 'IIN']) {
        await visitor.page.locator(`.services a[href*="service=${service}"]`).click();
        await visitor.page.locator('.counted:not(.busy)').waitFor();
        expect(await tooWide()).toEqual([]);
        expect(await graveFindings(visitor.page)).toEqual([]);
      }
      expect(await visitor.page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await visitor.page.locator('body').innerText()).not.toMatch(/[{}]|undefined|NaN/);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.strayRequests).toEqual([]);
    },
  );

  test('is on paper without what can only be clicked, dark on light, on three sheets at the most', async () => {
    visitor = await visitDashboard(product, browser, { answer, window: { colorScheme: 'dark' } });
    await visitor.page.emulateMedia({ media: 'print' });
    expect(await visitor.page.locator('form, nav, .behind').filter({ visible: true }).count()).toBe(0);
    expect(await visitor.page.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(20, 38, 43)');
    const paper = (await visitor.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = paper.match(/\/Type \/Page\b/g)!.length;
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(3);
    // A4, in points.
    expect(paper).toMatch(/MediaBox \[0 0 59[45](\.\d+)? 84[12]/);
  });
});

describe('What the dashboard shows', () => {
  test('is in its address, through the sign-in, and the way back', async () => {
    const asked: unknown[] = [];
    const noted = (question: Asked) => (asked.push(question.variables.filter), answer(question));
    const filters = '&service=IIN&from=2026-09-01&until=2026-10-31&mission=13&category=HEIR';
    visitor = await visitDashboard(product, browser, { answer: noted, filters });
    const { page } = visitor;
    const period = { from: '2026-09-01', until: '2026-10-31' };
    expect(asked).toEqual([{ service: 'IIN', ...period, mission: 13, category: 'HEIR' }]);
    expect(await page.getByLabel('Received from').inputValue()).toBe('2026-09-01');
    await page.locator('option[value="13"]').waitFor({ state: 'attached' });
    expect(await page.getByRole('combobox', { name: 'Mission' }).locator('option:checked').textContent()).toBe(
      'Embassy in the Federal Republic of Germany',
    );

    await page.getByLabel('Category').selectOption('');
    await page.getByLabel('until, included').fill('2026-10-15');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/until=2026-10-15/);
    expect(page.url()).not.toContain('category');
    await page.getByRole('link', { name: 'Residence' }).press('Enter');
    await page.waitForURL(/service=RESIDENCE/);
    expect(page.url()).not.toContain('mission');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /Individual identification number/ }).waitFor();
    await page.goBack();
    await page.getByLabel('until, included').and(page.locator('[value="2026-10-31"]')).waitFor();
    expect(await page.getByLabel('Category').inputValue()).toBe('HEIR');
    expect(await page.getByRole('combobox', { name: 'Mission' }).inputValue()).toBe('13');
    expect(asked.at(-1)).toEqual(asked[0]);
    expect(visitor.strayRequests).toEqual([]);
  });

  test('is narrowed down to a mission from the list of them', async () => {
    visitor = await visitDashboard(product, browser, { answer });
    await visitor.page.getByRole('link', { name: 'Embassy in the Kingdom of Saudi Arabia, 14' }).click();
    await visitor.page.waitForURL(/mission=14/);
    const mission = visitor.page.getByRole('combobox', { name: 'Mission' });
    await mission.locator('option[value="14"]:checked').waitFor({ state: 'attached' });
  });

  test('is never of a period that ends before it begins', async () => {
    visitor = await visitDashboard(product, browser, { answer, filters: '&from=2026-09-01&until=2026-10-31' });
    const before = visitor.page.url();
    await visitor.page.getByLabel('until, included').fill('2026-08-01');
    await visitor.page.getByRole('button', { name: 'Show' }).click();
    expect(await visitor.page.getByRole('alert').innerText()).toBe('The last day is before the first one.');
    expect(visitor.page.url()).toBe(before);
  });

  test('is told in words where there is nothing', async () => {
    visitor = await visitDashboard(product, browser, { answer, filters: '&service=PETITION' });
    expect(await visitor.page.locator('.notice').innerText()).toMatch(/^Nothing was received that fits/);
    expect(await number('Received')).toBe('0');
  });

  test('is tried again after a failure', async () => {
    let failing = true;
    const failure = { errors: [{ message: 'It is being repaired.', extensions: { code: 'UNAVAILABLE' } }] };
    visitor = await visitDashboard(product, browser, { answer: (asked) => (failing ? failure : answer(asked)) });
    expect(await visitor.page.getByRole('alert').innerText()).toContain('It is being repaired.');
    failing = false;
    await visitor.page.getByRole('button', { name: 'Try again' }).click();
    await visitor.page.locator('.counted').waitFor();
    expect(await number('Received')).toBe('1,284');
  });

  test('is not open to every role, which is told what is', async () => {
    visitor = await visitDashboard(product, browser, { role: 'consul' });
    const notice = visitor.page.getByRole('region', { name: 'These statistics aren’t open to your role' });
    expect(await notice.innerText()).toContain('You are signed in as: Consul.');
    expect(await notice.getByRole('link').getAttribute('href')).toBe('/graphiql');
    expect(await visitor.page.locator('form, dl').count()).toBe(0);
    expect(await graveFindings(visitor.page)).toEqual([]);
  });

  test('is open to the Manager user as far as the Manager’s service goes', async () => {
    const forbidden = { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] };
    visitor = await visitDashboard(product, browser, {
      role: 'manager',
      filters: '&service=RESIDENCE',
      answer: (asked) => (asked.variables.filter.service === 'IIN' ? answer(asked) : forbidden),
    });
    await visitor.page.getByRole('link', { name: 'Show the statistics of the IIN service' }).click();
    await visitor.page.locator('.counted').waitFor();
    expect(await number('Received')).toBe('1,284');
  });
});
