import { nothing } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** Row rule "all": the whole journal, for auditors only; and for what seals it. */
export function visibleJournal(viewer: Viewer | undefined): object {
  return viewer?.role === 'auditor' || viewer?.role === 'system' ? {} : nothing;
}

/** The row rule of disclosures: an auditor's own; all for the State Corporation. */
export function visibleDisclosures(viewer: Viewer | undefined): object {
  if (viewer?.role === 'auditor') return { accountId: viewer.accountId };
  return viewer?.role === 'state_corporation' ? {} : nothing;
}
