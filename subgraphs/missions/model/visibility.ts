import { nothing } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** Row rule "own office": one's own account, those of one's office; the Manager those of the missions and the MFA; whoever administers or audits all of them. */
export function visibleAccounts(viewer: Viewer | undefined): object {
  if (!viewer) return nothing;
  if (['state_corporation', 'auditor', 'system'].includes(viewer.role)) return {};
  const managed = viewer.role === 'manager' ? [{ role: { $in: ['consul', 'authorised_employee', 'manager'] } }] : [];
  const colleagues = viewer.officeId ? [{ officeId: viewer.officeId }] : [];
  return { $or: [{ id: viewer.accountId }, ...colleagues, ...managed] };
}
