import type { Context } from '../../kit/subgraph/context.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { termsByCase } from '../../kit/terms/clocks.ts';
import type { CaseTerm } from '../../kit/terms/term-table.ts';
import { CaseTermTable } from './case-term.ts';
import { Complaint } from './complaint.ts';

/** Complaints by id, those that the viewer may see; that they were shown is journalled. */
export async function complaintsById(context: Context, ids: readonly string[]): Promise<Map<string, Complaint>> {
  const found = await readMany(await context.read(), Complaint, ids);
  showComplaints(context, [...found.values()]);
  return found;
}

/** Notes that complaints are in the answer, each with the case that it is about. */
export function showComplaints(context: Context, complaints: readonly Complaint[]): void {
  context.shown(
    'Complaint',
    complaints.flatMap(({ id, subjectId }) => (subjectId ? [id, subjectId] : [id])),
  );
}

/** The terms of each complaint, in the order in which they began. */
export async function termsOfComplaints(context: Context, ids: readonly string[]): Promise<Map<string, CaseTerm[]>> {
  return termsByCase(await context.read(), CaseTermTable, ids);
}
