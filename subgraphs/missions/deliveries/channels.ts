import type { DeliveryChannel } from '../model/delivery.ts';
import type { Channel } from './channel.ts';
import { email } from './email.ts';
import { webhook } from './webhook.ts';

/** The ways by which notices go out, by name. */
export const channels: Record<DeliveryChannel, Channel> = { EMAIL: email, WEBHOOK: webhook };
