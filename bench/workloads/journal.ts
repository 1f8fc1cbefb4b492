import { demoAccount } from '../../installation/demo/accounts.ts';
import { same, tokensOf } from './workload.ts';
import type { Question, Workload } from './workload.ts';

/** An auditor's page of the journal. */
export const journal: Workload = {
  name: 'journal',
  title: 'a page of 50 lines of the journal, as an auditor reads it',
  operation: `query Journal($first: Int!, $after: String) {
    journal(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id at accountId role officeId kind action outcome reason subjects address operationName requestId } }
    }
  }`,
  // From the oldest on: it counts from an end, and the newest lines are those of the benchmark itself.
  postgraphile: {
    operation: `query Journal($first: Int!, $offset: Int!) {
      lines: allAuditJournals(first: $first, offset: $offset, orderBy: [AT_ASC, ROW_ID_ASC]) {
        pageInfo { hasNextPage endCursor }
        edges { node { id: rowId at accountId role officeId kind action outcome reason subjects address operationName requestId } }
      }
    }`,
    variables: ({ first, offset }) => ({ first, offset }),
  },
  questions: async (ground) => {
    const { database, first, page } = ground;
    const tokens = await tokensOf(ground, demoAccount('auditor')!, 20);
    // Never the first page: the newest lines are those of the benchmark itself.
    const pages = page === undefined ? Array.from({ length: 10 }, (_, at) => at + 1) : [Math.max(1, page - 1)];
    const { rows } = await database.query<Row>(
      `select id, to_json(at) #>> '{}' as at, account_id as "accountId", action, subjects from audit.journal order by at desc, id desc limit $1`,
      [first * (pages.at(-1)! + 1)],
    );
    return pages.flatMap((at) => {
      const last = rows[at * first - 1]!;
      const expected = rows.slice(at * first, (at + 1) * first);
      return tokens.map((token): Question => ({
        token,
        variables: { first, after: Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url') },
        beside: { offset: at * first, afterAt: last.at, afterId: last.id },
        check: (data, thorough) => check(data as Answer, expected, thorough),
      }));
    });
  },
};

/** A line as the database has it. */
interface Row {
  id: string;
  at: string;
  accountId: string;
  action: string;
  subjects: string[];
}

interface Answer {
  journal?: { edges: { node: Row }[] };
  lines?: { edges: { node: Row }[] };
}

function check({ journal, lines }: Answer, expected: Row[], thorough: boolean): void {
  const { edges } = (journal ?? lines)!;
  same('lines', edges.length, expected.length);
  // Whoever counts from the oldest line has another page.
  if (lines) return;
  same('the last one', edges.at(-1)!.node.id, expected.at(-1)!.id);
  if (!thorough) return;
  const shown = ({ id, accountId, action, subjects }: Row) => ({ id, accountId, action, subjects });
  same(
    'the page',
    edges.map(({ node }) => shown(node)),
    expected.map(shown),
  );
}
