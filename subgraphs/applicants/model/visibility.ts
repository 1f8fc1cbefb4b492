import { opened, openedPolicy, ownOffice, ownOfficePolicy, viewerIs } from '../../kit/model/policies.ts';
import type { Visibility } from '../../kit/model/policies.ts';

/** The column that holds the applicant's id. */
type ApplicantId = 'id' | 'applicant_id';

/**
 * The row rule of applicants and of everything that belongs to them: what one's own office received, one's own data, or for the operators whose application
 * has passed to them.
 */
export function visibleApplicants(applicantId: ApplicantId): Visibility {
  return (viewer) => {
    switch (viewer?.role) {
      case 'applicant':
        return { personAccountId: viewer.accountId };
      case 'iin_operator':
        return opened(applicantId);
      case 'auditor':
      case 'system':
        return {};
      default:
        return ownOffice(viewer);
    }
  };
}

/** The same rule as the database holds it, on the columns of an applicant or of the copies of them; and whoever a case was opened to. */
export function applicantPolicy(applicantId: ApplicantId): string {
  return [
    ownOfficePolicy(),
    `(${viewerIs('applicant')} and person_account_id = (select kit.viewer_account()))`,
    viewerIs('system'),
    openedPolicy(applicantId),
  ].join(' or ');
}
