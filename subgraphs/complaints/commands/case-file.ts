import type { CommandSession } from '../../kit/commands/command.ts';
import { isId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { CaseFileDocumentRow, CaseFileRow } from '../model/case-file.ts';
import type { ToldCaseFile } from '../model/case-file.ts';
import { Complaint } from '../model/complaint.ts';
import { askForCaseFile } from './subject.ts';

/**
 * The case file that goes with a complaint to the reviewing body, as it stands now; nothing for a service in general, and for what the viewer may not see.
 * To be asked for before the transaction begins.
 */
export async function caseFileFor(context: Context, complaintId: string): Promise<ToldCaseFile | undefined> {
  if (!isId(complaintId)) return undefined;
  const reads = context.read();
  const complaint = await reads.findOne(Complaint, { id: complaintId });
  await context.endReading();
  if (!complaint?.subjectId || complaint.subjectKind === 'SERVICE') return undefined;
  return askForCaseFile(context, complaint.subjectKind, complaint.subjectId);
}

/** Keeps the case file that is sent along with a complaint, with its documents. */
export async function sendAlong({ em }: CommandSession, caseId: string, file: ToldCaseFile | undefined): Promise<void> {
  if (!file) return;
  em.create(CaseFileRow, { caseId, content: file });
  const documents = new Map(file.documents.map((document) => [document.id, document]));
  for (const document of documents.values()) em.create(CaseFileDocumentRow, { caseId, ...document });
  await em.flush();
}
