import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { strayLetter } from '../../kit/forms/fonts.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { finalRefusalNotice, permissionNotice } from '../forms/final-notices.ts';
import type { ResidenceCase } from '../model/residence-case.ts';
import { lastBarredDay } from '../rules/bar.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { keepMadeDocument, noticeData } from './keep-made-document.ts';

/** How it is decided. */
export interface DecideFinal extends ChangeInput {
  approves: boolean;
  /** Why it is refused. */
  reason?: string | null;
}

/**
 * Gives the permission, or refuses it with its reason, which bars a new application for a year; the notice comes into the cabinet (B§22–24). WRONG_STATE for a
 * permission while the checks aren't repeated, the documents not compared, the border crossing or the fingerprints not confirmed.
 */
export function decideFinal(context: Context, input: DecideFinal): Promise<Outcome> {
  return actOnCase(
    context,
    'decideFinal',
    ({ approves }) => (approves ? 'APPROVE_FINAL' : 'REFUSE_FINAL'),
    input,
    async (session, residenceCase, { approves, reason }) => {
      residenceCase.finalDecidedAt = session.now;
      residenceCase.finalDecidedBy = session.viewer.accountId;
      return approves ? approve(session, residenceCase, reason ?? '') : refuse(session, residenceCase, reason ?? '');
    },
  );
}

async function approve(
  session: CommandSession,
  residenceCase: ResidenceCase,
  reason: string,
): Promise<{ noticeId: string }> {
  refuseProblems(reason === '' ? [] : [{ code: 'REASON_OF_PERMISSION', path: ['reason'], reference: 'B§22' }]);
  const notice = await permissionNotice(noticeData(session, residenceCase));
  return { noticeId: await keepMadeDocument(session, residenceCase, 'PERMISSION', notice) };
}

async function refuse(
  session: CommandSession,
  residenceCase: ResidenceCase,
  reason: string,
): Promise<{ noticeId: string }> {
  refuseProblems([
    ...(reason === '' ? [{ code: 'TEXT_EMPTY', path: ['reason'], reference: 'B§24' }] : []),
    ...(strayLetter(reason) ? [{ code: 'NOTICE_LETTERS', path: ['reason'], reference: 'B§24' }] : []),
  ]);
  residenceCase.refusalReason = reason;
  const barredUntil = lastBarredDay(session.now);
  const notice = await finalRefusalNotice({ ...noticeData(session, residenceCase), reason, barredUntil });
  return { noticeId: await keepMadeDocument(session, residenceCase, 'FINAL_REFUSAL', notice) };
}
