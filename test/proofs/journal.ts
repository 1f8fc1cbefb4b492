import { demoAccount } from '../../installation/demo/accounts.ts';
import type { TestProduct } from '../support/product.ts';
import { costsTheSame, readingOf } from '../support/reading.ts';
import type { Reading } from '../support/reading.ts';
import { fillJournal, rare, usual } from './journal-of-years.ts';
import type { PageCost } from './worklists.ts';

/** How large the proof is. */
export interface JournalSize {
  /** Lines of the journal: first so many, then so many. */
  lines: readonly [number, number];
}

/** What a page reads in any case: 21 marks, and for each its line, through the three steps of its month's index. */
const onePage: Reading = { rows: 21, blocks: 21 * 5 + 5 };

/** What the proof found. */
export interface JournalFinding {
  costs: PageCost[];
  /** Everything that isn't as it must be. */
  faults: string[];
}

/** Every filter of the journal, and pairs of them, first pages and deep ones, with few lines and with many: what PostgreSQL reads for the product's own statements. */
export async function proveJournal(product: TestProduct, { lines: [few, many] }: JournalSize): Promise<JournalFinding> {
  const before = await readings(product, few);
  const after = await readings(product, many);
  const costs = [...before].map(([page, reading]) => ({ page, few: reading, many: after.get(page)! }));
  const faults = costs
    .filter((each) => !costsTheSame(each.few, each.many, onePage))
    .map(
      ({ page, few, many }) =>
        `${page}: ${few.rows} rows and ${few.blocks} blocks, then ${many.rows} and ${many.blocks}`,
    );
  return { costs, faults };
}

const from = '2025-08-01T00:00:00+05:00';
const until = '2025-09-01T00:00:00+05:00';

const filters: Record<string, object> = {
  everything: {},
  'a time': { from, until },
  'a rare person': { subject: rare.person },
  'a rare case': { caseId: rare.case },
  'a rare person and case': { subject: rare.person, caseId: rare.case },
  'a rare person, read': { subject: rare.person, kind: 'READING' },
  'a rare person, changed': { subject: rare.person, kind: 'COMMAND' },
  'a rare account': { accountId: rare.account },
  'a usual account': { accountId: usual.account },
  'a usual account, at a time': { accountId: usual.account, from, until },
  'an account, its commands': { accountId: usual.account, kind: 'COMMAND' },
  'an account, its refusals': { accountId: usual.account, outcome: 'FORBIDDEN' },
  'an account, an action': { accountId: usual.account, action: 'IinRecord' },
  'an account, an operation': { accountId: usual.account, operationName: 'Operation3' },
  'an account, what it never does': { accountId: usual.reader, kind: 'COMMAND' },
  'an office': { officeId: usual.office },
  'an office, its refusals': { officeId: usual.office, kind: 'REFUSAL' },
  'an office, an outcome': { officeId: usual.office, outcome: 'NOT_FOUND' },
  'an office, an action': { officeId: usual.office, action: 'Document' },
  'an operation': { operationName: 'Operation3' },
  'an operation that nobody knows': { operationName: 'Nobodys' },
  'an operation, refused': { operationName: 'Operation3', outcome: 'NOT_FOUND' },
  'an action': { action: 'Applicant' },
  'an action, downloaded': { action: 'Document', kind: 'DOWNLOAD' },
  'a kind': { kind: 'READING' },
  'a rare kind': { kind: 'SIGN_IN' },
  'a kind that never occurs': { kind: 'PRINT' },
  'a kind, an outcome that never occurs': { kind: 'REFUSAL', outcome: 'BARRED' },
  'an outcome': { outcome: 'NOT_FOUND' },
  'an outcome that never occurs': { outcome: 'BARRED' },
  'an account that never did it, at a time': { accountId: usual.reader, outcome: 'CONFLICT', from, until },
};

async function readings(product: TestProduct, lines: number): Promise<Map<string, Reading>> {
  await fillJournal(product.database, lines);
  const middle = Buffer.from(JSON.stringify(['2025-09-01T00:00:00Z', rare.case])).toString('base64url');
  const found = new Map<string, Reading>();
  for (const [what, filter] of Object.entries(filters)) {
    found.set(what, await readingFor(product, { filter, first: 20 }));
    found.set(`${what}, deep`, await readingFor(product, { filter, first: 20, after: middle }));
    found.set(`${what}, the oldest`, await readingFor(product, { filter, last: 20 }));
  }
  return found;
}

/** What all statements for a page read together. */
async function readingFor(product: TestProduct, variables: Record<string, unknown>): Promise<Reading> {
  product.statements.length = 0;
  await product.as('auditor').ask(
    `query Page($filter: JournalFilter, $first: Int, $after: String, $last: Int) {
         journal(filter: $filter, first: $first, after: $after, last: $last) { edges { node { id } } } }`,
    variables,
  );
  const read: Reading[] = [];
  const settings: string[] = [];
  for (const sent of product.statements) {
    settings.push(...(/set local \w+ = \w+/.exec(sent) ?? []));
    const statement = /from "?audit"?\."?journal/.test(sent) && /select .*(?= \[took)/s.exec(sent)?.[0];
    if (!statement || /written_by \S*[<>=]/.test(statement)) continue;
    read.push(await readingOf(product, 'qonaq_audit', demoAccount('auditor')!, statement, settings));
  }
  if (read.length === 0) throw new Error('Nothing was read');
  return {
    rows: Math.max(...read.map(({ rows }) => rows)),
    blocks: read.reduce((sum, { blocks }) => sum + blocks, 0),
  };
}
