import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { stockGateway } from '../gateway/execution/contestant.ts';
import { imaginedProductGraph, productGraph, strangeGraph } from '../gateway/execution/graphs.ts';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { proveEqual } from './differential.ts';
import { withNewSeed } from './random.ts';

// The small size; `npm run prove -- differential` is the full one. A busy machine may take ten times as long as an idle one.
jest.setTimeout(400_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

describe('Plans that are compiled answer what @apollo/gateway answers, whatever goes wrong,', () => {
  test('on a graph that nobody would draw', async () => {
    const finding = await withNewSeed((seed) =>
      proveEqual(strangeGraph(), stockGateway, { operations: 60, rounds: 5, seed }),
    );
    expect(finding.faults).toEqual([]);
    expect(finding.failed).toBeGreaterThan(finding.asked / 5);
  });

  test('on the product’s graph, with made-up answers', async () => {
    const graph = await imaginedProductGraph();
    const finding = await withNewSeed((seed) => proveEqual(graph, stockGateway, { operations: 40, rounds: 2, seed }));
    expect(finding.faults).toEqual([]);
  });

  test('on the product as it runs', async () => {
    const graph = await productGraph(world);
    const finding = await withNewSeed((seed) => proveEqual(graph, stockGateway, { operations: 40, rounds: 3, seed }));
    expect(finding.faults).toEqual([]);
    expect(finding.fetches).toBeGreaterThan(finding.asked / 2);
    console.log(finding);
  });
});
