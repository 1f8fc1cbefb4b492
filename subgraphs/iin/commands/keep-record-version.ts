import type { CommandSession } from '../../kit/commands/command.ts';
import { newId } from '../../kit/ids.ts';
import type { IinApplication } from '../model/application.ts';
import { IinRecordVersion } from '../model/record-version.ts';
import type { IinRecord } from '../model/record.ts';
import type { PresentedApplicant } from './presented-applicant.ts';

/** Keeps a record as it is now, the version that an application brought about, with the travel document that was presented for it. */
export function keepRecordVersion(
  { em, viewer, now }: CommandSession,
  record: IinRecord,
  { id: applicationId, officeId, presented }: IinApplication,
): void {
  const { id: recordId, version, latinName, cyrillicName, birthDate, birthPlace, sex, citizenship } = record;
  const { travelDocument } = presented as PresentedApplicant;
  const person = { latinName, cyrillicName, birthDate, birthPlace, sex, citizenship, travelDocument };
  const kept = { recordedAt: now, recordedBy: viewer.accountId };
  em.create(IinRecordVersion, { ...person, ...kept, id: newId(), recordId, version, applicationId, officeId });
}
