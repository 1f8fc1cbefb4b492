import { defineEntity, p } from '@mikro-orm/postgresql';
import { viewerIs, visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';

/** The ways by which notices go out. */
export const deliveryChannels = ['EMAIL', 'WEBHOOK'] as const;

/** One of the ways. */
export type DeliveryChannel = (typeof deliveryChannels)[number];

/**
 * What became of a delivery: it is still to go out; it went out; the other side refused it for good; it was tried in vain until the last time; there was no
 * address to send it to.
 */
export const deliveryStates = ['PENDING', 'SENT', 'BOUNCED', 'DEAD', 'NO_ADDRESS'] as const;

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
  policies: [visibleWhen(viewerIs('state_corporation', 'system'))],
  rowLevelSecurity: 'force',
});

/** A notice that goes out, or went. */
export class Delivery extends DeliveryTable.class {}
DeliveryTable.setClass(Delivery);
