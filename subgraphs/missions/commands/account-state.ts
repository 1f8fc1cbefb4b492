import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../model/account.ts';

/** Writes what every transaction of every subgraph reads of an account, in the transaction that changes it: it holds from the very next request on. */
export async function writeAccountState(
  em: EntityManager,
  { id, state, role, officeId, city }: Pick<Account, 'id' | 'state' | 'role' | 'officeId' | 'city'>,
): Promise<void> {
  await em.execute(
    `insert into kit.account_state (id, state, role, office_id, city) values (?, ?, ?, ?, ?)
     on conflict (id) do update set state = excluded.state, role = excluded.role, office_id = excluded.office_id, city = excluded.city`,
    [id, state, role, officeId ?? null, city ?? null],
  );
}
