import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { plainDate } from '../../kit/orm/properties.ts';
import type { ExemptState } from '../rules/e-application.ts';

/** The states whose documents a treaty exempts from legalisation (B§28), with the days on which it holds, both included; an administrator may correct them. */
export const ExemptStateTable = defineEntity({
  name: 'ExemptState',
  tableName: 'exempt_state',
  schema: 'residence',
  properties: {
    treaty: p.text().primary(),
    country: p.text().primary(),
    validFrom: plainDate().primary(),
    validUntil: plainDate().nullable(),
    /** Where it is from. */
    source: p.text(),
  },
});

/** The exempt states, of all times. */
export async function exemptStates(em: EntityManager): Promise<ExemptState[]> {
  return (await em.find(ExemptStateTable, {})) as ExemptState[];
}
