import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { refusalNotice } from '../forms/refusal-notice.ts';
import { registrationCertificate } from '../forms/registration-certificate.ts';
import { personData } from '../forms/rows.ts';
import type { IinApplication } from '../model/application.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { printedReason } from '../rules/refusal.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';
import { keepForm } from './keep-form.ts';

/** Prints the registration certificate (A-form 2) or the refusal notice (A-form 3): made once, kept, and the same bytes ever after. Each print is counted. */
export function printResult(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'printResult', 'PRINT_RESULT', input, async (session, application) => {
    const printed = await session.em.findOne(PrintedForm, { applicationId: application.id });
    if (printed) printed.prints += 1;
    const form = printed ?? (await printForTheFirstTime(session, application));
    return { printedFormId: form.id, prints: form.prints };
  });
}

function printForTheFirstTime(session: CommandSession, application: IinApplication): Promise<PrintedForm> {
  const { id: applicationId, officeId, state } = application;
  const kind = state === 'FORMED' ? 'REGISTRATION_CERTIFICATE' : 'REFUSAL_NOTICE';
  return keepForm(session, { kind, applicationId, officeId, issuedOn: issueDay(application) }, (verificationUrl) =>
    formOf(session, application, verificationUrl),
  );
}

function formOf({ context }: CommandSession, application: IinApplication, verificationUrl: string): Promise<Buffer> {
  const common = {
    ...personData(application),
    issuedOn: issueDay(application),
    verificationUrl,
    applicationNumber: application.number,
    specimen: context.services.demo,
  };
  if (application.state === 'FORMED') return registrationCertificate({ ...common, iin: application.iin! });
  return refusalNotice({
    ...common,
    reason: printedReason(application.refusalGrounds ?? [], application.refusalReason ?? ''),
  });
}

function issueDay({ decidedAt }: IinApplication): Temporal.PlainDate {
  return almatyDate(decidedAt!);
}
