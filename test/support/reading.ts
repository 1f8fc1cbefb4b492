import type { ApplicationRole } from '../../installation/roles.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { asSubgraph } from './as-subgraph.ts';
import type { TestProduct } from './product.ts';

/** What is read for a page: the most rows that any step looks at, and blocks of 8 kB, in memory or not. */
export interface Reading {
  rows: number;
  blocks: number;
}

/** How much more may be read where there is much more. */
const mostTimes = 1.5;

/** What a page reads in any case: its 20 rows and one more, to know whether more follow; each in a block of its own, where little lies in few blocks; and the way to them through the index. */
const onePage: Reading = { rows: 21, blocks: 21 + 5 };

/** Whether a page of much costs about what one of little does, or no more than a page must. */
export function costsTheSame(little: Reading, much: Reading, page = onePage): boolean {
  return (['rows', 'blocks'] as const).every((what) => much[what] <= Math.max(mostTimes * little[what], page[what]));
}

/**
 * Has a page of a list of the subgraph `iin` asked for; answers what the product's own statement for it reads, planned and run as for whoever asks.
 *
 * @param table the list's own table.
 */
export async function readingFor(
  product: TestProduct,
  account: DemoAccount,
  table: string,
  ask: () => Promise<unknown>,
): Promise<Reading> {
  product.statements.length = 0;
  await ask();
  // Jobs read the table meanwhile, too, but no page of it.
  const isPage = (each: string) => each.includes(` from "iin"."${table}" as `) && / limit 21\b/.test(each);
  const sent = product.statements.find(isPage)!;
  const statement = /select .*(?= \[took)/s.exec(sent)![0];
  return readingOf(product, 'qonaq_iin', account, statement);
}

/** What a statement of a subgraph reads, planned and run as for whoever asks, after the settings that the subgraph made. */
export async function readingOf(
  product: TestProduct,
  role: ApplicationRole,
  account: Pick<DemoAccount, 'id' | 'role' | 'officeId' | 'city'>,
  statement: string,
  settings: readonly string[] = [],
): Promise<Reading> {
  const { rows } = await asSubgraph(
    product.databaseUrl,
    role,
    account,
    product.clock.now().toString(),
    async (client) => {
      for (const setting of settings) await client.query(setting);
      return client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, buffers, format json, timing off) ${statement}`,
      );
    },
  );
  const plan = rows[0]!['QUERY PLAN'][0].Plan;
  return { rows: rowsOf(plan), blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
}

/** A step of a plan that was run. */
interface Plan {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

function rowsOf(plan: Plan): number {
  const own = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  return Math.max(own, ...(plan.Plans ?? []).map(rowsOf));
}
