import { MikroORM } from '@mikro-orm/postgresql';
import type { EntityManager, EntitySchema } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../clock.ts';
import { Fault } from '../errors/fault.ts';
import { entering, enteringValues } from '../viewer/entering.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** How a subgraph reaches the database as itself. */
export interface DatabaseSettings {
  /** Connection string of the subgraph's own database role. */
  url: string;
  /** Connections at the most. */
  poolSize: number;
  /** Sees each SQL statement, with its values. */
  onStatement?: (statement: string) => void;
}

/** Opens a subgraph's pool of connections over its model. */
export async function openDatabase(entities: EntitySchema[], settings: DatabaseSettings): Promise<MikroORM> {
  const { onStatement } = settings;
  return MikroORM.init({
    entities,
    clientUrl: settings.url,
    pool: { min: 0, max: settings.poolSize },
    driverOptions: {
      onPoolCreated: giveBackLostConnections,
      // Also how long a request waits for a connection of the pool when many come at once: as long as for the answer of a statement.
      connectionTimeoutMillis: 20_000,
      // Nobody waits longer than this for an answer: what hangs gives its locks and its connection back.
      statement_timeout: 20_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    ...(onStatement && { debug: ['query', 'query-params'], logger: onStatement, colors: false }),
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    serialization: { forceObject: false },
  });
}

/** Whether the database answers now. */
export async function answers(orm: MikroORM): Promise<boolean> {
  try {
    await orm.em.fork().execute('select 1');
    return true;
  } catch {
    return false;
  }
}

/**
 * Begins a transaction in which the database knows who asks: row level security stands on it. The account's state is read in the same
 * statement, without any cache, so a blocked account is refused from its very next request.
 *
 * @throws Fault UNAUTHENTICATED when the account isn't active, or isn't what the token says of it.
 */
export async function beginAs(orm: MikroORM, viewer: Viewer | undefined, clock: Clock): Promise<EntityManager> {
  const em = orm.em.fork({ disableContextResolution: true });
  em.setFilterParams('visible', { viewer });
  await em.begin();
  try {
    const [entered] = await em.execute<{ state: string | null }[]>(entering, enteringValues(viewer, clock));
    if (viewer && entered?.state !== 'ACTIVE') throw new Fault('UNAUTHENTICATED');
    return em;
  } catch (error) {
    await em.rollback();
    throw error;
  }
}

/** Does some work in a transaction in which the database knows who asks. What throws undoes it. */
export async function transactionAs<Result>(
  orm: MikroORM,
  viewer: Viewer | undefined,
  clock: Clock,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  const em = await beginAs(orm, viewer, clock);
  try {
    const result = await work(em);
    await em.commit();
    return result;
  } catch (error) {
    await em.rollback();
    throw error;
  }
}

/** The query builder forgets a connection that is lost within a transaction (kysely#1990): without this the pool would run dry for good. */
function giveBackLostConnections(pool: Pool): void {
  const inUse = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', (client) =>
    client.once('end', () => {
      if (!inUse.has(client)) return;
      client.release(true);
      // The query builder may still remember it.
      client.release = () => undefined;
    }),
  );
}
