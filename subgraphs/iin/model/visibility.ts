import { ownOffice, ownOfficePolicy, viewerIs } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** The row rule of applications: what one's own office received, or for operators all that has passed to them (A§10). */
export function deliveredApplications(viewer: Viewer | undefined): object {
  return viewer?.role === 'iin_operator' ? { deliveredAt: { $ne: null } } : visibleApplications(viewer);
}

/** The same rule as the database holds it; and whoever a case was opened to. */
export function deliveredApplicationPolicy(): string {
  const operators = `(${viewerIs('iin_operator')} and delivered_at is not null)`;
  return [ownOfficePolicy(), operators, viewerIs('system'), 'kit.was_opened(id)'].join(' or ');
}

/** The row rule of printed forms: what one's own office received; for operators all but application forms, which wait for a signature yet. */
export function visibleForms(viewer: Viewer | undefined): object {
  return viewer?.role === 'iin_operator' ? { applicantId: null } : visibleApplications(viewer);
}

/** The same rule as the database holds it; and whoever a case was opened to. */
export function formPolicy(): string {
  const operators = `(${viewerIs('iin_operator')} and applicant_id is null)`;
  return [ownOfficePolicy(), operators, viewerIs('system'), 'kit.was_opened(application_id)'].join(' or ');
}

/** The row rule of records and refusals: what one's own office received, or all for operators. */
export function visibleApplications(viewer: Viewer | undefined): object {
  switch (viewer?.role) {
    case 'iin_operator':
    case 'system':
      return {};
    default:
      return ownOffice(viewer);
  }
}

/**
 * The same rule as the database holds it; and whoever a case was opened to.
 *
 * @param caseId the column that holds the application's id.
 */
export function applicationPolicy(caseId: 'id' | 'application_id'): string {
  return [ownOfficePolicy(), viewerIs('iin_operator', 'system'), `kit.was_opened(${caseId})`].join(' or ');
}
