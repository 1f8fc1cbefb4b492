import type { Facts } from '../../kit/lifecycle/lifecycle.ts';
import type { City, Role } from '../../kit/viewer/roles.ts';
import type { ComplaintGuard } from './lifecycle.ts';
import { actsForProvider } from './subject.ts';
import type { Addressee, Service } from './subject.ts';

/** What the guards look at in a complaint. */
export interface GuardedComplaint {
  service: Service;
  city: City | null;
  addressedTo: Addressee;
  /** The accounts of those who had acted on the case when the complaint was filed: they are complained of. */
  actedBy: readonly string[];
  registeredAt: Temporal.Instant | null;
  providerDecidedAt: Temporal.Instant | null;
}

/** What holds of a complaint for somebody, as the lifecycle's guards ask. */
export function factsOf(
  complaint: GuardedComplaint,
  viewer: { accountId: string; role: Role; city: City | null },
): Facts<ComplaintGuard> {
  return {
    'acts for its provider': actsForProvider(viewer, complaint),
    'addressed to the provider': complaint.addressedTo === 'PROVIDER',
    'not registered by the provider': complaint.registeredAt === null,
    'registered by the provider': complaint.registeredAt !== null,
    'not decided by the provider': complaint.providerDecidedAt === null,
    'not complained of': !complaint.actedBy.includes(viewer.accountId),
  };
}
