import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { lookAtUploads } from '../../kit/storage/look-at-uploads.ts';
import type { Upload } from '../../kit/storage/look-at-uploads.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { finalApplicationProblems, referenceOf } from '../rules/final-documents.ts';
import type { FinalDocumentFacts, FinalDocumentKind, PresentPassport } from '../rules/final-documents.ts';
import { fewestPixels, portraitPhotoFaults } from '../rules/portrait-photo.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { attachToCase, written } from './attach-uploads.ts';

/** A document of the final application, as it is brought to the service centre. */
export type FinalDocument = FinalDocumentFacts & { kind: FinalDocumentKind; uploadId: string };

/** What is registered at the service centre. */
export interface RegisterFinalApplication extends Omit<ChangeInput, 'id'> {
  approvalNumber: string;
  passport: PresentPassport;
  documents: FinalDocument[];
}

/** The service centre finds the case by the number of the approval, compares the documents and registers the final application (B§20, B§21). */
export async function registerFinalApplication(context: Context, input: RegisterFinalApplication): Promise<Outcome> {
  const { approvalNumber } = input;
  const found = await context.read().findOne(ResidenceCase, { approvalNumber }, { fields: ['id'] });
  // What isn't found, or isn't theirs, is refused by the command, and so recorded.
  const named = { ...input, id: found?.id ?? '' };
  return actOnCase(
    context,
    'registerFinalApplication',
    () => 'REGISTER_FINAL_APPLICATION',
    named,
    async (session, residenceCase, { documents, passport }) => {
      const { uploads, problems } = await lookAtUploads(
        session,
        CaseDocumentRow,
        documents.map(({ uploadId }) => uploadId),
        (index) => ['documents', index, 'uploadId'],
      );
      refuseProblems([
        ...finalApplicationProblems(documents, passport, almatyDate(session.now)),
        ...problems,
        ...photoProblems(documents, uploads),
      ]);
      await context.services.storage.keep(documents.map(({ uploadId }) => uploadId));
      attachToCase(
        session,
        residenceCase.id,
        'FINAL',
        documents.map(({ kind, uploadId: _, ...facts }, index) => ({
          kind,
          upload: uploads[index]!,
          facts: written(kind === 'IDENTITY_DOCUMENT' ? { ...facts, ...passport } : facts),
        })),
      );
      residenceCase.finalAppliedAt = session.now;
      return { documentIds: documents.map(({ uploadId }) => uploadId) };
    },
  );
}

function photoProblems(documents: readonly FinalDocument[], uploads: readonly (Upload | undefined)[]): Problem[] {
  return documents.flatMap(({ kind }, index) => {
    const upload = uploads[index];
    if (kind !== 'PORTRAIT_PHOTO' || !upload) return [];
    const { mediaType, picture } = upload;
    const measured = { mediaType, pixelWidth: picture?.width ?? null, pixelHeight: picture?.height ?? null };
    return portraitPhotoFaults(measured).map((code) => ({
      code,
      params: fewestPixels,
      path: ['documents', index, 'uploadId'],
      reference: referenceOf(kind),
    }));
  });
}
