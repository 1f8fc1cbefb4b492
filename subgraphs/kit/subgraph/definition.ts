import type { EntityManager, EntitySchema } from '@mikro-orm/postgresql';
import type { NonEmptyArray } from 'type-graphql';
import type { Warning } from '../http/health.ts';
import type { BatchRead, Context } from './context.ts';
import type { Services } from './services.ts';

/** The subgraphs of the product. */
export const subgraphNames = ['missions', 'applicants', 'iin', 'residence', 'audit'] as const;

/** The name of a subgraph: also of its database schema, and of its database role behind `qonaq_`. */
export type SubgraphName = (typeof subgraphNames)[number];

/** Work that follows an event and runs by itself, once, in a transaction of its own, as the subgraph's system account. */
export type Job = (context: Context, payload: Record<string, string>) => Promise<void>;

/** What a subgraph is made of. Every `subgraphs/<name>/index.ts` holds one. */
export interface SubgraphDefinition {
  name: SubgraphName;
  /** The classes of `graph/`. */
  resolvers: NonEmptyArray<NewableFunction>;
  /** Types that only other subgraphs refer to. */
  types?: NewableFunction[];
  /** The tables of `model/`. */
  entities: EntitySchema[];
  /** How an entity is found by its keys, for each type that has some: a batch read by id, or a function for other keys. */
  references: Record<string, ReferenceReader>;
  /** Jobs by name. */
  jobs?: Record<string, Job>;
  /** Jobs that run by the calendar: when, in crontab's form (UTC), by the job's name. */
  schedule?: Record<string, string>;
  /** What readiness warns of; it reads as nobody, so only what everybody may read. */
  warnings?: (em: EntityManager, services: Services) => Promise<Warning[]>;
}

/** Finds an entity by one of its keys; nothing when the viewer may not see it. */
export type ReferenceReader = (context: Context, key: Record<string, unknown>) => Promise<object | undefined>;

/** A reference reader for entities with the key `id`, batched. */
export function byId(batch: BatchRead<object>): ReferenceReader {
  return (context, key) => context.load(batch, String(key.id));
}
