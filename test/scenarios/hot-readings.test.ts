import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apply, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { jobsDone } from '../support/queue.ts';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';

// What is asked for most often, and how many statements it may cost: who asks, and the lines of the journal, come besides.

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const consul = world.clients['consul of Berlin'];
  for (let each = 0; each < 12; each += 1) await apply(consul, await presentHead(consul));
  await jobsDone(world.product);
});
afterAll(() => world.product.close());

/** The statements of an operation, the product's own jobs aside, which go on beside the test. */
async function statementsOf(client: GraphClient, query: string, variables: Record<string, unknown> = {}) {
  const { statements } = world.product;
  statements.length = 0;
  const data: unknown = await client.ask(query, variables);
  const own = statements.filter(
    (each) =>
      !/\[query\]\S* (begin|commit)|kit\.enter\(|audit\.journal|'system'|missions.*deliver|kit.*notice/.test(each),
  );
  return { data, own };
}

test("a consul's worklist with applicants and missions: three, however long it is", async () => {
  const worklist = `query Worklist($first: Int!) { iinApplications(first: $first) { edges { node {
    number state category dueAt overdue applicant { latinName { surname } citizenship iin } mission { number city } } } } }`;
  for (const first of [1, 12]) {
    const { data, own } = await statementsOf(world.clients['consul of Berlin'], worklist, { first });
    expect((data as { iinApplications: { edges: object[] } }).iinApplications.edges).toHaveLength(first);
    expect(own).toHaveLength(3);
  }
});

test('with what can be done about each application: one more, for the forms that were printed', async () => {
  const worklist =
    '{ iinApplications(first: 12) { edges { node { availableActions applicant { citizenship } mission { city } } } } }';
  expect((await statementsOf(world.clients['consul of Berlin'], worklist)).own).toHaveLength(4);
});

test("an operator's case over four subgraphs: six", async () => {
  const { own } = await statementsOf(
    world.clients.operator,
    `query Case($id: ID!) { complaint(id: $id) { number state text decisions { outcome reasons }
       iinApplication { number state mission { city } applicant { latinName { surname } documents { kind } } } } }`,
    { id: world.rows.complaint.Berlin },
  );
  expect(own).toHaveLength(6);
});

test('a partner verifies a number: one', async () => {
  const { product } = world;
  const { own } = await statementsOf(
    product.as('partner', {}, ['iin:verify']),
    '{ verifyIin(iin: "640812000117", surname: "Mustermann", birthDate: "1964-08-12") }',
  );
  expect(own).toHaveLength(1);
});
