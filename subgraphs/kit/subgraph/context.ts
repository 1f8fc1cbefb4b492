import type { MikroORM } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { writingOf } from '../journal/journal.ts';
import type { JournalEntry, RequestTrace } from '../journal/journal.ts';
import { Reader } from '../reading/reader.ts';
import type { Reads } from '../reading/reads.ts';
import { systemViewer } from '../viewer/system.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { isErrorCode } from '../errors/codes.ts';
import { Fault } from '../errors/fault.ts';
import type { Language } from '../errors/languages.ts';
import type { SubgraphName } from './definition.ts';
import type { Services } from './services.ts';

/** What a caller sends along with an operation. */
export interface Caller {
  viewer: Viewer | undefined;
  /** The token itself, to ask another subgraph in the viewer's name. */
  authorization: string | undefined;
  /** The proof that came with a token that is bound to a key. */
  proof?: string | undefined;
  language: Language;
  trace: RequestTrace;
  /** Ends an operation that only reads, when nobody waits for its answer any more. */
  cancelled?: AbortSignal | undefined;
}

/**
 * One operation of one caller in one subgraph. Readings share one transaction, begun when the first one needs it; what personal data were shown
 * is journalled in it before the answer leaves.
 */
export class Context {
  readonly viewer: Viewer | undefined;
  readonly language: Language;
  readonly #shown = new Map<string, Set<string>>();
  readonly #notFound: JournalEntry[] = [];
  readonly #loaders = new Map<unknown, DataLoader<string, object | undefined>>();
  #reading: Reader | undefined;
  #disclosed: Promise<ReadonlySet<string>> | undefined;

  constructor(
    readonly caller: Caller,
    readonly orm: MikroORM,
    readonly services: Services,
  ) {
    this.viewer = caller.viewer;
    this.language = caller.language;
  }

  /** The present moment. */
  now(): Temporal.Instant {
    return this.services.clock.now();
  }

  /** The operation's reading transaction, in which the database knows the viewer. */
  read(): Reads {
    this.caller.cancelled?.throwIfAborted();
    return (this.#reading ??= new Reader(this.orm, this.viewer, this.services.clock)).asReads();
  }

  /** What is disclosed to the viewer now, by the ids of persons, cases and documents: one statement for the whole operation. */
  disclosed(): Promise<ReadonlySet<string>> {
    return (this.#disclosed ??= disclosedIn(this.read()));
  }

  /** Notes that personal data of these ids are in the answer. */
  shown(type: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    const known = this.#shown.get(type) ?? new Set();
    this.#shown.set(type, known);
    for (const id of ids) known.add(id);
  }

  /** Notes that somebody who is signed in asked for what they may not see, or what doesn't exist. It is begun to read, if nothing was: the line is written as readings are. */
  notFound(entry: Pick<JournalEntry, 'action' | 'subjects'>): void {
    this.read();
    this.#notFound.push({ kind: 'REFUSAL', ...entry, outcome: 'NOT_FOUND' });
  }

  /** The loader of a batch function, one for each operation: many single readings become one statement. */
  load<Row extends object>(batch: BatchRead<Row>, id: string): Promise<Row | undefined> {
    let loader = this.#loaders.get(batch);
    if (!loader) {
      loader = new DataLoader<string, object | undefined>(async (ids) => {
        const rows = await batch(this, ids);
        return ids.map((each) => rows.get(each));
      });
      this.#loaders.set(batch, loader);
    }
    return loader.load(id) as Promise<Row | undefined>;
  }

  /**
   * Asks another subgraph for an entity by its key, as the gateway does, in the viewer's name. Ask before the transaction begins: an ask inside one
   * holds its locks.
   *
   * @throws Fault NOT_FOUND when the viewer may not see it there.
   */
  async ask<Entity>(
    subgraph: SubgraphName,
    key: Record<'__typename', string> & Record<string, string>,
    selection: string,
  ): Promise<Entity> {
    const { authorization, proof, trace, language, cancelled } = this.caller;
    const query = `query Ask($of: [_Any!]!) { _entities(representations: $of) { ... on ${key.__typename} ${selection} } }`;
    const request = {
      query,
      variables: { of: [key] },
      authorization,
      proof,
      acceptLanguage: language,
      trace,
      cancelled,
    };
    const { data, errors } = await this.services.transport.send(subgraph, request);
    const [fault] = errors ?? [];
    if (fault) throw new Fault(isErrorCode(fault.extensions?.code) ? fault.extensions.code : 'INTERNAL_SERVER_ERROR');
    const [entity] = data!._entities as (Entity | null)[];
    if (!entity) throw new Fault('NOT_FOUND');
    return entity;
  }

  /** The same request in the subgraph's own name, for what has to be known though the viewer may not see it. Its readings are its own. */
  async asSystem(name: SubgraphName): Promise<Context> {
    const authorization = await this.services.systemAuthorization(name);
    const caller = { ...this.caller, viewer: systemViewer(name), authorization, proof: undefined };
    return new Context(caller, this.orm, this.services);
  }

  /** Ends the readings: journals what was shown and what wasn't found, then commits. Begins anew when something is read again. */
  async endReading(): Promise<void> {
    const reading = this.#reading;
    this.#reading = undefined;
    this.#disclosed = undefined;
    this.#loaders.clear();
    if (!reading) return;
    const { trace } = this.caller;
    const kind = trace.download ? 'DOWNLOAD' : 'READING';
    const shown = [...this.#shown].map(([action, ids]): JournalEntry => ({
      kind,
      action,
      subjects: [...ids],
      outcome: 'DONE',
    }));
    this.#shown.clear();
    const entries = [...shown, ...this.#notFound.splice(0)];
    try {
      await reading.commit(entries.length === 0 ? [] : [writingOf(this.viewer, trace, this.now(), entries)]);
    } catch (cause) {
      throw cause instanceof Fault ? cause : new Fault('UNAVAILABLE', { cause });
    }
  }

  /** Gives up the readings of an operation that failed. */
  async abandonReading(): Promise<void> {
    const reading = this.#reading;
    this.#reading = undefined;
    await reading?.rollback();
  }
}

async function disclosedIn(reads: Reads): Promise<ReadonlySet<string>> {
  const rows = await reads.execute<{ id: string }[]>('select id from kit.disclosed() as id');
  return new Set(rows.map(({ id }) => id));
}

/** Reads many rows by key in one statement; what the viewer may not see is missing from the answer. */
export type BatchRead<Row extends object> = (context: Context, ids: readonly string[]) => Promise<Map<string, Row>>;
