import type { ApplicationState } from './lifecycle.ts';

/** Where an application is on its way to the operators (A§10): at once, or waiting while their side is out of reach. */
export const deliveryStates = ['WAITING', 'DELIVERED'] as const;

/** A state of the way to the operators. */
export type DeliveryState = (typeof deliveryStates)[number];

/** What of an application its delivery depends on. */
export interface Delivery {
  state: ApplicationState;
  deliveredAt: Temporal.Instant | null;
}

/** Where it is; null when it was withdrawn before it passed, and so never does. */
export function deliveryOf({ state, deliveredAt }: Delivery): DeliveryState | null {
  if (deliveredAt) return 'DELIVERED';
  return state === 'WITHDRAWN' ? null : 'WAITING';
}
