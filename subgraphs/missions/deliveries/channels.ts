import type { DeliveryChannel } from '../model/delivery.ts';
import type { Channel } from './channel.ts';
import { email } from './email.ts';

/** The ways by which notices go out, by name. */
export const channels: Partial<Record<DeliveryChannel, Channel>> = { EMAIL: email };
