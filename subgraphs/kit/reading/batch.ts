import type { Connection, Submittable } from 'pg';
import { serialize } from 'pg-protocol';

/** A statement with its values, on its way to the database. */
export interface Statement {
  /** Its text, with `$1` and so on in the places of values. */
  text: string;
  values: readonly SqlValue[];
}

/** A value as the database reads it. */
export type SqlValue = string | null;

/** A column of an answer. */
export interface ResultColumn {
  name: string;
  /** The id of its type in the database. */
  dataTypeID: number;
}

/** What a statement led to. */
export interface StatementResult {
  columns: readonly ResultColumn[];
  /** The values of each row as the database wrote them. */
  rows: readonly (readonly SqlValue[])[];
}

/** A statement whose text came before: its name on each connection, and the columns of its answer once one was described. */
interface Prepared {
  name: string;
  columns: readonly ResultColumn[] | undefined;
}

/** How many texts are kept prepared; beyond them each is parsed anew, so that nobody fills the database's memory with variations. */
const mostPrepared = 1_000;

const preparedStatements = new Map<string, Prepared>();

/** Which prepared statements a connection knows. */
const known = new WeakMap<object, Set<Prepared>>();

function preparationOf(text: string): Prepared {
  const seen = preparedStatements.get(text);
  if (seen) return seen;
  const place = preparedStatements.size;
  const prepared: Prepared = { name: place < mostPrepared ? `reading_${place}` : '', columns: undefined };
  if (prepared.name) preparedStatements.set(text, prepared);
  return prepared;
}

/** What of the driver's connection a batch speaks to. */
interface Wire {
  stream: { write(messages: Buffer): void };
}

/**
 * Several statements that go to the database at once and are answered at once: one round trip, however many they are. Each text is parsed once on a connection.
 * What fails ends the batch; a connection on which one failed is to be closed, since nobody knows what it has prepared.
 */
export class Batch implements Submittable {
  /** What each statement led to, in their order. */
  readonly results: Promise<StatementResult[]>;
  readonly #prepared: Prepared[];
  readonly #found: { columns: readonly ResultColumn[]; rows: (readonly SqlValue[])[] }[];
  #resolve!: (results: StatementResult[]) => void;
  #reject!: (error: unknown) => void;
  #at = 0;

  constructor(private readonly statements: readonly Statement[]) {
    this.#prepared = statements.map(({ text }) => preparationOf(text));
    this.#found = this.#prepared.map(({ columns }) => ({ columns: columns ?? [], rows: [] }));
    this.results = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    const parsed = known.get(wire) ?? new Set();
    known.set(wire, parsed);
    const messages: Buffer[] = [];
    this.statements.forEach(({ text, values }, index) => {
      const prepared = this.#prepared[index]!;
      if (!parsed.has(prepared)) {
        messages.push(serialize.parse({ name: prepared.name, text }));
        if (prepared.name) parsed.add(prepared);
      }
      messages.push(serialize.bind({ statement: prepared.name, values: values as SqlValue[] }));
      if (!prepared.columns) messages.push(serialize.describe({ type: 'P' }));
      messages.push(serialize.execute());
    });
    messages.push(serialize.sync());
    wire.stream.write(Buffer.concat(messages));
  }

  // The driver calls these as the answer arrives.

  handleRowDescription({ fields }: { fields: readonly ResultColumn[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
    this.#found[this.#at]!.columns = columns;
    this.#prepared[this.#at]!.columns = columns;
  }

  handleDataRow({ fields }: { fields: readonly SqlValue[] }): void {
    this.#found[this.#at]!.rows.push(fields);
  }

  handleCommandComplete(): void {
    this.#at += 1;
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#found);
  }

  handleError(error: unknown): void {
    this.#reject(error);
  }
}
