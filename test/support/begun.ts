import type { TestProduct } from './product.ts';

/** The statements that began a transaction for somebody who asked: the product's own jobs run beside the tests. */
export function begunForCallers(product: TestProduct): string[] {
  return product.statements.filter((statement) => statement.includes('kit.enter(') && !statement.includes("'system'"));
}
