import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { lookAtUploads } from '../../kit/storage/look-at-uploads.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import { dutyFiguresOf } from '../model/duty.ts';
import { tenge } from '../rules/duty.ts';
import { permitProblems } from '../rules/permit.ts';
import type { PermitPapers } from '../rules/permit.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { attachToCase, written } from './attach-uploads.ts';

/** What is brought for the residence permit. */
export interface IssuePermit extends ChangeInput {
  passport: PermitPapers['passport'] & { uploadId: string };
  noticeShown: boolean;
  receipt: PermitPapers['receipt'] & { uploadId: string };
}

/** The service centre hands out the residence permit, "тұру ықтиярхаты", with a number of its own (B§26). */
export function issuePermit(context: Context, input: IssuePermit): Promise<Outcome> {
  return actOnCase(
    context,
    'issuePermit',
    () => 'ISSUE_PERMIT',
    input,
    async (session, residenceCase, given) => {
      const { uploadId: passportId, ...passport } = given.passport;
      const { uploadId: receiptId, ...receipt } = given.receipt;
      const { uploads, problems } = await lookAtUploads(session, CaseDocumentRow, [passportId, receiptId], (index) => [
        index === 0 ? 'passport' : 'receipt',
        'uploadId',
      ]);
      const figures = await dutyFiguresOf(session.em);
      refuseProblems([...permitProblems(given, almatyDate(session.now), figures), ...problems]);
      await context.services.storage.keep([passportId, receiptId]);
      attachToCase(session, residenceCase.id, 'PERMIT', [
        { kind: 'IDENTITY_DOCUMENT', upload: uploads[0]!, facts: written(passport) },
        { kind: 'DUTY_RECEIPT', upload: uploads[1]!, facts: written({ ...receipt, amount: tenge(receipt.amount) }) },
      ]);
      residenceCase.permitIssuedAt = session.now;
      residenceCase.permitNumber = await takeCaseNumber(session.em, 'residence', 'RES', session.now);
      return { documentIds: [passportId, receiptId] };
    },
  );
}
