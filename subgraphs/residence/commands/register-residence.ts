import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { lookAtUploads } from '../../kit/storage/look-at-uploads.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import { contractProblems } from '../rules/final-documents.ts';
import type { ContractParty } from '../rules/final-documents.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { attachToCase, written } from './attach-uploads.ts';

/** Where somebody will live, and by which contract. */
export interface RegisterResidence extends ChangeInput {
  address: string;
  contract: {
    uploadId: string;
    contractWith: ContractParty;
    notarised: boolean;
    startsOn: Temporal.PlainDate;
    endsOn: Temporal.PlainDate;
  };
}

/** The service centre registers the residence of somebody who was permitted to reside (B§25). */
export function registerResidence(context: Context, input: RegisterResidence): Promise<Outcome> {
  return actOnCase(
    context,
    'registerResidence',
    () => 'REGISTER_RESIDENCE',
    input,
    async (session, residenceCase, { address, contract: { uploadId, ...facts } }) => {
      const { uploads, problems } = await lookAtUploads(session, CaseDocumentRow, [uploadId], () => [
        'contract',
        'uploadId',
      ]);
      refuseProblems([
        ...(address === '' ? [{ code: 'TEXT_EMPTY', path: ['address'], reference: 'B§25' }] : []),
        ...contractProblems(facts, almatyDate(session.now)).map((problem) => ({
          ...problem,
          path: ['contract', ...problem.path],
          reference: 'B§25',
        })),
        ...problems,
      ]);
      const contract = { kind: 'HOUSING_CONTRACT' as const, upload: uploads[0]!, facts: written(facts) };
      await context.services.storage.keep([uploadId]);
      attachToCase(session, residenceCase.id, 'PERMIT', [contract]);
      residenceCase.residenceAddress = address;
      residenceCase.residenceRegisteredAt = session.now;
      return { documentIds: [uploadId] };
    },
  );
}
