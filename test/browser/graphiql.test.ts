import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { openBrowser } from '../support/browser.ts';
import { registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
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
  visitor = await newVisitor(browser, product.url, { locale: 'en-GB', viewport: { width: 1300, height: 900 } });
  page = visitor.page;
});
afterEach(async () => {
  expect(visitor.strayRequests).toEqual([]);
  await visitor.close();
});

/** Opens GraphiQL as the demo account of a role; answers the schema that it was given. */
async function open(role: Role, more = ''): Promise<Map<string, string[]>> {
  const introspection = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('__schema')),
  );
  await page.goto(`${product.url}/graphiql?as=${demoAccount(role)!.id}${more}`);
  const { data } = await (await introspection).json();
  await page.getByRole('button', { name: /^Execute/ }).waitFor();
  const types = data.__schema.types as { name: string; fields: { name: string }[] | null }[];
  return new Map(types.map(({ name, fields }) => [name, (fields ?? []).map((field) => field.name)]));
}

/** A link's part that brings an operation along, where no server sees it. */
const linked = (query: string, variables = '') => `#${new URLSearchParams({ query, variables }).toString()}`;

/** Sends what stands in the editor; answers the answer. */
async function run() {
  const answer = page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await page.getByRole('button', { name: /^Execute/ }).click();
  const response = await answer;
  return { headers: response.headers(), body: await response.json() };
}

const shelf = () => page.locator('.shelf li button').allTextContents();

