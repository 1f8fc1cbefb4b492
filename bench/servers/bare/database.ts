import { createHash, randomUUID } from 'node:crypto';
import { Client, types } from 'pg';
import type { QueryResultRow } from 'pg';
import { newId } from '../../../subgraphs/kit/ids.ts';
import type { BareViewer } from './tokens.ts';

/** Connections; as many transactions at once. */
const connections = 10;

/** What is done in one transaction; everything that is asked at once goes to the database in one packet. */
export type Work = (session: BareSession, told: Record<string, unknown>) => Promise<unknown>;

/** A line of the journal: which ids of which kind were shown or changed. */
export interface Line {
  kind: 'READING' | 'COMMAND';
  action: string;
  subjects: string[];
}

/** A transaction in which the database knows the viewer. */
export interface BareSession {
  viewer: BareViewer;
  now: Date;
  /** A prepared statement. */
  rows: <Row extends QueryResultRow>(statement: string, values?: unknown[]) => Promise<Row[]>;
  /** Writes lines of the journal. */
  journal: (...lines: Line[]) => Promise<unknown>;
}

// Moments and days leave as the database writes them.
for (const type of [types.builtins.TIMESTAMPTZ, types.builtins.DATE]) types.setTypeParser(type, (text) => text);

const columns =
  'id, at, account_id, role, office_id, address, request_id, operation_name, operation_hash, kind, action, subjects, outcome';
const insertLines = `insert into audit.journal (${columns}) select ${columns} from json_populate_recordset(null::audit.journal, $1::json)`;

/** Opens connections on which statements are sent without waiting for those before them. */
export async function openBareDatabase(url: string) {
  const names = new Map<string, string>();
  const idle = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: url, pipeline: true });
      await client.connect();
      return client;
    }),
  );
  const waiting: ((client: Client) => void)[] = [];

  return { as };

  /** Does some work in a transaction that knows the viewer; what it journals and the commit go along with its last statements. */
  async function as(viewer: BareViewer, work: Work, told: Record<string, unknown>): Promise<unknown> {
    const client = idle.pop() ?? (await new Promise<Client>((resolve) => waiting.push(resolve)));
    try {
      const now = new Date();
      const { account, role, office } = viewer;
      const begun = client.query({ name: 'begin', text: 'begin' });
      const entered = rows<{ state: string }>(client, 'select kit.enter($1, $2, $3, null, $4) as state', [
        account,
        role,
        office,
        now,
      ]);
      const done = work({ viewer, now, rows: (statement, values) => rows(client, statement, values), journal }, told);
      const [, [known], result] = await Promise.all([begun, entered, done]);
      if (known?.state !== 'ACTIVE') throw new Error('Nobody who may ask.');
      await client.query({ name: 'commit', text: 'commit' });
      return result;

      function journal(...lines: Line[]): Promise<unknown> {
        const common = {
          at: now,
          account_id: account,
          role,
          office_id: office,
          address: '127.0.0.1',
          request_id: randomUUID(),
        };
        const told = lines.map((line) => ({
          id: newId(),
          ...common,
          operation_name: 'Bare',
          operation_hash: hash,
          ...line,
          outcome: 'DONE',
        }));
        return rows(client, insertLines, [JSON.stringify(told)]);
      }
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      const next = waiting.shift();
      if (next) next(client);
      else idle.push(client);
    }
  }

  async function rows<Row extends QueryResultRow>(
    client: Client,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = `s${names.size}`));
    return (await client.query<Row>({ name, text, values })).rows;
  }
}

const hash = createHash('sha256').update('bare').digest('hex');
