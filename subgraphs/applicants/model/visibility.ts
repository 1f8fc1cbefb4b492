import { ownOffice, ownOfficePolicy, viewerIs } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** The row rule of applicants and of everything that belongs to them: what one's own office received, one's own data, or all for the operators. */
export function visibleApplicants(viewer: Viewer | undefined): object {
  switch (viewer?.role) {
    case 'applicant':
      return { personAccountId: viewer.accountId };
    case 'iin_operator':
    case 'system':
      return {};
    default:
      return ownOffice(viewer);
  }
}

/**
 * The same rule as the database holds it, on the columns of an applicant or of the copies of them; and whoever a case was opened to.
 *
 * @param applicantId the column that holds the applicant's id.
 */
export function applicantPolicy(applicantId: 'id' | 'applicant_id'): string {
  return [
    ownOfficePolicy(),
    `(${viewerIs('applicant')} and person_account_id = (select kit.viewer_account()))`,
    viewerIs('iin_operator', 'system'),
    `kit.was_opened(${applicantId})`,
  ].join(' or ');
}