describe('GraphiQL', () => {
  test('shows a consul the schema and the operations of consuls alone', async () => {
    const schema = await open('consul');
    expect(schema.get('Query')).toContain('iinApplications');
    expect(schema.get('Query')).not.toContain('journal');
    expect(schema.get('Mutation')).toContain('registerIinApplication');
    expect(schema.get('Mutation')).not.toContain('formIin');
    const titles = await shelf();
    expect(titles).toContain('Register IIN application');
    expect(titles).toContain('Notifications');
    expect(titles).not.toContain('Form IIN');
    expect(await page.getByRole('banner').innerText()).toContain('Consul Demo of mission 13 Consul');
    expect(await page.getByRole('button', { name: /Disclosure/ }).count()).toBe(0);
    expect(await visitor.violations()).toEqual([]);
  });

  test('shows an operator those of operators', async () => {
    const schema = await open('iin_operator');
    expect(schema.get('Mutation')).toContain('formIin');
    expect(schema.get('Mutation')).not.toContain('registerIinApplication');
    expect(await shelf()).toContain('Form IIN');
  });

  test('opens a ready operation in a new tab with variables to begin from, and shows its answer as a table', async () => {
    const schema = await open('auditor');
    expect(schema.get('Query')).toContain('journal');
    expect(schema.get('Mutation')).not.toContain('registerApplicant');
    await product.as('consul').ask('{ iinApplications(first: 1) { totalCount } }');
    await page.getByRole('searchbox').fill('who did, read');
    expect(await shelf()).toEqual(['Journal']);
    await page.getByRole('button', { name: 'Journal', exact: true }).click();
    await page.getByRole('tab', { name: 'Journal' }).waitFor();
    const { body } = await run();
    const nodes = body.data.journal.edges.map(({ node }: { node: { id: string } }) => node);
    expect(nodes.length).toBeGreaterThan(0);
    await page.locator('.result tbody tr').first().waitFor();
    expect(await page.locator('.result tbody tr').count()).toBe(nodes.length);
    expect(await page.locator('.result tbody td').first().textContent()).toBe(nodes[0].id);
  });

  test('gives a list as CSV', async () => {
    await open(
      'consul',
      linked(
        'query First($n: Int!) { missions(first: $n) { edges { node { number city name { ru } } } } }',
        '{"n": 2}',
      ),
    );
    await page.getByRole('tab', { name: 'First' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await run();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('missions.csv');
    expect(await readFile(await file.path(), 'utf8')).toBe(
      '\uFEFFnumber,city,name.ru\r\n' +
        '1,Tirana,Посольство Республики Казахстан в Республике Албания\r\n' +
        '2,"Washington, D.C.",Посольство Республики Казахстан в Соединенных Штатах Америки\r\n',
    );
  });

  test('says what an error means and what to do, with the number of the request, in the language chosen', async () => {
    await open('consul', linked('{ iinApplication(id: "01964631-f000-7e79-81d3-6bf2c59b97f8") { id } }'));
    const { headers } = await run();
    const result = page.getByRole('region', { name: 'About the result' });
    await result.waitFor();
    const text = await result.innerText();
    expect(text).toContain('NOT_FOUND');
    expect(text).toContain('There is no such thing, or your account may not see it.');
    expect(text).toContain(headers['x-request-id']);
    await page.getByRole('button', { name: 'Рус' }).click();
    expect(await page.locator('.result').innerText()).toContain(
      'Такой записи нет, или она не видна вашей учётной записи.',
    );
    await page.getByRole('button', { name: 'Қаз' }).click();
    expect(await page.locator('.result').innerText()).toContain(
      'Мұндай жазба жоқ немесе ол сіздің тіркелгіңізге көрінбейді.',
    );
    expect(await page.evaluate('document.documentElement.lang')).toBe('kk');
  });

  test('lists everything that is wrong with an input', async () => {
    await open('consul');
    await page.getByRole('button', { name: 'Register applicant', exact: true }).click();
    await page.getByRole('tab', { name: 'RegisterApplicant' }).waitFor();
    const { body } = await run();
    const { problems } = body.errors[0].extensions;
    expect(problems.length).toBeGreaterThan(1);
    await page.locator('.errors').waitFor();
    expect(await page.locator('.errors li li').count()).toBe(problems.length);
  });

  test('goes on beyond the end of a token', async () => {
    const grants: (string | null)[] = [];
    await page.route('**/identity/token', async (route) => {
      grants.push(new URLSearchParams(route.request().postData() ?? '').get('grant_type'));
      const response = await route.fetch();
      const body = await response.json();
      await route.fulfill({ response, json: { ...body, ...(body.expires_in && { expires_in: 5 }) } });
    });
    await open('consul', linked('{ me { role } }'));
    const { body } = await run();
    expect(body).toEqual({ data: { me: { role: 'consul' } } });
    expect(grants[0]).toBe('authorization_code');
    expect(grants.filter((grant) => grant === 'refresh_token').length).toBeGreaterThan(1);
  });

  test('keeps its tabs over a reload, but no answer, no token, and no variables of what was asked before', async () => {
    await open(
      'consul',
      linked('query Mine($id: ID!) { iinApplication(id: $id) { id } }', '{"id": "some-personal-thing"}'),
    );
    await run();
    await eventually(async () => {
      const [queries, tabs] = await page.evaluate<string[]>(
        `['queries', 'tabState'].map((name) => sessionStorage.getItem('graphiql:' + name) ?? '')`,
      );
      expect(queries).toContain('Mine');
      expect(tabs).toContain('Mine');
    });
    const kept = await page.evaluate<Record<string, string>>('({ ...localStorage, ...sessionStorage })');
    expect(kept['graphiql:queries']).toContain('Mine');
    expect(kept['graphiql:queries']).not.toContain('some-personal-thing');
    expect(JSON.stringify(kept)).not.toMatch(/NOT_FOUND|eyJ/);
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
    await page.reload();
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
  });

  test('forgets everything at the sign-out, and for another account', async () => {
    await open('consul', linked('query Mine { me { role } }'));
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
    await eventually(async () => {
      expect(await page.evaluate(`sessionStorage.getItem('graphiql:tabState')`)).toContain('Mine');
    });
    await open('auditor');
    expect(await page.getByRole('tab', { name: 'Mine' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(`${product.url}/`);
    expect(await page.evaluate('[Object.keys(sessionStorage), Object.keys(localStorage)]')).toEqual([[], []]);
    await page.goto(`${product.url}/graphiql`);
    await page.locator('#account').waitFor();
  });

  test('opens at its own name when it is asked by another one', async () => {
    const { port } = new URL(product.url);
    await page.goto(`http://localhost:${port}/graphiql?as=${demoAccount('consul')!.id}`);
    await page.getByRole('button', { name: /^Execute/ }).waitFor();
    expect(new URL(page.url()).origin).toBe(product.url);
    visitor.strayRequests.length = 0;
  });

  test.each(['light', 'dark'] as const)('keeps nobody from using what is ours, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open(
      'auditor',
      linked(
        '{ missions(first: 3) { edges { node { number city } } } iinApplication(id: "01964631-f000-7e79-81d3-6bf2c59b97f8") { id } }',
      ),
    );
    await run();
    await page.locator('.result').waitFor();
    // A tab of GraphiQL holds the button that closes it: its own, and not to be changed from outside.
    expect(await graveFindings(page, { except: ['.graphiql-tab'] })).toEqual([]);
  });
});

describe('The disclosure panel', () => {
  test('opens a person to an auditor, and tells how long they are open', async () => {
    const person = await registerPerson(product.as('consul'));
    await open('auditor', linked(`{ applicant(id: "${person}") { id } }`));
    await run();
    await page.getByRole('button', { name: 'Show Disclosure' }).click();
    expect(await page.locator('.panel').innerText()).toContain('Nothing is open now.');
    await page.locator(`datalist option[value="${person}"]`).waitFor({ state: 'attached' });
    await page.getByLabel('Its id').fill(person);
    await page.getByLabel('Reason').fill('A complaint about the deadline');
    await page.getByLabel('Hours').fill('2');
    await page.getByRole('button', { name: 'Disclose' }).click();
    const told = page.locator('.panel li');
    await told.waitFor();
    expect(await told.innerText()).toMatch(/A person .*(2 h 0|1 h 59) min left.*A complaint about the deadline/s);
    const { disclosures } = await product
      .as('auditor')
      .ask('{ disclosures(first: 5) { edges { node { subjectKind subjectId reason } } } }');
    expect(disclosures.edges.map(({ node }: { node: unknown }) => node)).toEqual([
      { subjectKind: 'PERSON', subjectId: person, reason: 'A complaint about the deadline' },
    ]);
  });

  test('says why a person can not be opened', async () => {
    await open('auditor');
    await page.getByRole('button', { name: 'Show Disclosure' }).click();
    await page.getByLabel('Its id').fill('01964631-f000-7e79-81d3-6bf2c59b97f8');
    await page.getByLabel('Reason').fill('A complaint about the deadline');
    await page.getByLabel('Hours').fill('2');
    await page.getByRole('button', { name: 'Disclose' }).click();
    await page.locator('.panel [role=alert]').waitFor();
    expect(await page.locator('.panel [role=alert]').innerText()).toContain('NOT_FOUND');
  });
});
