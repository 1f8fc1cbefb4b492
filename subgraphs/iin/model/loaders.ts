import type { Context } from '../../kit/subgraph/context.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { AcceptanceRefusal } from './acceptance-refusal.ts';
import { IinApplication } from './application.ts';
import { PrintedForm } from './printed-form.ts';
import { IinRecord } from './record.ts';

/** Applications by id, those that the viewer may see; that they were shown is journalled. */
export async function applicationsById(context: Context, ids: readonly string[]): Promise<Map<string, IinApplication>> {
  const found = await readMany(await context.read(), IinApplication, ids);
  showApplications(context, [...found.values()]);
  return found;
}

/** Notes that applications are in the answer, each with the person whom it concerns. */
export function showApplications(context: Context, applications: readonly IinApplication[]): void {
  context.shown(
    'IinApplication',
    applications.flatMap(({ id, applicantId }) => [id, applicantId]),
  );
}

/** Refusals to accept by id, those that the viewer may see. */
export async function acceptanceRefusalsById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, AcceptanceRefusal>> {
  return readMany(await context.read(), AcceptanceRefusal, ids);
}

/** Records by id, those that the viewer may see; that they were shown is journalled. */
export async function recordsById(context: Context, ids: readonly string[]): Promise<Map<string, IinRecord>> {
  const found = await readMany(await context.read(), IinRecord, ids);
  context.shown('IinRecord', [...found.keys()]);
  return found;
}

/** Records by number, those that the viewer may see; that they were shown is journalled. */
export async function recordsByIin(context: Context, numbers: readonly string[]): Promise<Map<string, IinRecord>> {
  const em = await context.read();
  const found = (await em.find(IinRecord, { iin: { $in: [...numbers] } })) as IinRecord[];
  context.shown(
    'IinRecord',
    found.map(({ id }) => id),
  );
  return new Map(found.map((record) => [record.iin, record]));
}

/** Printed forms by id, those that the viewer may see; that they were shown is journalled. */
export async function printedFormsById(context: Context, ids: readonly string[]): Promise<Map<string, PrintedForm>> {
  const found = await readMany(await context.read(), PrintedForm, ids);
  context.shown('PrintedForm', [...found.keys()]);
  return found;
}

/** The printed form of each application that has one. */
export async function printedFormsOfApplications(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, PrintedForm>> {
  const em = await context.read();
  const found = (await em.find(PrintedForm, { applicationId: { $in: [...ids] } })) as PrintedForm[];
  return new Map(found.map((form) => [form.applicationId, form]));
}
