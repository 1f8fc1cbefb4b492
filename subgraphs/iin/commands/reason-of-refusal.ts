import type { IinApplication, Refusal } from '../model/application.ts';
import { nameOfMark } from '../rules/refusal-marks.ts';
import { printedReason } from '../rules/refusal.ts';
import { documentsPresented } from './presented-applicant.ts';

/** What an application's refusal says; nothing while it isn't refused. */
export function refusalOf(application: IinApplication): Refusal | null {
  const { refusalGrounds, refusalReason, refusalMarks, existingRecordId } = application;
  if (!refusalGrounds) return null;
  return {
    refusalGrounds,
    refusalReason: refusalReason!,
    refusalMarks: refusalMarks ?? null,
    existingRecordId: existingRecordId ?? null,
  };
}

/** Why a number was refused, by paragraphs, as the notice has it (A§13, A-form 3). */
export function reasonOf(
  { refusalGrounds, refusalReason, refusalMarks }: Refusal,
  application: IinApplication,
): { kk: string; ru: string }[] {
  const documents = documentsPresented(application);
  const marks = (refusalMarks ?? []).map((mark) => ({
    name: nameOfMark(mark, documents, application),
    remark: mark.remark,
  }));
  return printedReason(refusalGrounds, refusalReason, marks);
}
