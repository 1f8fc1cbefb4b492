import type { CommandSession } from '../../kit/commands/command.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import { measurePicture } from '../../kit/pictures/measure-picture.ts';
import type { PictureSize } from '../../kit/pictures/measure-picture.ts';
import type { StoredObject } from '../../kit/storage/storage.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import type { CaseDocumentKind } from '../model/case-document.ts';
import type { DocumentStage } from '../model/enumerations.ts';

/** A scan that an officer uploaded before. */
export type Upload = StoredObject & { picture: PictureSize | null };

/** What is to be attached to a case: a scan, and what it is. */
export interface NewDocument {
  upload: Upload;
  kind: CaseDocumentKind;
  /** What is told of it; dates as ISO texts. */
  facts: Record<string, unknown>;
}

/**
 * Looks at scans by their ids: only whoever uploaded one may attach it, and only once.
 *
 * @param pathOf where in the input the n-th stands.
 */
export async function lookAtUploads(
  { em, viewer, context: { services } }: CommandSession,
  ids: readonly string[],
  pathOf: (index: number) => Problem['path'],
): Promise<{ uploads: (Upload | undefined)[]; problems: Problem[] }> {
  const attached = await em.find(CaseDocumentRow, { id: { $in: ids.filter(isId) } }, { fields: ['id'] });
  const uploads: (Upload | undefined)[] = [];
  const problems: Problem[] = [];
  for (const [index, id] of ids.entries()) {
    const stored = await services.storage.describe(id);
    const own = stored?.accountId === viewer.accountId ? stored : undefined;
    const picture = own && (await measurePicture(services.storage, own));
    const usable = picture && 'measured' in picture;
    uploads.push(usable ? { ...own!, picture: picture.measured } : undefined);
    if (!own) problems.push({ code: 'DOCUMENT_UNKNOWN', path: pathOf(index) });
    else if (!usable) problems.push({ code: 'DOCUMENT_PICTURE_DAMAGED', path: pathOf(index) });
    if (ids.indexOf(id) < index || attached.some((each) => each.id === id))
      problems.push({ code: 'DOCUMENT_ATTACHED_ALREADY', path: pathOf(index) });
  }
  return { uploads, problems };
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
