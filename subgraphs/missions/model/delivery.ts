import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { nothing, viewerIs, visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';

/** The ways by which notices go out. */
export const deliveryChannels = ['EMAIL', 'WEBHOOK'] as const;

/** One of the ways. */
export type DeliveryChannel = (typeof deliveryChannels)[number];

/**
 * What became of a delivery: it is still to go out; it went out; the other side refused it for good; it was tried in vain until the last time; there was no
 * address to send it to.
 */
export const deliveryStates = ['PENDING', 'SENT', 'BOUNCED', 'DEAD', 'NO_ADDRESS'] as const;

/** The ways, as the graph names them. */
const DeliveryChannelName = enumeration('DeliveryChannel', deliveryChannels, 'A way by which notices go out.');

/** The states of a delivery, as the graph names them. */
export const DeliveryStateName = enumeration(
  'DeliveryOutcome',
  deliveryStates,
  'What became of a delivery: it waits; it was sent; the other side refused it for good; it was tried in vain until the last time; there is nowhere to send it.',
);

/** A state of a delivery. */
export type DeliveryState = (typeof deliveryStates)[number];

/** A notice on one way to one target. Addresses are not kept here: they are asked for when it goes out. */
export const DeliveryTable = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  schema: 'missions',
  properties: {
    /** The same however often it is sent: who gets it twice knows by it. */
    id: p.uuid().primary(),
    noticeId: p.uuid(),
    caseId: p.uuid(),
    channel: p.enum(deliveryChannels),
    /** To whom: an account, an applicant without one, or an endpoint of a partner. */
    target: p.uuid(),
    state: p.enum(deliveryStates),
    /** How often it was tried, the attempt that runs included. */
    attempts: p.integer(),
    /** When it may be tried next; while an attempt runs, when whoever makes it counts as killed. */
    nextAttemptAt: instant(),
    /** When it left PENDING. */
    settledAt: instant().nullable(),
    /** Why the last attempt failed: the other side's code, without its words, which may hold the address. */
    failure: p.text().nullable(),
  },
  uniques: [{ properties: ['noticeId', 'channel', 'target'] }],
  indexes: [{ properties: ['state', 'nextAttemptAt'] }, { properties: ['caseId', 'channel', 'target', 'noticeId'] }],
  filters: visibleTo((viewer) => (viewer?.role === 'state_corporation' || viewer?.role === 'system' ? {} : nothing)),
  policies: [visibleWhen(viewerIs('state_corporation', 'system'))],
  rowLevelSecurity: 'force',
});

/** A notice that goes out, or went. */
@ObjectType({ description: 'Something that was told, on its way to somebody by e-mail or to a webhook.' })
@Access({ roles: ['state_corporation'], rows: 'all' })
export class Delivery extends DeliveryTable.class {
  declare noticeId: string;
  declare target: string;

  @Field(() => ID, { description: 'Its opaque id: also that of the e-mail, and of the event that the webhook gets.' })
  declare id: string;

  @Field(() => ID, { description: 'The case that it is about.' })
  declare caseId: string;

  @Field(() => DeliveryChannelName, { description: 'Which way it goes.' })
  declare channel: DeliveryChannel;

  @Field(() => DeliveryStateName, { description: 'What became of it.' })
  declare state: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried.' })
  declare attempts: number;

  @Field(() => DateTime, { description: 'When it is tried next, while it waits.' })
  declare nextAttemptAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was sent, or given up.' })
  declare settledAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: "Why the last attempt failed: the other side's code." })
  declare failure: string | null;
}
DeliveryTable.setClass(Delivery);

/** Deliveries by id, those that the viewer may see. */
export async function deliveriesById(context: Context, ids: readonly string[]): Promise<Map<string, Delivery>> {
  return readMany(context.read(), Delivery, ids);
}
