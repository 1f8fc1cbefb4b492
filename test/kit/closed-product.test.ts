import { queryObjects } from 'node:v8';
import { expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/core';
import { startTestProduct } from '../support/product.ts';

// Hundreds of products are started one after the other in a process of the tests, and each subgraph of each has its own mapper.
test('A product that was closed leaves nothing behind in memory', async () => {
  const startAndClose = async () => {
    const product = await startTestProduct();
    await product.close();
    return queryObjects(MikroORM, { format: 'count' });
  };
  // What is made once stays; the newest may be held by what just ran.
  await startAndClose();
  const second = await startAndClose();
  const third = await startAndClose();
  expect(third).toBeLessThanOrEqual(second);
});
