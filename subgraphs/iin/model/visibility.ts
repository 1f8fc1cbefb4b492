import { openedPolicy, ownOffice, ownOfficePolicy, viewerIs } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** The row rule of applications: what one's own office received, or for operators all that has passed to them (A§10). */
export function deliveredApplications(viewer: Viewer | undefined): object {
  return viewer?.role === 'iin_operator' ? { deliveredAt: { $ne: null } } : visibleApplications(viewer);
}

/** The same rule as the database holds it; and whoever a case was opened to. */
export function deliveredApplicationPolicy(): string {
  const operators = `(${viewerIs('iin_operator')} and delivered_at is not null)`;
  return [ownOfficePolicy(), operators, viewerIs('system'), openedPolicy('id')].join(' or ');
}

/** The row rule of printed forms: what one's own office received; for operators the results of applications. */
export function visibleForms(viewer: Viewer | undefined): object {
  return viewer?.role === 'iin_operator' ? { applicationId: { $ne: null } } : visibleApplications(viewer);
}

/** The same rule as the database holds it; and whoever a case was opened to. */
export function formPolicy(): string {
  const operators = `(${viewerIs('iin_operator')} and application_id is not null)`;
  return [ownOfficePolicy(), operators, viewerIs('system'), openedPolicy('application_id')].join(' or ');
}

/** The row rule of refusals to accept: what one's own office refused. It never came to the operators. */
export function visibleRefusals(viewer: Viewer | undefined): object {
  return viewer?.role === 'system' ? {} : ownOffice(viewer);
}

/** The same rule as the database holds it; and whoever a refusal was opened to. */
export function refusalPolicy(): string {
  return [ownOfficePolicy(), viewerIs('system'), openedPolicy('id')].join(' or ');
}

/** The row rule of records: what one's own office received, or all for operators. */
export function visibleApplications(viewer: Viewer | undefined): object {
  switch (viewer?.role) {
    case 'iin_operator':
    case 'auditor':
    case 'system':
      return {};
    default:
      return ownOffice(viewer);
  }
}

/** The same rule as the database holds it; and whoever the application was opened to. */
export function applicationPolicy(): string {
  return [ownOfficePolicy(), viewerIs('iin_operator', 'system'), openedPolicy('application_id')].join(' or ');
}
