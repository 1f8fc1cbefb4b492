import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { strayLetter } from '../../kit/forms/fonts.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { beginTerm } from '../../kit/terms/working-calendar.ts';
import { approvalNotice, preliminaryRefusalNotice } from '../forms/preliminary-notices.ts';
import type { ResidenceCase } from '../model/residence-case.ts';
import { lastBarredDay } from '../rules/bar.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { keepMadeDocument, noticeData } from './keep-made-document.ts';

/** How it is decided. */
export interface DecidePreliminary extends ChangeInput {
  approves: boolean;
  /** Why it is refused. */
  reason?: string | null;
}

/**
 * Decides preliminarily and registers the result with its notice (B§17–19): an approval, only when the KNB agreed, valid for thirty calendar days; or a refusal with its reason, which
 * bars a new application for a year.
 */
export function decidePreliminary(context: Context, input: DecidePreliminary): Promise<Outcome> {
  return actOnCase(
    context,
    'decidePreliminary',
    ({ approves }) => (approves ? 'APPROVE_PRELIMINARY' : 'REFUSE_PRELIMINARY'),
    input,
    async (session, residenceCase, { approves, reason }) => {
      residenceCase.preliminaryDecidedAt = session.now;
      residenceCase.preliminaryDecidedBy = session.viewer.accountId;
      return approves ? approve(session, residenceCase) : refuse(session, residenceCase, reason ?? '');
    },
  );
}

async function approve(session: CommandSession, residenceCase: ResidenceCase): Promise<Record<string, unknown>> {
  residenceCase.approvalNumber = await takeCaseNumber(session.em, 'residence', 'PRA', session.now);
  return { noticeId: await keepApprovalNotice(session, residenceCase) };
}

/** Makes the notice of an approval that is valid from now on; answers its id (B§19). */
export async function keepApprovalNotice(session: CommandSession, residenceCase: ResidenceCase): Promise<string> {
  const { lastDay } = await beginTerm(session.em, 'APPROVAL_VALIDITY', session.now);
  const approvalNumber = residenceCase.approvalNumber!;
  const notice = await approvalNotice({ ...noticeData(session, residenceCase), approvalNumber, lastDay });
  return keepMadeDocument(session, residenceCase, 'PRELIMINARY_APPROVAL', notice);
}

async function refuse(
  session: CommandSession,
  residenceCase: ResidenceCase,
  reason: string,
): Promise<Record<string, unknown>> {
  refuseProblems([
    ...(reason === '' ? [{ code: 'TEXT_EMPTY', path: ['reason'], reference: 'B§19' }] : []),
    ...(strayLetter(reason) ? [{ code: 'NOTICE_LETTERS', path: ['reason'], reference: 'B§19' }] : []),
  ]);
  residenceCase.refusalReason = reason;
  const barredUntil = lastBarredDay(session.now);
  const notice = await preliminaryRefusalNotice({ ...noticeData(session, residenceCase), reason, barredUntil });
  return { noticeId: await keepMadeDocument(session, residenceCase, 'PRELIMINARY_REFUSAL', notice) };
}
