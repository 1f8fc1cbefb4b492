import { readEvents } from '../../kit/events/read-events.ts';
import { bouncesOf } from '../../kit/notices/bounces.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { termRecounted } from '../../kit/terms/recount.ts';
import type { TermRecounted } from '../../kit/terms/recount.ts';
import { onlyDisclosed } from '../../kit/access/only-disclosed.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { AcceptanceRefusal } from './acceptance-refusal.ts';
import { IinApplication } from './application.ts';
import { Incident } from './incident.ts';
import { PrintedForm } from './printed-form.ts';
import { IinRecordVersion } from './record-version.ts';
import { IinRecord } from './record.ts';

/** Applications by id, those that the viewer may see; that they were shown is journalled. */
export async function applicationsById(context: Context, ids: readonly string[]): Promise<Map<string, IinApplication>> {
  const found = await readMany(context.read(), IinApplication, ids);
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
  return readMany(context.read(), AcceptanceRefusal, ids);
}

/** Records by id, those that the viewer may see; that they were shown is journalled. */
export async function recordsById(context: Context, ids: readonly string[]): Promise<Map<string, IinRecord>> {
  const found = await readMany(context.read(), IinRecord, ids);
  context.shown('IinRecord', [...found.keys()]);
  return found;
}

/** Records by number, those that the viewer may see; that they were shown is journalled. */
export async function recordsByIin(context: Context, numbers: readonly string[]): Promise<Map<string, IinRecord>> {
  const reads = context.read();
  const found = (await reads.find(IinRecord, { iin: { $in: [...numbers] } })) as IinRecord[];
  context.shown(
    'IinRecord',
    found.map(({ id }) => id),
  );
  return new Map(found.map((record) => [record.iin, record]));
}

/** Every version of each record, the first one first. */
export async function versionsOfRecords(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, IinRecordVersion[]>> {
  const reads = context.read();
  const found = await reads.find(IinRecordVersion, { recordId: { $in: [...ids] } }, { orderBy: { version: 'asc' } });
  return Map.groupBy(found as IinRecordVersion[], ({ recordId }) => recordId);
}

/** The applications about each record, the first one first: the one for the number, and those for corrections; that they were shown is journalled. */
export async function applicationsOfRecords(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, IinApplication[]>> {
  const reads = context.read();
  const found = await reads.find(IinApplication, { recordId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  showApplications(context, found);
  return Map.groupBy(found as IinApplication[], ({ recordId }) => recordId!);
}

/** Printed forms by id, those whose bytes the viewer may see; that they were shown is journalled. */
export async function printedFormsById(context: Context, ids: readonly string[]): Promise<Map<string, PrintedForm>> {
  const reads = context.read();
  const forms = [...(await readMany(reads, PrintedForm, ids)).values()];
  const printedFor = forms.flatMap(({ applicationId }) => applicationId ?? []);
  const applications = await readMany(reads, IinApplication, printedFor);
  for (const form of forms) {
    const person = form.applicantId ?? applications.get(form.applicationId ?? '')?.applicantId;
    form.subjects = [form.applicationId, person].filter((id) => id != null);
  }
  const found = await onlyDisclosed(context, forms, ({ subjects }) => subjects!);
  context.shown(
    'PrintedForm',
    found.map(({ id }) => id),
  );
  return new Map(found.map((form) => [form.id, form]));
}

/** Every result that was printed for each application, the first one first; that they were shown is journalled. */
export async function resultsOfApplications(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, PrintedForm[]>> {
  const reads = context.read();
  const found = await reads.find(PrintedForm, { applicationId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  context.shown(
    'PrintedForm',
    found.map(({ id }) => id),
  );
  return Map.groupBy(found as PrintedForm[], ({ applicationId }) => applicationId!);
}

/** The printed form of each application that has one that holds. */
export async function printedFormsOfApplications(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, PrintedForm>> {
  const reads = context.read();
  const found = (await reads.find(PrintedForm, { applicationId: { $in: [...ids] }, revokedAt: null })) as PrintedForm[];
  return new Map(found.map((form) => [form.applicationId!, form]));
}

/** The slip of each refusal to accept. */
export async function slipsOfRefusals(context: Context, ids: readonly string[]): Promise<Map<string, PrintedForm>> {
  const reads = context.read();
  const found = (await reads.find(PrintedForm, { refusalId: { $in: [...ids] } })) as PrintedForm[];
  return new Map(found.map((form) => [form.refusalId!, form]));
}

/** Incidents by id. */
export async function incidentsById(context: Context, ids: readonly string[]): Promise<Map<string, Incident>> {
  return readMany(context.read(), Incident, ids);
}

/** The incidents between the beginning of the term and the decision of each application, or now; the earliest first. */
export async function incidentsOfApplications(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, Incident[]>> {
  const reads = context.read();
  const pairs = await reads.execute<{ application: string; incident: string }[]>(
    `select application.id as application, incident.id as incident from iin.application
       join iin.incident on incident.found_at < coalesce(application.decided_at, ?)
        and (incident.ended_at is null or incident.ended_at > coalesce(application.reopened_at, application.registered_at))
      where application.id in (?) order by incident.found_at, incident.id`,
    [context.now().toString(), ids],
  );
  const incidents = await readMany(
    reads,
    Incident,
    pairs.map(({ incident }) => incident),
  );
  const byApplication = Map.groupBy(pairs, ({ application }) => application);
  return new Map([...byApplication].map(([id, some]) => [id, some.map(({ incident }) => incidents.get(incident)!)]));
}

/** How the due moment of each application moved with the calendar, the earliest first. */
export async function recountsOfApplications(context: Context, ids: readonly string[]) {
  const events = await readEvents<TermRecounted>(context.read(), 'iin', [termRecounted], ids);
  return new Map(
    [...events].map(([id, some]) => [
      id,
      some.map(({ at, details }) => ({
        at,
        before: Temporal.Instant.from(details.before),
        after: Temporal.Instant.from(details.after),
      })),
    ]),
  );
}

/** When a notice to the person of each application came back last. */
export function bouncesOfApplications(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, { at: Temporal.Instant }>> {
  return bouncesOf(context, 'iin', ids);
}
