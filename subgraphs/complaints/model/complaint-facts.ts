import type { EntityManager } from '@mikro-orm/postgresql';
import type { Facts } from '../../kit/lifecycle/lifecycle.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import type { ComplaintGuard } from '../rules/lifecycle.ts';
import { actsForProvider } from '../rules/subject.ts';
import type { Complaint } from './complaint.ts';
import { DecisionRow } from './decision.ts';

/** What holds of each complaint for a viewer, as the lifecycle's guards ask. */
export async function factsOf(
  em: EntityManager,
  complaints: readonly Complaint[],
  viewer: Viewer,
): Promise<Map<string, Facts<ComplaintGuard>>> {
  const caseId = { $in: complaints.map(({ id }) => id) };
  const decided = await em.find(DecisionRow, { caseId, body: 'PROVIDER' }, { fields: ['caseId'] });
  const decidedByProvider = new Set(decided.map((decision) => decision.caseId));
  return new Map(
    complaints.map((complaint) => [
      complaint.id,
      {
        'acts for its provider': actsForProvider(viewer, complaint),
        'addressed to the provider': complaint.addressedTo === 'PROVIDER',
        'not registered by the provider': complaint.registeredAt === null,
        'registered by the provider': complaint.registeredAt !== null,
        'not decided by the provider': !decidedByProvider.has(complaint.id),
        'not complained of': !complaint.actedBy.includes(viewer.accountId),
      },
    ]),
  );
}
