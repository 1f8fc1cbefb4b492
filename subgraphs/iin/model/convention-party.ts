import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { plainDate } from '../../kit/orm/properties.ts';
import type { ConventionParty } from '../rules/attestation.ts';

/** The parties of the two conventions of A§6, with the days on which they are bound, both included; an administrator may correct them. */
export const ConventionPartyTable = defineEntity({
  name: 'ConventionParty',
  tableName: 'convention_party',
  schema: 'iin',
  properties: {
    convention: p.enum(['MINSK_1993', 'CHISINAU_2002'] as const).primary(),
    country: p.text().primary(),
    validFrom: plainDate().primary(),
    validUntil: plainDate().nullable(),
    // Where it is from: a convention, a law, a note of the depositary.
    source: p.text(),
  },
});

/** The parties of both conventions, of all times. */
export async function conventionParties(em: EntityManager): Promise<ConventionParty[]> {
  return (await em.find(ConventionPartyTable, {})) as ConventionParty[];
}
