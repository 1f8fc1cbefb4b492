import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../model/account.ts';

/** Writes what every transaction of every subgraph reads of an account, in the transaction that changes it: it holds from the very next request on. */
export async function writeAccountState(
  em: EntityManager,
  account: Pick<Account, 'id' | 'state' | 'role' | 'officeId' | 'city' | 'headOfOffice'>,
): Promise<void> {
  const { id, state, role, officeId, city, headOfOffice } = account;
  await em.execute(
    `insert into kit.account_state (id, state, role, office_id, city, head_of_office) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set state = excluded.state, role = excluded.role, office_id = excluded.office_id, city = excluded.city,
       head_of_office = excluded.head_of_office`,
    [id, state, role, officeId ?? null, city ?? null, headOfOffice],
  );
}
