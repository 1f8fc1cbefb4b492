import type { IinApplication } from '../model/application.ts';
import { nameOfMark } from '../rules/refusal-marks.ts';
import { printedReason } from '../rules/refusal.ts';
import { documentsPresented } from './presented-applicant.ts';

/** Why a number was refused, by paragraphs, as the notice has it (A§13, A-form 3). */
export function reasonOf(application: IinApplication): { kk: string; ru: string }[] {
  const marks = (application.refusalMarks ?? []).map((mark) => ({
    name: nameOfMark(mark, documentsPresented(application), application),
    remark: mark.remark,
  }));
  return printedReason(application.refusalGrounds ?? [], application.refusalReason ?? '', marks);
}
