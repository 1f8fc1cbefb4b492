import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../subgraphs/kit/ids.ts';
import { apply, presentHead } from '../../support/counter.ts';
import { approvedCase } from '../../support/final-applications.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { petitioner } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { jobsDone } from '../../support/queue.ts';

// A notice that came back is noted at its case: whoever tells the person has to find another way.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

/** A notice of a case comes back, or another time the same one. */
async function comesBack(subgraph: string, caseId: string, noticeId = newId()): Promise<string> {
  await product.database.query('select graphile_worker.add_job($1, $2)', [
    `${subgraph}.noteBounce`,
    JSON.stringify({ caseId, noticeId }),
  ]);
  await jobsDone(product);
  return noticeId;
}

async function read(client: GraphClient, field: string, id: string, selection = 'noticeBouncedAt') {
  const { data, codes } = await client.send(`query R($id: ID!) { ${field}(id: $id) { ${selection} } }`, { id });
  return data?.[field] ?? codes;
}

test('of a petition, to the hub: once for each notice, the last time of all; the person is told nothing of it', async () => {
  const { petitionId: id, client } = await petitioner(product);
  const hub = product.as('hub_officer');
  expect(await read(hub, 'petition', id)).toEqual({ noticeBouncedAt: null });
  const noticeId = await comesBack('residence', id);
  expect(await read(hub, 'petition', id)).toEqual({ noticeBouncedAt: '2026-03-02T10:00:00.000+05:00' });
  product.clock.set('2026-03-02T11:00:00+05:00');
  await comesBack('residence', id, noticeId);
  expect(await read(hub, 'petition', id)).toEqual({ noticeBouncedAt: '2026-03-02T10:00:00.000+05:00' });
  await comesBack('residence', id);
  const seen = await read(hub, 'petition', id, 'noticeBouncedAt history { kind text }');
  expect(seen.noticeBouncedAt).toBe('2026-03-02T11:00:00.000+05:00');
  expect(seen.history.filter(({ kind }: { kind: string }) => kind === 'NOTICE_BOUNCED')).toEqual([
    { kind: 'NOTICE_BOUNCED', text: 'A notice did not reach the person' },
    { kind: 'NOTICE_BOUNCED', text: 'A notice did not reach the person' },
  ]);
  expect(await read(client, 'petition', id)).toEqual(['FORBIDDEN']);
  expect(JSON.stringify(await read(client, 'petition', id, 'history { kind }'))).not.toContain('BOUNCED');
});

test('of a residence case, to the officers of its city and its service centre', async () => {
  const { caseId: id } = await approvedCase(product);
  product.clock.set('2026-03-02T12:00:00+05:00');
  await comesBack('residence', id);
  const bounced = { noticeBouncedAt: '2026-03-02T12:00:00.000+05:00' };
  expect(await read(product.as('kkq_officer'), 'residenceCase', id)).toEqual(bounced);
  expect(await read(product.as('psc_officer'), 'residenceCase', id)).toEqual(bounced);
  expect(await read(product.as('kkq_officer', { city: 'ALMATY' }), 'residenceCase', id)).toEqual(['NOT_FOUND']);
});

test('of an application for a number, to the mission that received it and to the operators; of another one nothing is noted', async () => {
  const consul = product.as('consul');
  const [id, other] = [await apply(consul, await presentHead(consul)), await apply(consul, await presentHead(consul))];
  product.clock.set('2026-03-02T13:00:00+05:00');
  await comesBack('iin', id);
  const bounced = { noticeBouncedAt: '2026-03-02T13:00:00.000+05:00' };
  expect(await read(consul, 'iinApplication', id)).toEqual(bounced);
  expect(await read(product.as('iin_operator'), 'iinApplication', id)).toEqual(bounced);
  expect(await read(consul, 'iinApplication', other)).toEqual({ noticeBouncedAt: null });
  expect(await read(product.as('consul', { mission: 1 }), 'iinApplication', id)).toEqual(['NOT_FOUND']);
});
