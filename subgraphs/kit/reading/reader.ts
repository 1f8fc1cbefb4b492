import type { EntityName, FilterQuery } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../clock.ts';
import { Fault } from '../errors/fault.ts';
import { entering, enteringValues } from '../viewer/entering.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { Batch } from './batch.ts';
import type { SqlValue, Statement, StatementResult } from './batch.ts';
import { asText, ConditionWriter, withMarks } from './conditions.ts';
import type { Reads } from './reads.ts';
import { logStatements } from './statement-log.ts';
import { readTable } from './tables.ts';
import type { Selected } from './tables.ts';

/** What can be asked of a reading beside conditions; other options of the object-relational mapper are not for readings. */
interface FindOptions extends Selected {
  orderBy?: Record<string, 'asc' | 'desc'>;
  limit?: number;
  /** Rows are never kept here. */
  disableIdentityMap?: true;
}

/** A statement that waits for being sent, and whoever waits for what it leads to. */
interface Waiting {
  statement: Statement;
  resolve: (result: StatementResult) => void;
  reject: (error: unknown) => void;
}

/** The pools of connections, which readings and commands share. */
const pools = new WeakMap<MikroORM, Pool>();

const begin: Statement = { text: 'begin', values: [] };
const commit: Statement = { text: 'commit', values: [] };
const rollback: Statement = { text: 'rollback', values: [] };
const enteringText = statementOf(entering, []).text;

/**
 * The readings of one operation: a transaction in which the database knows who asks, as in `beginAs`. It begins with the first statement; what is asked for in one
 * turn goes to the database at once, so an operation takes few round trips, however many statements it has. Rows are read as they are needed, and can't be changed.
 *
 * @throws Fault UNAUTHENTICATED from each reading when the account isn't active, or isn't what the token says of it.
 */
