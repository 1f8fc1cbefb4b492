import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { Fault } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { refusalNotice } from '../forms/refusal-notice.ts';
import { registrationCertificate } from '../forms/registration-certificate.ts';
import { personData } from '../forms/rows.ts';
import type { IinApplication } from '../model/application.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { IinRecordVersion } from '../model/record-version.ts';
import { IinRecord } from '../model/record.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';
import { keepForm } from './keep-form.ts';
import { reasonOf, refusalOf } from './reason-of-refusal.ts';

/**
 * Prints the registration certificate (A-form 2) or the refusal notice (A-form 3): made once, kept, and the same bytes ever after. Each print is counted.
 *
 * @throws Fault WRONG_STATE when the first print of a certificate is asked for after the record was corrected on another application.
 */
export function printResult(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'printResult', 'PRINT_RESULT', input, async (session, application) => {
    const printed = await session.em.findOne(PrintedForm, { applicationId: application.id, revokedAt: null });
    if (printed) printed.prints += 1;
    const form = printed ?? (await printForTheFirstTime(session, application));
    return { printedFormId: form.id, prints: form.prints };
  });
}

async function printForTheFirstTime(session: CommandSession, application: IinApplication): Promise<PrintedForm> {
  const { id: applicationId, number: applicationNumber, officeId, state, decidedAt } = application;
  const issuedOn = almatyDate(decidedAt!);
  const common = { issuedOn, applicationNumber, specimen: session.context.services.demo };
  if (state === 'REFUSED') {
    const reason = reasonOf(refusalOf(application)!, application);
    return keepForm(session, { kind: 'REFUSAL_NOTICE', applicationId, officeId, issuedOn }, (verificationUrl) =>
      refusalNotice({ ...common, ...personData(application), reason, verificationUrl }),
    );
  }
  const person = personData(await presentVersion(session, application));
  return keepForm(session, { kind: 'REGISTRATION_CERTIFICATE', applicationId, officeId, issuedOn }, (verificationUrl) =>
    registrationCertificate({ ...common, ...person, iin: application.iin!, verificationUrl }),
  );
}

/** What the registry holds since the application: a paper that was out of date from the beginning is not printed. */
async function presentVersion({ em }: CommandSession, application: IinApplication): Promise<IinRecordVersion> {
  const version = await em.findOneOrFail(IinRecordVersion, { applicationId: application.id });
  const present = await em.count(IinRecord, { id: version.recordId, version: version.version });
  if (present > 0) return version;
  const reason = 'RESULT_REPLACED';
  const { state, version: currentVersion } = application;
  throw new Fault('WRONG_STATE', { message: reason, extensions: { reason, state, currentVersion } });
}
