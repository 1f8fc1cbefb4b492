import { createHash } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { errors } from 'oidc-provider';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../../../subgraphs/kit/clock.ts';
import type { Sealing } from '../sealing.ts';

/** What may be used or seen only once, whichever process is asked: a second one is refused here, where there is no gap between looking and writing. */
const onlyOnce = new Set(['ReplayDetection']);

/**
 * Where the OpenID provider keeps one kind of things. Whoever reads the table learns no token: ids are hashed, and what is kept is sealed.
 */
export function artifacts(kind: string, orm: MikroORM, sealing: Sealing, clock: Clock): Adapter {
  return {
    upsert,
    find,
    findByUid,
    findByUserCode: () => Promise.resolve(undefined),
    consume,
    destroy,
    revokeByGrantId,
  };

  async function upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<undefined> {
    const now = clock.now();
    const row = [
      kind,
      hashed(id),
      await sealing.seal(JSON.stringify(payload)),
      payload.grantId ?? null,
      payload.uid ?? null,
      payload.accountId ?? null,
      expiresIn ? now.add({ seconds: expiresIn }).toString() : null,
    ];
    const written = await execute(
      `insert into identity.artifact as known (kind, id, sealed, grant_id, uid, account_id, expires_at) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (kind, id) do update set sealed = excluded.sealed, grant_id = excluded.grant_id, uid = excluded.uid,
         account_id = excluded.account_id, expires_at = excluded.expires_at
       ${onlyOnce.has(kind) ? 'where known.expires_at <= ?' : ''} returning id`,
      onlyOnce.has(kind) ? [...row, now.toString()] : row,
    );
    if (written.length === 0) throw new errors.InvalidGrant('used before');
  }

  async function find(id: string): Promise<AdapterPayload | undefined> {
    return read('id = ?', hashed(id));
  }

  async function findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return read('uid = ?', uid);
  }

  async function read(condition: string, value: string): Promise<AdapterPayload | undefined> {
    const [row] = await execute<{ sealed: string; consumed: number | null }>(
      `select sealed, extract(epoch from consumed_at)::int as consumed from identity.artifact
        where kind = ? and ${condition} and (expires_at is null or expires_at > ?)`,
      [kind, value, clock.now().toString()],
    );
    if (!row) return undefined;
    const payload = JSON.parse(await sealing.open(row.sealed)) as AdapterPayload;
    return row.consumed === null ? payload : { ...payload, consumed: row.consumed };
  }

  async function consume(id: string): Promise<undefined> {
    const consumed = await execute(
      'update identity.artifact set consumed_at = ? where kind = ? and id = ? and consumed_at is null returning id',
      [clock.now().toString(), kind, hashed(id)],
    );
    if (consumed.length === 0) throw new errors.InvalidGrant('used before');
  }

  async function destroy(id: string): Promise<undefined> {
    await execute('delete from identity.artifact where kind = ? and id = ?', [kind, hashed(id)]);
  }

  async function revokeByGrantId(grantId: string): Promise<undefined> {
    await execute('delete from identity.artifact where kind = ? and grant_id = ?', [kind, grantId]);
  }

  function execute<Row extends object>(statement: string, values: unknown[]): Promise<Row[]> {
    return orm.em.fork().execute<Row[]>(statement, values);
  }
}

/** Removes what has expired. */
export async function sweepArtifacts(orm: MikroORM, clock: Clock): Promise<void> {
  await orm.em.fork().execute('delete from identity.artifact where expires_at <= ?', [clock.now().toString()]);
}

function hashed(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
