import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import { storeBytes } from '../../kit/storage/store-bytes.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { beginTerm } from '../../kit/terms/working-calendar.ts';
import { finalRefusalNotice, permissionNotice } from '../forms/final-notices.ts';
import type { FinalDecision } from '../model/enumerations.ts';
import type { ResidenceCase } from '../model/residence-case.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { attachToCase } from './attach-uploads.ts';

/** The final decision. */
export interface DecideFinal extends ChangeInput {
  decision: FinalDecision;
  reasons?: string | null;
}

/**
 * The officer gives the permission, or refuses it with reasons; the notice comes into the cabinet (B§22–24). WRONG_STATE for a permission while the checks
 * aren't repeated, the documents not compared, the border crossing or the fingerprints not confirmed.
 */
export function decideFinal(context: Context, input: DecideFinal): Promise<Outcome> {
  return actOnCase(
    context,
    'decideFinal',
    ({ decision }) => (decision === 'PERMIT' ? 'APPROVE_FINAL' : 'REFUSE_FINAL'),
    input,
    async (session, residenceCase, { decision, reasons }) => {
      const { em, viewer, now } = session;
      if (decision === 'REFUSE' && !reasons) refuseProblem('TEXT_EMPTY', ['reasons'], 'B§24');
      if (decision === 'PERMIT' && reasons) refuseProblem('REASONS_OF_PERMISSION', ['reasons'], 'B§22');
      residenceCase.finalDecidedAt = now;
      residenceCase.finalDecidedBy = viewer.accountId;
      if (decision === 'REFUSE') {
        residenceCase.refusalReason = reasons!;
        residenceCase.barredUntil = (await beginTerm(em, 'BAR', now)).lastDay;
      }
      return { noticeId: await giveNotice(session, residenceCase, decision) };
    },
  );
}

async function giveNotice(
  session: CommandSession,
  residenceCase: ResidenceCase,
  decision: FinalDecision,
): Promise<string> {
  const { viewer, now, context } = session;
  const { number, approvalNumber, city, latinName, cyrillicName, birthDate, citizenship, iin } = residenceCase;
  const notice = {
    ...{ city, latinName, cyrillicName, birthDate, citizenship, iin },
    caseNumber: number,
    approvalNumber: approvalNumber!,
    issuedOn: almatyDate(now),
    specimen: context.services.demo,
  };
  const bytes = await (decision === 'PERMIT'
    ? permissionNotice(notice)
    : finalRefusalNotice({
        ...notice,
        reasons: residenceCase.refusalReason!,
        barredUntil: residenceCase.barredUntil!,
      }));
  const stored = await storeBytes(context.services.storage, bytes, viewer.accountId);
  const kind = decision === 'PERMIT' ? 'PERMISSION' : 'FINAL_REFUSAL';
  attachToCase(session, residenceCase.id, 'MADE', [{ kind, upload: { ...stored, picture: null }, facts: {} }]);
  return stored.id;
}
