import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { strayLetter } from '../../kit/forms/fonts.ts';
import { IinRecord } from '../model/record.ts';
import { markProblems } from '../rules/refusal-marks.ts';
import type { RefusalMark } from '../rules/refusal-marks.ts';
import type { RefusalGround } from '../rules/refusal.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';
import { documentsPresented } from './presented-applicant.ts';

/** On which grounds, and why, a number is refused. */
export interface RefuseIin extends ApplicationInput {
  grounds: RefusalGround[];
  reason: string;
  /** The record of the number that the person has already. */
  existingRecordId?: string | null;
  /** What is wrong among the data and the documents, all at once. */
  marks?: (Partial<RefusalMark> & Pick<RefusalMark, 'remark'>)[] | null;
}

/** The operator refuses the number on one or more of the three grounds, with a reason in words, and marks each field and document that is wrong (A§13). */
export function refuseIin(context: Context, input: RefuseIin): Promise<Outcome> {
  return actOnApplication(context, 'refuseIin', 'REFUSE', input, async ({ em, viewer, now }, application, given) => {
    const grounds = [...new Set(given.grounds)];
    const existing = given.existingRecordId ?? null;
    const known = existing !== null && isId(existing) && (await em.count(IinRecord, { id: existing })) > 0;
    const marks = (given.marks ?? []).map(({ field = null, documentId = null, remark }): RefusalMark => ({
      field,
      documentId,
      remark,
    }));
    refuseProblems([
      ...refusalProblems(grounds, given.reason, existing, known),
      ...markProblems(grounds, marks, documentsPresented(application)),
      ...letterProblems(given.reason, marks),
    ]);
    application.refusalGrounds = grounds;
    application.refusalReason = given.reason;
    application.refusalMarks = marks;
    application.existingRecordId = existing;
    application.decidedAt = now;
    application.decidedBy = viewer.accountId;
    return { grounds, marks: marks.map(({ field, documentId }) => field ?? documentId) };
  });
}

function refusalProblems(
  grounds: readonly RefusalGround[],
  reason: string,
  existing: string | null,
  known: boolean,
): Problem[] {
  const alreadyRegistered = grounds.includes('IIN_ALREADY_REGISTERED');
  return [
    ...(grounds.length === 0 ? [{ code: 'REFUSAL_GROUND_MISSING', path: ['grounds'], reference: 'A§13' }] : []),
    ...(reason === '' ? [{ code: 'TEXT_EMPTY', path: ['reason'], reference: 'A§13' }] : []),
    ...(alreadyRegistered !== (existing !== null)
      ? [{ code: 'EXISTING_RECORD_NEEDED', path: ['existingRecordId'], reference: 'A§13' }]
      : []),
    ...(existing !== null && !known
      ? [{ code: 'EXISTING_RECORD_UNKNOWN', path: ['existingRecordId'], reference: 'A§13' }]
      : []),
  ];
}

/** What the notice can't be printed with. */
function letterProblems(reason: string, marks: readonly RefusalMark[]): Problem[] {
  const texts = [
    { text: reason, path: ['reason'] },
    ...marks.map(({ remark }, index) => ({ text: remark, path: ['marks', index, 'remark'] })),
  ];
  return texts
    .filter(({ text }) => strayLetter(text))
    .map(({ path }) => ({ code: 'FORM_LETTERS', path, reference: 'A-form 3' }));
}
