import type { Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { enqueue } from '../../kit/jobs/jobs.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { IinRecord } from '../model/record.ts';
import { corrected } from '../rules/correction.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';
import { keepRecordVersion } from './keep-record-version.ts';

/**
 * The operator corrects what is recorded behind a number: the record gets a new version, the number stays (order A, title; policy). From then on the record is
 * of the office that received the correction: another one's consul sees what was presented there, and no more.
 *
 * @throws Fault CONFLICT when the record changed since the application was registered; `currentVersion` is the record's.
 */
export function correctIin(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'correctIin', 'CORRECT', input, async (session, application) => {
    const { em, viewer, now } = session;
    const record = await findForChange(session, IinRecord, application.recordId!);
    const { recordVersion, fields } = application.correction!;
    if (record.version !== recordVersion) throw changedMeanwhile(record);
    Object.assign(record, corrected(record, fields), { officeId: application.officeId });
    await em.flush();
    keepRecordVersion(session, record, application);
    application.decidedAt = now;
    application.decidedBy = viewer.accountId;
    const ids = { applicantId: application.applicantId, recordId: record.id };
    await enqueue(em, { subgraph: 'applicants', name: 'noteIin', ids, key: `noteIin ${application.id}` });
    return { recordId: record.id, recordVersion: record.version };
  });
}

function changedMeanwhile({ id: recordId, version: currentVersion }: IinRecord): Fault {
  const reason = 'RECORD_CHANGED';
  return new Fault('CONFLICT', { message: reason, extensions: { reason, recordId, currentVersion } });
}
