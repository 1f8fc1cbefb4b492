import { nothing } from '../../kit/model/policies.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** Row rule "all": the whole journal, for auditors only; and for what seals it. */
export function visibleJournal(viewer: Viewer | undefined): object {
  return viewer?.role === 'auditor' || viewer?.role === 'system' ? {} : nothing;
}
