import type { CommandSession } from '../../kit/commands/command.ts';
import type { Upload } from '../../kit/storage/look-at-uploads.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import type { CaseDocumentKind } from '../model/case-document.ts';
import type { DocumentStage } from '../model/enumerations.ts';

/** What is to be attached to a case: a scan, and what it is. */
export interface NewDocument {
  upload: Upload;
  kind: CaseDocumentKind;
  /** What is told of it; dates as ISO texts. */
  facts: Record<string, unknown>;
}

/** Attaches scans to a case, with what was told of them as a paper file would hold it. */
export function attachToCase(
  { em, viewer, now }: Pick<CommandSession, 'em' | 'viewer' | 'now'>,
  caseId: string,
  stage: DocumentStage,
  documents: readonly NewDocument[],
): void {
  for (const { upload, kind, facts } of documents)
    em.create(CaseDocumentRow, {
      caseId,
      id: upload.id,
      stage,
      kind,
      mediaType: upload.mediaType,
      size: upload.size,
      sha256: upload.sha256,
      facts,
      signature: null,
      signedAt: null,
      addedAt: now,
      addedBy: viewer.accountId,
    });
}

/** What was told, as it is kept: without what wasn't told, dates as ISO texts. */
export function written(facts: object): Record<string, unknown> {
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value != null));
  return JSON.parse(JSON.stringify(told)) as Record<string, unknown>;
}
