import { bouncesOf } from '../../kit/notices/bounces.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { onlyDisclosed } from '../../kit/access/only-disclosed.ts';
import { valuesOf } from '../../kit/reading/rows.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { termsByCase } from '../../kit/terms/clocks.ts';
import type { CaseTerm } from '../../kit/terms/term-table.ts';
import { termsAt } from '../rules/lifecycle.ts';
import { CaseFileDocumentRow, CaseFileRow } from './case-file.ts';
import { CaseTermTable } from './case-term.ts';
import { ComplaintDocumentRow } from './complaint-document.ts';
import { Complaint } from './complaint.ts';
import { DecisionRow } from './decision.ts';

/** Complaints by id, those that the viewer may see; that they were shown is journalled. */
export async function complaintsById(context: Context, ids: readonly string[]): Promise<Map<string, Complaint>> {
  const found = await readMany(context.read(), Complaint, ids);
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

/** The terms of each complaint as they are by the clock, in the order in which they began. */
export async function termsOfComplaints(context: Context, ids: readonly string[]): Promise<Map<string, CaseTerm[]>> {
  const found = await termsByCase(context.read(), CaseTermTable, ids);
  return new Map([...found].map(([id, terms]) => [id, termsAt(terms, context.now())]));
}

/** When a notice to the person of each complaint came back last. */
export function bouncesOfComplaints(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, { at: Temporal.Instant }>> {
  return bouncesOf(context, 'complaints', ids);
}

/** What was decided on each complaint, the earliest first. */
export async function decisionsOfComplaints(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, DecisionRow[]>> {
  const reads = context.read();
  const found = await reads.find(DecisionRow, { caseId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(found as DecisionRow[], ({ caseId }) => caseId);
}

/** A document as complaints show it. */
export type ShownDocument = Pick<CaseFileDocumentRow, 'id' | 'kind' | 'mediaType' | 'size' | 'sha256'> & {
  /** Whose it is, where it is asked for by itself. */
  subjects?: readonly string[];
};

/** What was attached to each complaint, in the order of the ids. */
export async function documentsOfComplaints(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, ShownDocument[]>> {
  const reads = context.read();
  const found = await reads.find(ComplaintDocumentRow, { caseId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  const byComplaint = Map.groupBy(found as ComplaintDocumentRow[], ({ caseId }) => caseId);
  return new Map([...byComplaint].map(([id, documents]) => [id, documents.map(attachment)]));
}

/**
 * Documents by the id of their bytes, where the viewer sees a complaint that holds them; of case files that were sent along, for the reviewing body. That they
 * were shown is journalled.
 */
export async function complaintDocumentsById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, ShownDocument>> {
  const reads = context.read();
  const where = { id: { $in: [...ids] } };
  const attached = (await reads.find(ComplaintDocumentRow, where)) as ComplaintDocumentRow[];
  const sentAlong = (await reads.find(CaseFileDocumentRow, where)) as CaseFileDocumentRow[];
  const holders = [...attached, ...sentAlong].map(({ caseId }) => caseId);
  const complaints = await readMany(reads, Complaint, holders);
  const caseFiles = new Set((await reads.find(CaseFileRow, { caseId: { $in: holders } })).map(({ caseId }) => caseId));
  const held = [
    ...sentAlong.filter(({ caseId }) => complaints.has(caseId) && caseFiles.has(caseId)),
    ...attached.filter(({ caseId }) => complaints.has(caseId)),
  ];
  const found = await onlyDisclosed(context, held, ({ caseId }) => subjectsOf(caseId));
  context.shown(
    'ComplaintDocument',
    found.flatMap(({ id, caseId }) => [id, caseId]),
  );
  return new Map(
    found.map((document) => [
      document.id,
      { ...('kind' in document ? valuesOf(document) : attachment(document)), subjects: subjectsOf(document.caseId) },
    ]),
  );

  function subjectsOf(complaintId: string): string[] {
    const applicantId = complaints.get(complaintId)?.applicantId;
    return applicantId ? [complaintId, applicantId] : [complaintId];
  }
}

/** The case files that were sent along with complaints; that they were shown is journalled. */
export async function caseFilesOfComplaints(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, CaseFileRow>> {
  const reads = context.read();
  const found = (await reads.find(CaseFileRow, { caseId: { $in: [...ids] } })) as CaseFileRow[];
  context.shown(
    'ComplaintCaseFile',
    found.map(({ caseId }) => caseId),
  );
  return new Map(found.map((file) => [file.caseId, file]));
}

function attachment({ id, mediaType, size, sha256 }: ComplaintDocumentRow): ShownDocument {
  return { id, kind: 'COMPLAINT_ATTACHMENT', mediaType, size, sha256 };
}
