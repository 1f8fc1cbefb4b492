import { demoAccount } from '../../installation/demo/accounts.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestProduct } from '../support/product.ts';
import { costsTheSame, readingFor } from '../support/reading.ts';
import type { Reading } from '../support/reading.ts';
import { deepPlaces, fillWithApplications } from './applications-of-years.ts';
import type { DeepPlaces } from './applications-of-years.ts';

/** How large the proof is. */
export interface WorklistsSize {
  /** Applications in the database: first so many, then so many. */
  applications: readonly [number, number];
}

/** What a page cost, with few applications and with many. */
export interface PageCost {
  page: string;
  few: Reading;
  many: Reading;
}

/** What the proof found. */
export interface WorklistsFinding {
  costs: PageCost[];
  /** Everything that isn't as it must be. */
  faults: string[];
}

/** A page of somebody's worklist. */
interface Page {
  what: string;
  filter?: object;
  after?: string;
  /** The oldest ones, from the end of the list. */
  oldest?: boolean;
}

/** Every way to ask for a worklist, first pages and deep ones, with few applications and with many: what PostgreSQL reads for the product's own statements. */
export async function proveWorklists(product: TestProduct, { applications }: WorklistsSize): Promise<WorklistsFinding> {
  const [few, many] = applications;
  await fillWithApplications(product.database, few);
  const before = await readings(product);
  await fillWithApplications(product.database, many);
  const after = await readings(product);
  const costs = [...before].map(([page, reading]) => ({ page, few: reading, many: after.get(page)! }));
  const faults = costs
    .filter((each) => !costsTheSame(each.few, each.many))
    .map(
      ({ page, few, many }) =>
        `${page}: ${few.rows} rows and ${few.blocks} blocks, then ${many.rows} and ${many.blocks}`,
    );
  return { costs, faults };
}

async function readings(product: TestProduct): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>();
  for (const role of ['iin_operator', 'consul'] as const) {
    const account = demoAccount(role)!;
    const places = await deepPlaces(product.database, role === 'consul' ? account.officeId : null);
    const pages = [...everybodysPages(places), ...(role === 'consul' ? consulsPages : operatorsPages)];
    for (const page of pages)
      found.set(`${role}, ${page.what}`, await readingOf(product, account, product.as(role), page));
  }
  return found;
}

function readingOf(product: TestProduct, account: DemoAccount, client: GraphClient, page: Page): Promise<Reading> {
  const query = `query Page($filter: IinApplicationFilter, $first: Int, $after: String, $last: Int) {
    iinApplications(filter: $filter, first: $first, after: $after, last: $last) { edges { node { id } } } }`;
  const { what, filter, after, oldest } = page;
  return readingFor(product, account, 'application', async () => {
    const data = await client.ask(query, { filter, after, ...(oldest ? { last: 20 } : { first: 20 }) });
    if (data.iinApplications.edges.length === 0) throw new Error(`${account.role} has nothing: ${what}`);
  });
}

const open = ['REGISTERED', 'IN_REVIEW'];
const someTimeAgo = '2024-09-02T00:00:00+05:00';
const berlin = demoAccount('consul')!.officeId;

const everybodysPages = (places: DeepPlaces): Page[] => [
  { what: 'all' },
  { what: 'all, deep', after: places.all },
  { what: 'all, the oldest', oldest: true },
  { what: 'registered', filter: { states: ['REGISTERED'] } },
  { what: 'registered, the oldest', filter: { states: ['REGISTERED'] }, oldest: true },
  { what: 'open', filter: { states: open } },
  { what: 'open, the oldest', filter: { states: open }, oldest: true },
  { what: 'formed', filter: { states: ['FORMED'] } },
  { what: 'formed, deep', filter: { states: ['FORMED'] }, after: places.all },
  { what: 'refused', filter: { states: ['REFUSED'] } },
  { what: 'decided', filter: { states: ['FORMED', 'CORRECTED', 'REFUSED'] } },
  { what: 'withdrawn', filter: { states: ['WITHDRAWN'] } },
  { what: 'a usual category', filter: { category: 'DIGITAL_NOMAD' } },
  { what: 'a usual category, deep', filter: { category: 'DIGITAL_NOMAD' }, after: places.all },
  { what: 'a rare category', filter: { category: 'HEIR' } },
  { what: 'formed of a category', filter: { states: ['FORMED'], category: 'DIGITAL_NOMAD' } },
  { what: 'open of a category', filter: { states: open, category: 'DIGITAL_NOMAD' } },
  { what: 'passed', filter: { delivery: 'DELIVERED' } },
  { what: 'due some time ago', filter: { dueBefore: someTimeAgo } },
  { what: 'due some time ago, deep', filter: { dueBefore: someTimeAgo }, after: places.due },
  { what: 'due some time ago, the oldest', filter: { dueBefore: someTimeAgo }, oldest: true },
  { what: 'open and due', filter: { states: open, dueBefore: '2026-03-02T00:00:00+05:00' } },
  { what: 'overdue', filter: { overdue: true } },
  { what: 'overdue, deep', filter: { overdue: true }, after: places.late },
  { what: 'overdue, the oldest', filter: { overdue: true }, oldest: true },
  { what: 'open and overdue', filter: { states: open, overdue: true } },
  { what: 'not overdue', filter: { overdue: false } },
  { what: 'surnames', filter: { text: 's' } },
  { what: 'surnames, deep', filter: { text: 's' }, after: places.latin },
  { what: 'a usual surname', filter: { text: 'smith' } },
  { what: 'a rare surname', filter: { text: 'Quinn' } },
  { what: 'Cyrillic surnames', filter: { text: 'с' } },
  { what: 'Cyrillic surnames, deep', filter: { text: 'с' }, after: places.cyrillic },
  { what: 'a usual Cyrillic surname', filter: { text: 'смит' } },
  { what: 'a rare Cyrillic surname', filter: { text: 'Куинн' } },
  { what: 'formed of a usual surname', filter: { text: 'Smith', states: ['FORMED'] } },
  { what: 'open of a usual surname', filter: { text: 'Smith', states: open } },
  { what: 'a number', filter: { number: places.number } },
  { what: 'a number as text', filter: { text: places.number.toLowerCase() } },
];

const consulsPages: Page[] = [{ what: 'waiting', filter: { delivery: 'WAITING' } }];

const operatorsPages: Page[] = [
  { what: 'of a mission', filter: { missionId: berlin } },
  { what: 'of a mission, registered', filter: { missionId: berlin, states: ['REGISTERED'] } },
  { what: 'of a mission, open', filter: { missionId: berlin, states: open } },
  { what: 'of a mission, of a rare category', filter: { missionId: berlin, category: 'HEIR' } },
  { what: 'of a mission, overdue', filter: { missionId: berlin, overdue: true } },
  { what: 'of a mission, due some time ago', filter: { missionId: berlin, dueBefore: someTimeAgo } },
  { what: 'of a mission, a usual surname', filter: { missionId: berlin, text: 'Smith' } },
];
