import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { addJob, openLoneQueue } from '../support/lone-queue.ts';
import type { LoneQueue } from '../support/lone-queue.ts';
import { jobsDone, waitsForLock } from '../support/queue.ts';

// Whoever changes a case asks for several jobs in one transaction, of which some may just be ending: neither may end the other.

let queue: LoneQueue;
beforeEach(async () => {
  queue = await openLoneQueue();
});
afterEach(() => queue.close());

test.each([
  ['first', 'second'],
  ['second', 'first'],
])('two jobs end at once while somebody asks anew for the %s and then for the %s', async (one, other) => {
  const begun: string[] = [];
  const ending = Promise.withResolvers<void>();
  queue.work(async (of) => {
    begun.push(of);
    await ending.promise;
  });
  await queue.enqueue('first', 'first');
  await queue.enqueue('second', 'second');
  await eventually(() => expect(begun).toHaveLength(2));

  const asking = await queue.database.connect();
  await asking.query('begin');
  await asking.query(addJob, [{ of: 'anew' }, one]);
  ending.resolve();
  await waitsForLock(queue, 'transactionid');
  await asking.query(addJob, [{ of: 'anew' }, other]);
  await asking.query('commit');
  asking.release();

  await jobsDone(queue);
  expect(begun.sort()).toEqual(['anew', 'anew', 'first', 'second']);
});
