import { nothing } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** Row rule "own office": one's own account, those of one's office; all of them for those who manage or audit accounts. */
export function visibleAccounts(viewer: Viewer | undefined): object {
  if (!viewer) return nothing;
  if (['state_corporation', 'manager', 'auditor', 'system'].includes(viewer.role)) return {};
  return { $or: [{ id: viewer.accountId }, ...(viewer.officeId ? [{ officeId: viewer.officeId }] : [])] };
}
