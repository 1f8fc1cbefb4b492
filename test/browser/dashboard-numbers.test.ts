import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { act, apply, attach, consent, presentHead, registerPerson } from '../support/counter.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { jobsDone } from '../support/queue.ts';
import { visitDashboard } from './dashboard-visit.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let browser: Browser;
let visitor: Visitor;

/** Six applications: two formed, one withdrawn and two waiting in Berlin, one waiting in Tirana; and one that wasn't accepted. */
beforeAll(async () => {
  product = await startTestProduct({ signIn: true, pages: true });
  browser = await openBrowser();
  const [berlin, tirana, operator] = [
    product.as('consul'),
    product.as('consul', { mission: 1 }),
    product.as('iin_operator'),
  ];
  const arrive = async () => apply(berlin, await presentHead(berlin));
  for (const id of [await arrive(), await arrive()]) {
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'formIin', id, 2);
  }
  await act(berlin, 'withdrawIinApplication', await arrive(), 1);
  await arrive();
  await arrive();
  await apply(tirana, await presentHead(tirana));
  const without = await registerPerson(berlin);
  await attach(berlin, without, 'APPLICATION_FORM');
  await consent(berlin, without);
  await berlin.ask(
    'mutation R($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) { __typename } }',
    {
      input: { applicantId: without, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' },
    },
  );
  await jobsDone(product);
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
afterEach(() => visitor.close());

/** The headline numbers that the page shows, by their names. */
const shownNumbers = async () =>
  Object.fromEntries(
    await visitor.page
      .locator('dl > div')
      .evaluateAll((each) =>
        (each as unknown as { querySelector(selector: string): { firstChild: { textContent: string } } }[]).map(
          (one) => [
            one.querySelector('dt').firstChild.textContent,
            Number(one.querySelector('dd').firstChild.textContent),
          ],
        ),
      ),
  ) as Record<string, number>;

/** How many applications are in some states, counted in the database; those of a mission, or all. */
async function counted(states: string[], mission?: number): Promise<number> {
  const { rows } = await product.database.query<{ count: number }>(
    `select count(*)::int as count from iin.application
     where state = any($1) and ($2::int is null or office_id = (select id from kit.office where kind = 'MISSION' and number = $2))`,
    [states, mission],
  );
  return rows[0]!.count;
}

describe('The numbers of the dashboard', () => {
  test('are those in the database, for all missions', async () => {
    visitor = await visitDashboard(product, browser, {});
    const all = ['REGISTERED', 'IN_REVIEW', 'FORMED', 'REFUSED', 'WITHDRAWN'];
    const refusals = await product.database.query('select from iin.acceptance_refusal');
    expect(await shownNumbers()).toMatchObject({
      Received: await counted(all),
      'In work': await counted(['REGISTERED', 'IN_REVIEW']),
      Done: await counted(['FORMED']),
      Refused: await counted(['REFUSED']),
      'Ended otherwise': await counted(['WITHDRAWN']),
      'Not accepted': refusals.rowCount,
      'On time': 2,
    });
    // By hand: so that nothing is compared with nothing.
    expect(await shownNumbers()).toMatchObject({ Received: 6, 'In work': 3, Done: 2, 'Not accepted': 1 });
    expect(visitor.strayRequests).toEqual([]);
  });

  test('are those of one mission where the address says so, for the Manager user too', async () => {
    visitor = await visitDashboard(product, browser, { role: 'manager', filters: '&mission=1' });
    expect(await counted(['REGISTERED', 'IN_REVIEW'], 1)).toBe(1);
    expect(await shownNumbers()).toMatchObject({ Received: 1, 'In work': 1, Done: 0, 'Not accepted': 0 });
  });

  test('are what the graph answers to the query that each leads to', async () => {
    visitor = await visitDashboard(product, browser, { filters: '&mission=13' });
    const shown = Object.values(await shownNumbers());
    const links = await visitor.page
      .locator('dd a')
      .evaluateAll((each) => each.map((link) => (link as unknown as { href: string }).href));
    const answers = await Promise.all(
      links.map(async (link) => {
        const { pathname, hash } = new URL(link);
        expect(pathname).toBe('/graphiql');
        const said = Object.fromEntries(
          hash
            .slice(1)
            .split('&')
            .map((part) => part.split('=').map(decodeURIComponent)),
        ) as Record<'query' | 'variables', string>;
        const { statistics } = await product
          .as('auditor')
          .ask(said.query, JSON.parse(said.variables) as Record<string, unknown>);
        const { counts, overdue } = statistics as { counts?: Record<string, number>; overdue?: number };
        return counts ? Object.values(counts)[0] : overdue;
      }),
    );
    expect(answers).toEqual(shown);
    expect(shown).toContain(5);
  });
});
