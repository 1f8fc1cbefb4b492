import { createHash, randomBytes } from 'node:crypto';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { refusalNotice } from '../forms/refusal-notice.ts';
import { registrationCertificate } from '../forms/registration-certificate.ts';
import type { IinApplication } from '../model/application.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { printedReason } from '../rules/refusal.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';

/** Prints the registration certificate (A-form 2) or the refusal notice (A-form 3): made once, kept, and the same bytes ever after. Each print is counted. */
export function printResult(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'printResult', 'PRINT_RESULT', input, async (session, application) => {
    const printed = await session.em.findOne(PrintedForm, { applicationId: application.id });
    if (printed) printed.prints += 1;
    const form = printed ?? (await printForTheFirstTime(session, application));
    return { printedFormId: form.id, prints: form.prints };
  });
}

async function printForTheFirstTime(session: CommandSession, application: IinApplication) {
  const { em, viewer, context } = session;
  const token = randomBytes(24).toString('base64url');
  const bytes = await formOf(session, application, `${context.services.publicUrl()}/verify/${token}`);
  const result = await context.services.storage.store(inOnePiece(bytes), viewer.accountId);
  if ('refused' in result) throw new Error(`The storage refused a form: ${result.refused}`);
  const { id, size, sha256 } = result.stored;
  return em.create(PrintedForm, {
    id,
    applicationId: application.id,
    officeId: application.officeId,
    kind: application.state === 'FORMED' ? 'REGISTRATION_CERTIFICATE' : 'REFUSAL_NOTICE',
    tokenHash: hashOfToken(token),
    size,
    sha256,
    issuedOn: issueDay(application),
    prints: 1,
  });
}

/** What the database knows of the token in a QR code. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function formOf({ context }: CommandSession, application: IinApplication, verificationUrl: string): Promise<Buffer> {
  const { cyrillicName, latinName, birthDate, birthPlace, number, iin } = application;
  const common = {
    surname: cyrillicName.surname ?? cyrillicName.givenNames!,
    givenName: cyrillicName.surname ? cyrillicName.givenNames : null,
    patronymic: cyrillicName.patronymic,
    surnameLatin: latinName.surname ?? latinName.givenNames!,
    givenNameLatin: latinName.surname ? latinName.givenNames : null,
    patronymicLatin: latinName.patronymic,
    birthDate,
    birthPlace,
    issuedOn: issueDay(application),
    verificationUrl,
    applicationNumber: number,
    specimen: context.services.demo,
  };
  if (application.state === 'FORMED') return registrationCertificate({ ...common, iin: iin! });
  return refusalNotice({
    ...common,
    reason: printedReason(application.refusalGrounds ?? [], application.refusalReason ?? ''),
  });
}

function issueDay({ decidedAt }: IinApplication): Temporal.PlainDate {
  return almatyDate(decidedAt!);
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
