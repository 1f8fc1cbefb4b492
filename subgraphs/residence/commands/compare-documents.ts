import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import { comparisonOf } from '../model/comparison.ts';
import { findingProblems, withFindings } from '../rules/comparison.ts';
import type { Finding } from '../rules/comparison.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';

/** What the officer found. */
export interface CompareDocuments extends ChangeInput {
  findings: Finding[];
}

/** The officer compares the originals with what was given earlier, field by field, and confirms or marks each difference (B§22). */
export function compareDocuments(context: Context, input: CompareDocuments): Promise<Outcome> {
  return actOnCase(
    context,
    'compareDocuments',
    () => 'COMPARE_DOCUMENTS',
    input,
    async ({ em }, residenceCase, { findings }) => {
      const where = { caseId: residenceCase.id };
      const documents = await em.find(CaseDocumentRow, where, { orderBy: { addedAt: 'asc', id: 'asc' } });
      const comparison = comparisonOf(residenceCase, documents as CaseDocumentRow[])!;
      refuseProblems(findingProblems(comparison, findings));
      residenceCase.comparison = withFindings(comparison, findings);
      return { marked: findings.filter(({ agrees }) => !agrees).map(({ field }) => field) };
    },
  );
}
