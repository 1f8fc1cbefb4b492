import { createHash, randomUUID } from 'node:crypto';
import { Client, types } from 'pg';
import type { QueryResultRow } from 'pg';
import { newId } from '../../../subgraphs/kit/ids.ts';
import type { BareViewer } from './tokens.ts';

/** Connections; as many transactions at once. */
const connections = 10;

/** Answers a question of a viewer. */
export type Work = (database: BareDatabase, viewer: BareViewer, told: Record<string, unknown>) => Promise<unknown>;

/** Sends a prepared statement; what is sent at once goes to the database in one packet. */
export type Rows = <Row extends QueryResultRow>(statement: string, values?: unknown[]) => Promise<Row[]>;

/** The database as the bare server asks it. */
export interface BareDatabase {
  /** Statements without a transaction around them. */
  apart: <Result>(work: (rows: Rows) => Promise<Result>) => Promise<Result>;
  /** A transaction that knows the viewer; it commits once the work is done. */
  as: <Result>(viewer: BareViewer, work: (session: BareSession) => Promise<Result>) => Promise<Result>;
}

/** A line of the journal: which ids of which kind were shown or changed. */
export interface Line {
  kind: 'READING' | 'COMMAND';
  action: string;
  subjects: string[];
}

/** A transaction in which the database knows the viewer. */
export interface BareSession {
  now: Date;
  rows: Rows;
  /** Writes lines of the journal. */
  journal: (...lines: Line[]) => Promise<unknown>;
}

// Moments and days leave as the database writes them.
for (const type of [types.builtins.TIMESTAMPTZ, types.builtins.DATE]) types.setTypeParser(type, (text) => text);

const columns =
  'id, at, account_id, role, office_id, address, request_id, operation_name, operation_hash, kind, action, subjects, outcome';
const insertLines = `insert into audit.journal (${columns}) select ${columns} from json_populate_recordset(null::audit.journal, $1::json)`;
const hash = createHash('sha256').update('bare').digest('hex');

/** Opens connections on which statements are sent without waiting for those before them. */
export async function openBareDatabase(url: string): Promise<BareDatabase> {
  const names = new Map<string, string>();
  const idle = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: url, pipeline: true });
      await client.connect();
      return client;
    }),
  );
  const waiting: ((client: Client) => void)[] = [];

  return {
    apart: (work) => withClient((client) => work(rowsOf(client))),
    as: (viewer, work) => withClient((client) => inTransaction(client, viewer, work)),
  };

  async function inTransaction<Result>(
    client: Client,
    { account, role, office }: BareViewer,
    work: (session: BareSession) => Promise<Result>,
  ): Promise<Result> {
    const rows = rowsOf(client);
    const now = new Date();
    const common = { at: now, account_id: account, role, office_id: office, address: '127.0.0.1' };
    const request = { request_id: randomUUID(), operation_name: 'Bare', operation_hash: hash };
    const journal = (...lines: Line[]) => {
      const told = lines.map((line) => ({ id: newId(), ...common, ...request, ...line, outcome: 'DONE' }));
      return rows(insertLines, [JSON.stringify(told)]);
    };
    try {
      // The work's first statements go along with these; nothing of it leaves unless the account is active.
      const [, [entered], result] = await Promise.all([
        rows('begin'),
        rows<{ state: string }>('select kit.enter($1, $2, $3, null, $4) as state', [account, role, office, now]),
        work({ now, rows, journal }),
      ]);
      if (entered?.state !== 'ACTIVE') throw new Error('Nobody who may ask.');
      await rows('commit');
      return result;
    } catch (error) {
      await rows('rollback');
      throw error;
    }
  }

  async function withClient<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = idle.pop() ?? (await new Promise<Client>((resolve) => waiting.push(resolve)));
    try {
      return await work(client);
    } finally {
      const next = waiting.shift();
      if (next) next(client);
      else idle.push(client);
    }
  }

  function rowsOf(client: Client): Rows {
    return async <Row extends QueryResultRow>(text: string, values: unknown[] = []) => {
      let name = names.get(text);
      if (name === undefined) names.set(text, (name = `s${names.size}`));
      return (await client.query<Row>({ name, text, values })).rows;
    };
  }
}
