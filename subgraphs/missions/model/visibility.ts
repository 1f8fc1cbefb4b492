import { nothing } from '../../kit/model/policies.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** Of which roles whoever manages or audits accounts sees them. */
const managedRoles: Partial<Record<Role, object>> = {
  manager: { $in: ['consul', 'authorised_employee', 'manager'] },
  state_corporation: { $ne: 'applicant' },
  auditor: { $ne: 'applicant' },
};

/** Row rule "own office": one's own account, those of one's office; the Manager those of the missions and the MFA; whoever administers or audits those of everybody but applicants. */
export function visibleAccounts(viewer: Viewer | undefined): object {
  if (!viewer) return nothing;
  if (viewer.role === 'system') return {};
  const managed = managedRoles[viewer.role];
  const colleagues = viewer.officeId ? [{ officeId: viewer.officeId }] : [];
  return { $or: [{ id: viewer.accountId }, ...colleagues, ...(managed ? [{ role: managed }] : [])] };
}
