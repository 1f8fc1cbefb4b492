import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { newId } from '../../kit/ids.ts';
import { enqueue } from '../../kit/jobs/jobs.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { IinApplication } from '../model/application.ts';
import { IinRecord } from '../model/record.ts';
import { nextNumber, numberPrefix } from '../rules/number.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';
import { requireNoDuplicate } from './decide-duplicate.ts';
import { keepRecordVersion } from './keep-record-version.ts';

/** In demo mode the eighth digit is 9, and no other: no number in use has it. */
const demoEighthDigits = [9];

/**
 * The operator forms the number (A§11): chosen, recorded and told to `applicants` in one transaction, so none is given twice and none is lost. WRONG_STATE
 * while somebody who may be the same person isn't decided to be another one (A§13).
 */
export function formIin(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'formIin', 'FORM', input, async (session, application) => {
    const { em, viewer, now } = session;
    await requireNoDuplicate(em, application);
    const iin = await chooseNumber(session, application);
    const record = em.create(IinRecord, {
      id: newId(),
      iin,
      version: 1,
      applicationId: application.id,
      officeId: application.officeId,
      latinName: application.latinName,
      cyrillicName: application.cyrillicName,
      birthDate: application.birthDate,
      birthPlace: application.birthPlace,
      sex: application.sex,
      citizenship: application.citizenship,
      formedAt: now,
      formedBy: viewer.accountId,
    });
    keepRecordVersion(session, record, application);
    application.iin = iin;
    application.recordId = record.id;
    application.decidedAt = now;
    application.decidedBy = viewer.accountId;
    const ids = { applicantId: application.applicantId, recordId: record.id };
    await enqueue(em, { subgraph: 'applicants', name: 'noteIin', ids, key: `noteIin ${record.id}` });
    return { recordId: record.id };
  });
}

async function chooseNumber({ em, context }: CommandSession, { birthDate }: IinApplication): Promise<string> {
  const prefix = numberPrefix(birthDate);
  // Whoever forms for the same six digits waits here, until the number chosen before is recorded or undone.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`iin ${prefix}`]);
  const chosen = nextNumber(birthDate, await openEighthDigits(em, context), await takenNumbers(em, prefix));
  if (!chosen.ok) throw new Fault('UNAVAILABLE', { message: chosen.code, extensions: { reason: chosen.code } });
  return chosen.iin;
}

async function openEighthDigits(em: EntityManager, { services }: Context): Promise<readonly number[]> {
  if (services.demo) return demoEighthDigits;
  const [forming] = await em.execute<{ digits: number[]; imported: boolean }[]>(
    'select open_eighth_digits as digits, numbers_imported_at is not null as imported from iin.forming',
  );
  if (!forming?.imported)
    throw new Fault('UNAVAILABLE', { message: 'NUMBERS_NOT_IMPORTED', extensions: { reason: 'NUMBERS_NOT_IMPORTED' } });
  return forming.digits;
}

async function takenNumbers(em: EntityManager, prefix: string): Promise<Set<string>> {
  const pattern = `${prefix}%`;
  const taken = await em.execute<{ iin: string }[]>(
    'select iin from iin.record where iin like ? union all select iin from iin.number_in_use where iin like ?',
    [pattern, pattern],
  );
  return new Set(taken.map(({ iin }) => iin));
}
