import { raw } from '@mikro-orm/core';
import { openedPolicy, ownOffice, ownOfficePolicy, viewerIs } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import { unforwardedStates } from '../rules/lifecycle.ts';

/**
 * The row rule of complaints: one's own; at a counter what its office received, at a service centre what one received oneself; for a provider those of its
 * service, in the residence of its city; for the reviewing body what was forwarded to it, by somebody or by the clock (A§15-3).
 */
export function visibleComplaints(viewer: Viewer | undefined): object {
  switch (viewer?.role) {
    case 'applicant':
      return { accountId: viewer.accountId };
    case 'psc_officer':
      return { filedBy: viewer.accountId };
    case 'iin_operator':
      return { service: 'IIN' };
    case 'hub_officer':
    case 'mddiai_signer':
      return { service: 'PETITION' };
    case 'kkq_officer':
      return { $or: [{ service: 'RESIDENCE', city: viewer.city }, { filedBy: viewer.accountId }] };
    case 'complaint_reviewer':
      return { [raw((alias) => forwarded(`${alias}.`))]: [] };
    case 'auditor':
    case 'system':
      return {};
    default:
      return ownOffice(viewer);
  }
}

/** The same rule as the database holds it; and whoever a complaint was opened to. */
export function complaintPolicy(): string {
  return [
    ownOfficePolicy(),
    `(${viewerIs('applicant')} and account_id = (select kit.viewer_account()))`,
    `(${viewerIs('psc_officer', 'kkq_officer')} and filed_by = (select kit.viewer_account()))`,
    `(${viewerIs('iin_operator')} and service = 'IIN')`,
    `(${viewerIs('hub_officer', 'mddiai_signer')} and service = 'PETITION')`,
    `(${viewerIs('kkq_officer')} and service = 'RESIDENCE' and city = (select kit.viewer_city()))`,
    `(${viewerIs('complaint_reviewer')} and ${forwarded('')})`,
    viewerIs('system'),
    openedPolicy('id'),
  ].join(' or ');
}

/** Forwarded, or the three days are over and nobody satisfied it. */
function forwarded(prefix: string): string {
  const states = unforwardedStates.map((state) => `'${state}'`).join(', ');
  return `(${prefix}forwarded_at is not null or (${prefix}state in (${states}) and ${prefix}forwards_at < (select kit.viewer_now())))`;
}

/** The row rule of case files that were sent along: the reviewing body's. */
export function visibleCaseFiles(viewer: Viewer | undefined): object {
  return viewer?.role === 'complaint_reviewer' || viewer?.role === 'system' ? {} : { caseId: null };
}

/** The same rule as the database holds it: for the reviewing body, whoever of it sees the complaint. */
export function caseFilePolicy(): string {
  return `${viewerIs('complaint_reviewer', 'system')} and exists (select from complaints.complaint seen where seen.id = case_id)`;
}
