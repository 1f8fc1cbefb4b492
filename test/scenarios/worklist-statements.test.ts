import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apply, presentHead } from '../support/counter.ts';
import { startTestProduct } from '../support/product.ts';
import { jobsDone } from '../support/queue.ts';
import type { TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

const worklist = `query Worklist($first: Int!) { iinApplications(first: $first) { edges { node {
  number state dueAt overdue availableActions applicant { latinName { surname } citizenship iin } mission { number city } } } } }`;

test('a worklist page with applicants and missions costs the same statements, whatever it holds', async () => {
  const operator = product.as('iin_operator');
  for (const mission of [13, 1, 2]) {
    const consul = product.as('consul', { mission });
    for (let each = 0; each < 4; each += 1) await apply(consul, await presentHead(consul));
  }
  await jobsDone(product);
  const statementsOf = async (first: number) => {
    product.statements.length = 0;
    const data = await operator.ask(worklist, { first });
    expect(data.iinApplications.edges).toHaveLength(first);
    // Deliveries go on beside the test.
    return product.statements.filter(
      (each) => !/\[query\] (begin|commit)|'system'|missions\.delivery|kit\.notice/.test(each),
    );
  };
  const ofTwelve = await statementsOf(12);
  const ofOne = await statementsOf(1);
  // Of each of the three subgraphs: who asks, and the rows; the journal in the two that show personal data; the printed forms, which decide on the actions.
  expect(ofTwelve).toHaveLength(9);
  expect(ofOne).toHaveLength(9);
});
