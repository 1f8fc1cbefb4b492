import type { EntityManager } from '@mikro-orm/postgresql';

/** Where something is read: in the readings of an operation (`reader.ts`), or in the transaction of a command. */
export type Reads = Pick<EntityManager, 'find' | 'findOne' | 'findOneOrFail' | 'count' | 'execute' | 'getMetadata'>;
