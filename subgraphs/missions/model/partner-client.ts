import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { nothing, viewerIs, visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import type { PublicKey } from '../rules/key-set.ts';
import { partnerClientStates } from '../rules/partner-clients.ts';

/** The states of a client, as the graph names them. */
export const PartnerClientStateName = enumeration(
  'PartnerClientState',
  partnerClientStates,
  'The state of a partner client; only an active one gets tokens.',
);

/** Who registers clients, and who issues tokens to them. */
const readersOfClients: Role[] = ['state_corporation', 'system'];

export const PartnerClientTable = defineEntity({
  name: 'PartnerClient',
  tableName: 'partner_client',
  schema: 'missions',
  properties: {
    // Also the id of its account.
    id: p.uuid().primary(),
    version: p.integer().version(),
    name: p.text(),
    agency: p.text(),
    email: p.text(),
    telephone: p.text().nullable(),
    scopes: p.type('text[]').columnType('text[]').$type<string[]>(),
    jwks: p.json().$type<{ keys: PublicKey[] }>().nullable(),
    jwksUrl: p.text().nullable(),
    expiresAt: instant(),
    createdAt: instant(),
    createdBy: p.uuid(),
    revokedAt: instant().nullable(),
    revokedBy: p.uuid().nullable(),
    revokeReason: p.text().nullable(),
  },
  filters: visibleTo((viewer) => (viewer && readersOfClients.includes(viewer.role) ? {} : nothing)),
  policies: [visibleWhen(viewerIs(...readersOfClients))],
  rowLevelSecurity: 'force',
});

/** A system of another agency, which acts within its scopes and signs in with a key of its own. */
@ObjectType({
  description: 'A system of another agency. Its id is its client id, and that of the account in whose name it acts.',
})
@Directive('@key(fields: "id")')
@Access({ roles: readersOfClients, rows: 'all' })
export class PartnerClient extends PartnerClientTable.class {
  @Field(() => ID, { description: 'Its opaque id, also its OAuth client id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => String, { description: 'The name of the system.' })
  declare name: string;

  @Field(() => String, { description: 'The agency that runs it.' })
  declare agency: string;

  @Field(() => String, { description: 'The e-mail address of who answers for it there.' })
  declare email: string;

  @Field(() => String, { nullable: true, description: 'A telephone number of the same.' })
  declare telephone: string | null;

  @Field(() => [String], { description: 'What it may do, such as iin:verify.' })
  declare scopes: string[];

  @Field(() => String, { nullable: true, description: 'The address at which its public keys are published.' })
  declare jwksUrl: string | null;

  @Field(() => DateTime, { description: 'From when on it gets no token any more.' })
  declare expiresAt: Temporal.Instant;

  @Field(() => DateTime, { description: 'When it was registered.' })
  declare createdAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  declare revokedAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked.' })
  declare revokeReason: string | null;
}
PartnerClientTable.setClass(PartnerClient);

/** Clients by id, those that the viewer may see. */
export async function partnerClientsById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, PartnerClient>> {
  return readMany(context.read(), PartnerClient, ids);
}
