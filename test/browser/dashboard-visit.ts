import type { Browser, BrowserContextOptions } from 'playwright-core';
import { demoAccount } from '../../installation/demo/accounts.ts';
import type { Language } from '../../subgraphs/kit/errors/languages.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { TestProduct } from '../support/product.ts';
import { newVisitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

/** A question for statistics, as the page sends it. */
export interface Asked {
  query: string;
  variables: { filter: Record<string, unknown> };
}

interface VisitOptions {
  role?: Role;
  language?: Language;
  /** What the address of the page says beside the language. */
  filters?: string;
  /** What is answered to the page in the graph's place. Without it the graph answers. */
  answer?: (asked: Asked) => object;
  window?: BrowserContextOptions;
}

/** Somebody who opened the dashboard, signed in where they were sent to, and came back to it. */
export async function visitDashboard(
  { url }: TestProduct,
  browser: Browser,
  { role = 'auditor', language = 'en', filters = '', answer, window }: VisitOptions,
): Promise<Visitor> {
  const visitor = await newVisitor(browser, url, window);
  const { page } = visitor;
  if (answer)
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON() as Asked;
      await (asked.query.includes('statistics(') ? route.fulfill({ json: answer(asked) }) : route.continue());
    });
  await page.goto(`${url}/dashboard?lang=${language}${filters}`);
  await page.locator('select[name=account]').selectOption(demoAccount(role)!.id);
  await page.locator('form button').first().click();
  await page.locator('.counted:not(.busy), .dashboard .notice').first().waitFor();
  return visitor;
}
