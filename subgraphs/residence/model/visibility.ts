import { nothing, openedPolicy, viewerIs, withCase } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** The row rule of petitions: one's own; all for the hub; for the signer those that passed the interview (B§8). */
export function visiblePetitions(viewer: Viewer | undefined): object {
  switch (viewer?.role) {
    case 'applicant':
      return { accountId: viewer.accountId };
    case 'hub_officer':
    case 'auditor':
    case 'system':
      return {};
    case 'mddiai_signer':
      return { passedInterviewAt: { $ne: null } };
    default:
      return nothing;
  }
}

/** The same rule as the database holds it; and whoever a petition was opened to. */
export function petitionPolicy(): string {
  return [
    ownDataPolicy(),
    viewerIs('hub_officer', 'system'),
    `(${viewerIs('mddiai_signer')} and passed_interview_at is not null)`,
    openedPolicy('id'),
  ].join(' or ');
}

/** The row rule of consents that were declined: one's own. */
export function visibleDeclinedConsents(viewer: Viewer | undefined): object {
  if (viewer?.role === 'applicant') return { accountId: viewer.accountId };
  return viewer?.role === 'system' ? {} : nothing;
}

/** The same rule as the database holds it. */
export function declinedConsentPolicy(): string {
  return `${ownDataPolicy()} or ${viewerIs('system')}`;
}

/**
 * The row rule of residence cases: one's own; for the officers those of their city, at the service centre from the preliminary approval on (B§20); for the
 * KNB those that were sent for agreement (B§14).
 */
export function visibleCases(viewer: Viewer | undefined): object {
  switch (viewer?.role) {
    case 'applicant':
      return { accountId: viewer.accountId };
    case 'kkq_officer':
      return { city: viewer.city };
    case 'psc_officer':
      return { city: viewer.city, approvalNumber: { $ne: null } };
    case 'knb_officer':
      return { sentToKnbAt: { $ne: null } };
    case 'auditor':
    case 'system':
      return {};
    default:
      return nothing;
  }
}

/** The same rule as the database holds it; and whoever a case was opened to. */
export function casePolicy(): string {
  const ownCity = 'city = (select kit.viewer_city())';
  return [
    ownDataPolicy(),
    `(${viewerIs('kkq_officer')} and ${ownCity})`,
    `(${viewerIs('psc_officer')} and ${ownCity} and approval_number is not null)`,
    `(${viewerIs('knb_officer')} and sent_to_knb_at is not null)`,
    viewerIs('system'),
    openedPolicy('id'),
  ].join(' or ');
}

/** The rule of security checks: the migration service keeps them to itself, in its city (B§13, B§22). */
export function checkPolicy(): string {
  return `${viewerIs('kkq_officer', 'system')} and exists (select from residence.residence_case seen where seen.id = case_id)`;
}

/** The rule of what belongs to petitions and cases: whoever sees the one sees the other. */
export function withCasePolicy(): string {
  return withCase('residence.petition', 'residence.residence_case');
}

function ownDataPolicy(): string {
  return `(${viewerIs('applicant')} and account_id = (select kit.viewer_account()))`;
}

/** The row rule of questionnaires: one's own answers; officers read them as the signed document of a case. */
export function visibleAnswers(viewer: Viewer | undefined): object {
  switch (viewer?.role) {
    case 'applicant':
      return { accountId: viewer.accountId };
    case 'system':
      return {};
    default:
      return nothing;
  }
}

/** The same rule as the database holds it. */
export function ownAnswersPolicy(): string {
  return `${ownDataPolicy()} or ${viewerIs('system')}`;
}

/** The rule of what arrived for a case, and of its returns: between the person and the migration service. */
export function submissionPolicy(): string {
  return `${viewerIs('applicant', 'kkq_officer', 'system')} and exists (select from residence.residence_case seen where seen.id = case_id)`;
}

/** The rule of duties that were paid: the gateway knows what it told, the person what they paid, and the service centre and the migration service what proves a duty of a case. */
export function paymentPolicy(): string {
  return [
    `(${viewerIs('partner')} and recorded_by = (select kit.viewer_account()))`,
    `(${viewerIs('applicant')} and exists (select from residence.petition own where own.account_id = (select kit.viewer_account()) and own.iin = payer_iin))`,
    `(${viewerIs('kkq_officer', 'psc_officer')} and exists (select from residence.residence_case seen where seen.id = case_id))`,
    viewerIs('system'),
  ].join(' or ');
}
