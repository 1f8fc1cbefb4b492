import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { NoticeKindName } from '../../kit/graph/notice-kinds.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { nothing, viewerIs, visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';
import { instant } from '../../kit/orm/properties.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';

export const WebhookTable = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  schema: 'missions',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    clientId: p.uuid(),
    url: p.text(),
    /** Which notices it gets; all of its client's scopes where none is named. */
    kinds: p.type('text[]').columnType('text[]').$type<NoticeKind[]>(),
    createdAt: instant(),
    createdBy: p.uuid(),
    removedAt: instant().nullable(),
    removedBy: p.uuid().nullable(),
    removeReason: p.text().nullable(),
  },
  indexes: [{ properties: ['clientId', 'id'] }],
  filters: visibleTo((viewer) => (viewer?.role === 'state_corporation' || viewer?.role === 'system' ? {} : nothing)),
  policies: [visibleWhen(viewerIs('state_corporation', 'system'))],
  rowLevelSecurity: 'force',
});

/** Where a partner's system is told what happens within its scopes. */
@ObjectType({
  description:
    "An address at which a partner's system is told what happens within its scopes: CloudEvents, signed as Standard Webhooks has it.",
})
@Access({ roles: ['state_corporation'], rows: 'all' })
export class Webhook extends WebhookTable.class {
  declare clientId: string;

  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => String, { description: 'The address that events are sent to.' })
  declare url: string;

  @Field(() => [NoticeKindName], { description: 'What it is told; all within the scopes of the client where empty.' })
  declare kinds: NoticeKind[];

  @Field(() => DateTime, { description: 'When it was registered.' })
  declare createdAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed.' })
  declare removedAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was removed.' })
  declare removeReason: string | null;
}
WebhookTable.setClass(Webhook);

/** Webhooks by id, those that the viewer may see. */
export async function webhooksById(context: Context, ids: readonly string[]): Promise<Map<string, Webhook>> {
  return readMany(context.read(), Webhook, ids);
}
