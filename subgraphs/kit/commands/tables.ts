import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { instant } from '../orm/properties.ts';

/** The tables that every subgraph's commands write beside their own: remembered idempotency keys, and yearly counters of case numbers. */
export function commandTables(schema: string): EntitySchema[] {
  const IdempotencyKey = defineEntity({
    name: `${schema}.IdempotencyKey`,
    tableName: 'idempotency_key',
    schema,
    properties: {
      accountId: p.uuid().primary(),
      command: p.text().primary(),
      key: p.text().primary(),
      inputHash: p.text(),
      outcomeKind: p.text().nullable(),
      outcomeId: p.uuid().nullable(),
      at: instant(),
    },
    policies: [
      {
        name: 'own',
        using: (column) => `${column.accountId} = (select kit.viewer_account())`,
        check: (column) => `${column.accountId} = (select kit.viewer_account())`,
      },
    ],
    rowLevelSecurity: 'force',
  });
  const NumberCounter = defineEntity({
    name: `${schema}.NumberCounter`,
    tableName: 'number_counter',
    schema,
    properties: { series: p.text().primary(), year: p.integer().primary(), last: p.integer() },
  });
  return [IdempotencyKey as EntitySchema, NumberCounter as EntitySchema];
}
