import { runCommand } from '../../kit/commands/command.ts';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { measurePicture } from '../../kit/pictures/measure-picture.ts';
import type { StoredObject } from '../../kit/storage/storage.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import type { AttachDocumentInput } from '../graph/inputs.ts';
import { Applicant } from '../model/applicant.ts';
import { Document } from '../model/document.ts';
import { documentDateProblems } from '../rules/document-dates.ts';
import { documentFactProblems, languageCode } from '../rules/document-facts.ts';

/** Attaches an uploaded scan to a person, with what it is (A§6); a picture is measured. Only whoever uploaded it can attach it. */
export function attachDocument(context: Context, input: AttachDocumentInput): Promise<Outcome> {
  return runCommand(context, 'applicants', 'attachDocument', input, async (session, given) => {
    const applicant = await findForChange(session, Applicant, given.applicantId);
    const { uploadId: id, idempotencyKey, ...described } = given;
    const upload = await uploaded(session, id);
    const picture = upload && (await measurePicture(context.services.storage, upload));
    const size = picture && 'measured' in picture ? picture.measured : null;
    refuseProblems([
      ...documentDateProblems(described, almatyDate(session.now)),
      ...documentFactProblems(described),
      ...(upload ? await attachedProblems(session, id) : [{ code: 'DOCUMENT_UNKNOWN', path: ['uploadId'] }]),
      ...(picture && 'refused' in picture ? [{ code: 'DOCUMENT_PICTURE_DAMAGED', path: ['uploadId'] }] : []),
    ]);
    await context.services.storage.keep([id]);
    session.em.create(Document, {
      ...described,
      id,
      // Who attaches something to oneself shows the original to nobody.
      originalShown: given.originalShown && session.viewer.role !== 'applicant',
      languages: given.languages?.map((code) => languageCode(code)!),
      officeId: applicant.officeId,
      personAccountId: applicant.personAccountId,
      mediaType: upload!.mediaType,
      size: upload!.size,
      sha256: upload!.sha256,
      pixelWidth: size?.width,
      pixelHeight: size?.height,
      attachedAt: session.now,
      attachedBy: session.viewer.accountId,
    });
    await session.em.flush();
    await recordEvent(session, 'applicants', {
      caseId: applicant.id,
      kind: 'DOCUMENT_ATTACHED',
      details: { documentId: id, kind: given.kind },
    });
    return { kind: 'Document', id, concerns: [applicant.id] };
  });
}

async function uploaded({ viewer, context }: CommandSession, id: string): Promise<StoredObject | undefined> {
  const found = await context.services.storage.describe(id);
  return found?.accountId === viewer.accountId ? found : undefined;
}

async function attachedProblems({ em }: CommandSession, id: string): Promise<Problem[]> {
  const attached = (await em.count(Document, { id })) > 0;
  return attached ? [{ code: 'DOCUMENT_ATTACHED_ALREADY', path: ['uploadId'] }] : [];
}
