import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compiledGateway } from '../../gateway/execution/compiled-gateway.ts';
import type { CompiledGateway } from '../../gateway/execution/compiled-gateway.ts';
import { imaginedProductGraph, productGraph, strangeGraph } from '../gateway/execution/graphs.ts';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { proveEqual } from './differential.ts';
import { withNewSeed } from './random.ts';

// The small size; `npm run prove -- differential` is the full one. A busy machine may take ten times as long as an idle one.
describe('Plans that are compiled answer what @apollo/gateway answers, whatever goes wrong,', () => {
  test('on a graph that nobody would draw', async () => {
    let gateway: CompiledGateway | undefined;
    const finding = await withNewSeed((seed) =>
      proveEqual(strangeGraph(), (parts) => (gateway = compiledGateway(parts)), { operations: 60, rounds: 5, seed }),
    );
    expect(gateway!.counts).toEqual({ compiled: expect.any(Number), handedOver: 0 });
    expect(finding).toMatchObject({ asked: 300, faults: [] });
    expect(finding.failed).toBeGreaterThan(60);
    expect(finding.fetches).toBeGreaterThan(300);
  });

  test('on the product’s graph, with answers that are made up', async () => {
    const graph = await imaginedProductGraph();
    const finding = await withNewSeed((seed) =>
      proveEqual(graph, compiledGateway, { operations: 50, rounds: 2, seed }),
    );
    expect(finding).toMatchObject({ faults: [] });
    expect(finding.fetches).toBeGreaterThan(finding.asked / 2);
  });

  describe('on the product as it runs', () => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld();
    });
    afterAll(() => world.product.close());

    test('with people of every role', async () => {
      const graph = await productGraph(world);
      const finding = await withNewSeed((seed) =>
        proveEqual(graph, compiledGateway, { operations: 60, rounds: 2, seed }),
      );
      expect(finding).toMatchObject({ faults: [] });
      expect(finding.fetches).toBeGreaterThan(finding.asked / 2);
    });
  });
});
