import type { EntityManager } from '@mikro-orm/postgresql';
import type { Notice } from '../../kit/notices/notice-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Services } from '../../kit/subgraph/services.ts';
import type { Delivery } from '../model/delivery.ts';

/** What an attempt to send led to. */
export type Sending =
  | { outcome: 'SENT' | 'NO_ADDRESS' }
  /** `BOUNCED`: refused for good. `FAILED`: to be tried again. `DOWN`: the same, and nothing else gets through on this way now. */
  | { outcome: 'BOUNCED' | 'FAILED' | 'DOWN'; failure: string };

/** A way by which notices go out. */
export interface Channel {
  /** To whom a notice goes by this way; asked once, in the transaction that hands it over. */
  targets(em: EntityManager, notice: Notice, services: Services): Promise<string[]>;
  /** Sends it, outside of any transaction, by the delivery's id however often. What it throws counts as a failure. */
  send(context: Context, delivery: Delivery, notice: Notice): Promise<Sending>;
}
