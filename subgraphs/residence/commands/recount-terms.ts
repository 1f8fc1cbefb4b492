import { recountCaseTerms } from '../../kit/terms/recount-case-terms.ts';
import { CaseTermTable } from '../model/case-term.ts';
import type { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { lapses } from '../rules/case-lifecycle.ts';
import { isOfPerson, movedNotice } from '../rules/term-notices.ts';
import { lockClocked } from './lock-clocked.ts';

/** Follows a change of the calendar: every term that runs for a petition or a case is counted anew. */
export const recountResidenceTerms = recountCaseTerms<Petition | ResidenceCase>({
  subgraph: 'residence',
  caseType: 'ResidenceCase',
  table: CaseTermTable,
  locked: lockClocked,
  moved: (clocked, kind, dueAt) => {
    if (clocked instanceof ResidenceCase && Object.values(lapses).some(({ term }) => term === kind))
      clocked.lapsesAt = dueAt;
  },
  notices: (clocked, term) => (isOfPerson(term.kind) ? [movedNotice(term, clocked)] : []),
});
