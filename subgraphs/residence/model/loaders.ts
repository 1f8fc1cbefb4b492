import { bouncesOf } from '../../kit/notices/bounces.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { onlyDisclosed } from '../../kit/access/only-disclosed.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { termsByCase } from '../../kit/terms/clocks.ts';
import type { CaseTerm } from '../../kit/terms/term-table.ts';
import { CaseDocumentRow } from './case-document.ts';
import { CaseTermTable } from './case-term.ts';
import { DutyPayment } from './duty.ts';
import { InterviewTime, takenTimes } from './interview-time.ts';
import { Petition } from './petition.ts';
import { Questionnaire } from './questionnaire.ts';
import { ResidenceCase } from './residence-case.ts';
import { checksOfCases } from './security-check.ts';
import type { SecurityCheck } from './security-check.ts';
import { Submission } from './submission.ts';

/** Petitions by id, those that the viewer may see; that they were shown is journalled. */
export async function petitionsById(context: Context, ids: readonly string[]): Promise<Map<string, Petition>> {
  const found = await readMany(context.read(), Petition, ids);
  showCases(context, 'Petition', [...found.values()]);
  return found;
}

/** Residence cases by id, those that the viewer may see; that they were shown is journalled. */
export async function casesById(context: Context, ids: readonly string[]): Promise<Map<string, ResidenceCase>> {
  const found = await readMany(context.read(), ResidenceCase, ids);
  showCases(context, 'ResidenceCase', [...found.values()]);
  return found;
}

/** Notes that petitions or cases are in the answer, each with the person whom it concerns. */
export function showCases(
  context: Context,
  type: 'Petition' | 'ResidenceCase',
  cases: readonly { id: string; applicantId: string }[],
): void {
  context.shown(
    type,
    cases.flatMap(({ id, applicantId }) => [id, applicantId]),
  );
}

/** The terms of each petition or case, in the order in which they began. */
export async function termsOfCases(context: Context, ids: readonly string[]): Promise<Map<string, CaseTerm[]>> {
  return termsByCase(context.read(), CaseTermTable, ids);
}

/** The documents of each petition or case, in the order in which they came. */
export async function documentsOfCases(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, CaseDocumentRow[]>> {
  const reads = context.read();
  const orderBy = { addedAt: 'asc', id: 'asc' } as const;
  const found = await reads.find(CaseDocumentRow, { caseId: { $in: [...ids] } }, { orderBy });
  return Map.groupBy(found as CaseDocumentRow[], ({ caseId }) => caseId);
}

/** Documents by the id of their bytes, where the viewer sees those of a petition or a case that holds them; that they were shown is journalled. */
export async function caseDocumentsById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, CaseDocumentRow>> {
  const reads = context.read();
  const documents = (await reads.find(CaseDocumentRow, { id: { $in: [...ids] } })) as CaseDocumentRow[];
  const holders = documents.map(({ caseId }) => caseId);
  const seen = await readMany<Petition | ResidenceCase>(reads, Petition, holders);
  for (const [id, each] of await readMany(reads, ResidenceCase, holders)) seen.set(id, each);
  for (const document of documents) {
    const holder = seen.get(document.caseId);
    if (holder) document.subjects = [holder.id, holder.applicantId];
  }
  const held = documents.filter(({ caseId }) => seen.has(caseId));
  const found = await onlyDisclosed(context, held, ({ subjects }) => subjects!);
  context.shown(
    'CaseDocument',
    found.flatMap(({ id, caseId }) => [id, caseId]),
  );
  return new Map(found.map((document) => [document.id, document]));
}

/**
 * The times that can still be chosen for the interview of each petition, or the one that was agreed upon, the earliest first. What has passed, and what
 * somebody else has got meanwhile, is left out.
 */
export async function timesOfPetitions(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, InterviewTime[]>> {
  const reads = context.read();
  const where = {
    caseId: { $in: [...ids] },
    releasedAt: null,
    $or: [{ chosenAt: { $ne: null } }, { startsAt: { $gt: context.now() } }],
  };
  const found = (await reads.find(InterviewTime, where, { orderBy: { startsAt: 'asc' } })) as InterviewTime[];
  const taken = await takenTimes(reads, found);
  return Map.groupBy(
    found.filter(({ id }) => !taken.has(id)),
    ({ caseId }) => caseId,
  );
}

/** Questionnaires by id, the viewer's own; that they were shown is journalled. */
export async function questionnairesById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, Questionnaire>> {
  const found = await readMany(context.read(), Questionnaire, ids);
  showQuestionnaires(context, [...found.values()]);
  return found;
}

/** Notes that questionnaires are in the answer, each with the person whom it is of. */
export function showQuestionnaires(
  context: Context,
  questionnaires: readonly { id: string; applicantId: string }[],
): void {
  context.shown(
    'Questionnaire',
    questionnaires.flatMap(({ id, applicantId }) => [id, applicantId]),
  );
}

/** What arrived for each case, the first one first. */
export async function submissionsOfCases(context: Context, ids: readonly string[]): Promise<Map<string, Submission[]>> {
  const reads = context.read();
  const found = await reads.find(Submission, { caseId: { $in: [...ids] } }, { orderBy: { ordinal: 'asc' } });
  return Map.groupBy(found as Submission[], ({ caseId }) => caseId);
}

/** The checks of each case, the first one first. */
export async function checksOfShownCases(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, SecurityCheck[]>> {
  return checksOfCases(context.read(), ids);
}

/** What proves the duty of each case, where the viewer may know it. */
export async function paymentsOfCases(context: Context, ids: readonly string[]): Promise<Map<string, DutyPayment>> {
  const reads = context.read();
  const found = (await reads.find(DutyPayment, { caseId: { $in: [...ids] } })) as DutyPayment[];
  return new Map(found.map((payment) => [payment.caseId!, payment]));
}

/** When a notice to the person of each petition or case came back last. */
export function bouncesOfCases(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, { at: Temporal.Instant }>> {
  return bouncesOf(context, 'residence', ids);
}
