import { EntityManager } from '@mikro-orm/core';
import { jest } from '@jest/globals';
import type { Client } from 'pg';
import { Reader } from '../../subgraphs/kit/reading/reader.ts';

// Takes row rules off a product at work: the filters of its resolvers, the policies of its database.

/** Leaves the filters of those entities for which it is so, and takes the others off; answers how to put them back. */
export function keepFilters(kept: (entity: string) => boolean): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const applyFilters = EntityManager.prototype.applyFilters;
  const spy = jest.spyOn(EntityManager.prototype, 'applyFilters').mockImplementation(function (
    this: EntityManager,
    ...call
  ) {
    const [entity, where] = call;
    return kept(this.getMetadata(entity).className) ? applyFilters.apply(this, call) : Promise.resolve(where);
  });
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const visible = Reader.prototype.visible;
  const spyOfReadings = jest.spyOn(Reader.prototype, 'visible').mockImplementation(function (this: Reader, entity) {
    return kept(this.getMetadata(entity).className) ? visible.call(this, entity) : {};
  });
  return () => {
    spy.mockRestore();
    spyOfReadings.mockRestore();
  };
}

/** A policy of the database; each half of it in SQL, where it has that half. */
export interface Policy {
  table: string;
  name: string;
  /** Which rows it shows. */
  using: string | null;
  /** Which rows it lets be written. */
  check: string | null;
}

/** Every policy of the product's own tables. */
export async function policiesOf(database: Client): Promise<Policy[]> {
  const { rows } = await database.query<Policy>(
    `select schemaname || '.' || tablename as table, policyname as name, qual as using, with_check as check
       from pg_policies where schemaname <> 'graphile_worker' order by 1, 2`,
  );
  return rows;
}

/** Makes policies what they are here: as they were read, or opened. */
export async function setPolicies(database: Client, policies: readonly Policy[]): Promise<void> {
  const statements = policies.map(({ table, name, using, check }) =>
    [`alter policy "${name}" on ${table}`, using && `using (${using})`, check && `with check (${check})`]
      .filter(Boolean)
      .join(' '),
  );
  await database.query(statements.join('; '));
}

/** The policy with its halves opened to everybody. */
export function opened(policy: Policy): Policy {
  return { ...policy, using: policy.using && 'true', check: policy.check && 'true' };
}
