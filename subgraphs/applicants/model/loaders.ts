import type { Context } from '../../kit/subgraph/context.ts';
import { onlyDisclosed } from '../../kit/access/only-disclosed.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { Applicant } from './applicant.ts';
import { Consent } from './consent.ts';
import { Document } from './document.ts';

/** Applicants by id, those that the viewer may see; that they were shown is journalled. */
export async function applicantsById(context: Context, ids: readonly string[]): Promise<Map<string, Applicant>> {
  const found = await readMany(context.read(), Applicant, ids);
  context.shown('Applicant', [...found.keys()]);
  return found;
}

/** Documents by id, those whose bytes the viewer may see; that they were shown is journalled. */
export async function documentsById(context: Context, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await readMany(context.read(), Document, ids);
  const found = await onlyDisclosed(context, [...rows.values()], ({ id, applicantId }) => [id, applicantId]);
  context.shown(
    'Document',
    found.flatMap(({ id, applicantId }) => [id, applicantId]),
  );
  return new Map(found.map((document) => [document.id, document]));
}

/** The documents of each applicant, in the order in which they were attached. */
export async function documentsOfApplicants(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, Document[]>> {
  const reads = context.read();
  const found = await reads.find(Document, { applicantId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(found as Document[], ({ applicantId }) => applicantId);
}

/** The consents of each applicant, in the order in which they were recorded. */
export async function consentsOfApplicants(context: Context, ids: readonly string[]): Promise<Map<string, Consent[]>> {
  const reads = context.read();
  const found = await reads.find(Consent, { applicantId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(found as Consent[], ({ applicantId }) => applicantId);
}

/** Consents by id, those that the viewer may see. */
export async function consentsById(context: Context, ids: readonly string[]): Promise<Map<string, Consent>> {
  return readMany(context.read(), Consent, ids);
}
