import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { declinedConsentPolicy, visibleDeclinedConsents } from './visibility.ts';

export const DeclinedConsentTable = defineEntity({
  name: 'DeclinedConsent',
  tableName: 'declined_consent',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    /** Whose answer it is; nothing of the person. */
    accountId: p.uuid(),
    at: instant(),
  },
  filters: visibleTo(visibleDeclinedConsents),
  policies: [visibleWhen(declinedConsentPolicy())],
  rowLevelSecurity: 'force',
});

/** The end of a petition that began without consent. */
@ObjectType('PetitionConsentDeclined', {
  description:
    'The person did not consent to the collection and processing of personal data, so the petition ends here (B§4). Nothing of the person was read or kept.',
})
@Directive('@key(fields: "id")')
@Access({ roles: ['applicant', 'system'], rows: 'own data' })
export class DeclinedConsent extends DeclinedConsentTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => DateTime, { description: 'When the process ended.' })
  declare at: Temporal.Instant;
}
DeclinedConsentTable.setClass(DeclinedConsent);

/** Declined consents by id, those that the viewer may see. */
export async function declinedConsentsById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, DeclinedConsent>> {
  return readMany(context.read(), DeclinedConsent, ids);
}
