import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { startTestProduct } from '../support/product.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

// Hundreds of products are started one after the other in a process of the tests, whose files keep what they held.
test('A product that was closed leaves nothing behind in memory', async () => {
  const startAndClose = async () => {
    const product = await startTestProduct();
    const parts = [product.server, product.subgraphs].map((part) => new WeakRef<object>(part));
    const consul = product.as('consul');
    await product.close();
    return { product, consul, parts };
  };
  // What is made once keeps the first, and what just ran may hold the newest.
  await startAndClose();
  const second = await startAndClose();
  await startAndClose();
  collectGarbage();
  expect(second.parts.filter((part) => part.deref())).toHaveLength(0);
});