export class Reader {
  #waiting: Waiting[] = [];
  #client: PoolClient | undefined;
  /** What reads the values of each type, as the pool was told. */
  #types: Pick<PoolClient, 'getTypeParser'> | undefined;
  #isSending = false;
  /** Why nothing can be asked for any more. An error is made when it is thrown: it costs as much as ten statements. */
  #ended: (() => Error) | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly viewer: Viewer | undefined,
    private readonly clock: Clock,
  ) {}

  /** The rows that fulfil a condition, and that the viewer may see. */
  async find<Row extends object>(
    entity: EntityName<Row>,
    where: FilterQuery<NoInfer<Row>>,
    { orderBy = {}, limit, fields, exclude, disableIdentityMap: _, ...others }: FindOptions = {},
  ): Promise<Row[]> {
    const unknown = Object.keys(others);
    if (unknown.length > 0) throw new Error(`Readings know no ${unknown.join(', ')}`);
    const { from, alias, selected, ...table } = readTable(this.orm, entity, { fields, exclude });
    const writer = new ConditionWriter(alias, table.properties);
    const condition = writer.write({ $and: [where, this.visible(entity)] });
    const order = Object.entries(orderBy).map(([name, direction]) => `${writer.column(name)} ${direction}`);
    const ordered = order.length > 0 ? ` order by ${order.join(', ')}` : '';
    // Told as it is: where the database plans for any limit, it plans for a long list.
    const limited = limit === undefined ? '' : ` limit ${Number(limit)}`;
    const text = `select ${selected} from ${from} as ${alias} where ${condition}${ordered}${limited}`;
    const { rows } = await this.#ask({ text, values: writer.values });
    return rows.map((values) => table.rowOf(values));
  }

  /** The first row that fulfils a condition, and that the viewer may see. */
  async findOne<Row extends object>(
    entity: EntityName<Row>,
    where: FilterQuery<NoInfer<Row>>,
    options: FindOptions = {},
  ): Promise<Row | null> {
    const [row] = await this.find<Row>(entity, where, { ...options, limit: 1 });
    return row ?? null;
  }

  /** The first row that fulfils a condition, which there must be. */
  async findOneOrFail<Row extends object>(
    entity: EntityName<Row>,
    where: FilterQuery<NoInfer<Row>>,
    options: FindOptions = {},
  ): Promise<Row> {
    const row = await this.findOne<Row>(entity, where, options);
    if (!row) throw new Fault('NOT_FOUND');
    return row;
  }

  /** How many rows fulfil a condition, of those that the viewer may see. */
  async count<Row extends object>(entity: EntityName<Row>, where: FilterQuery<NoInfer<Row>>): Promise<number> {
    const { from, alias, properties } = readTable(this.orm, entity);
    const writer = new ConditionWriter(alias, properties);
    const condition = writer.write({ $and: [where, this.visible(entity)] });
    const text = `select count(*) from ${from} as ${alias} where ${condition}`;
    const { rows } = await this.#ask({ text, values: writer.values });
    return Number(rows[0]![0]);
  }

  /** The rows of a statement of our own, with `?` in the places of values; `in (?)` takes a list. */
  async execute<Rows extends object[]>(statement: string, values: unknown[] = []): Promise<Rows> {
    const { columns, rows } = await this.#ask(statementOf(statement, values));
    const readers = columns.map(
      ({ dataTypeID }) => this.#types!.getTypeParser(dataTypeID, 'text') as (value: string) => unknown,
    );
    const read = (value: SqlValue, index: number): unknown => (value === null ? null : readers[index]!(value));
    return rows.map((row) =>
      Object.fromEntries(columns.map(({ name }, index) => [name, read(row[index]!, index)])),
    ) as Rows;
  }

  /** The condition on the rows of a table that the viewer gets. */
  visible<Row extends object>(entity: EntityName<Row>): object {
    return readTable(this.orm, entity).visible(this.viewer);
  }

  /** What the model knows of a table. */
  getMetadata<Row extends object>(entity: EntityName<Row>) {
    return this.orm.getMetadata(entity);
  }

  /** The same readings, as what also reads in commands takes them. */
  asReads(): Reads {
    return this as unknown as Reads;
  }

  /** Ends the transaction well, after some last statements. When there are none, nobody has to wait for it. */
  async commit(last: readonly Statement[] = []): Promise<void> {
    if (last.length > 0) await this.#end([...last, commit]);
    else if (this.#begun) this.#end([commit]).catch(() => undefined);
  }

  /** Gives the transaction up. */
  async rollback(): Promise<void> {
    if (this.#begun) await this.#end([rollback]).catch(() => undefined);
  }

  get #begun(): boolean {
    return this.#client !== undefined || this.#waiting.length > 0;
  }

  async #end(last: readonly Statement[]): Promise<void> {
    const answers = last.map((statement) => this.#ask(statement));
    this.#ended ??= () => new Error('These readings have ended');
    await Promise.all(answers);
    this.#client?.release();
    this.#client = undefined;
  }

  #ask(statement: Statement): Promise<StatementResult> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return void reject(this.#ended());
      this.#waiting.push({ statement, resolve, reject });
      if (this.#isSending) return;
      this.#isSending = true;
      // What else is asked for in this turn goes along.
      process.nextTick(() => void this.#sendWaiting());
    });
  }

  async #sendWaiting(): Promise<void> {
    try {
      while (this.#waiting.length > 0) await this.#sendTogether();
    } catch (error) {
      this.#fail(error as Error);
    }
    this.#isSending = false;
  }

  async #sendTogether(): Promise<void> {
    const begins = this.#client === undefined;
    const client = (this.#client ??= await this.#connect());
    this.#types = client;
    const together = this.#waiting;
    this.#waiting = [];
    const asked = together.map(({ statement }) => statement);
    const statements = begins
      ? [begin, { text: enteringText, values: enteringValues(this.viewer, this.clock) }, ...asked]
      : asked;
    try {
      const results = await client.query(new Batch(statements)).results;
      logStatements(this.orm, statements, results);
      if (begins && this.viewer && results[1]!.rows[0]![0] !== 'ACTIVE') return await this.#refuse(client, together);
      together.forEach(({ resolve }, index) => resolve(results[index + statements.length - asked.length]!));
    } catch (error) {
      this.#waiting.unshift(...together);
      throw error;
    }
  }

  async #connect(): Promise<PoolClient> {
    const pool = pools.get(this.orm) ?? (await this.orm.em.getConnection().getNativeClient());
    pools.set(this.orm, pool);
    return pool.connect();
  }

  async #refuse(client: PoolClient, together: readonly Waiting[]): Promise<void> {
    this.#ended = () => new Fault('UNAUTHENTICATED');
    await client.query(new Batch([rollback])).results;
    client.release();
    this.#client = undefined;
    for (const { reject } of [...together, ...this.#waiting.splice(0)]) reject(this.#ended());
  }

  /** A connection on which something failed isn't used again: its transaction ends with it. */
  #fail(error: Error): void {
    this.#ended = () => error;
    this.#client?.release(true);
    this.#client = undefined;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** A statement with `?` in the places of values; `in (?)` takes a list. */
export function statementOf(statement: string, given: readonly unknown[]): Statement {
  const values: SqlValue[] = [];
  const text = withMarks(statement, given, (value) => `$${values.push(asText(value))}`);
  return { text, values };
}
