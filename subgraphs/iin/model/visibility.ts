import { ownOffice, ownOfficePolicy, viewerIs } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** The row rule of applications, records and printed forms: what one's own office received, or all for operators. */
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
