import { createHash, randomBytes } from 'node:crypto';
import type { CommandSession } from '../../kit/commands/command.ts';
import { storeBytes } from '../../kit/storage/store-bytes.ts';
import { PrintedForm } from '../model/printed-form.ts';

/** A form that is to be printed: what it is, for which case, and the day of issue on it. */
export type NewForm = Pick<PrintedForm, 'kind' | 'officeId' | 'issuedOn'> &
  ({ applicationId: string } | { refusalId: string } | { applicantId: string });

/** Prints a form with a QR code of its own, and keeps it: the same bytes ever after. */
export async function keepForm(
  session: CommandSession,
  form: NewForm,
  print: (verificationUrl: string) => Promise<Buffer>,
): Promise<PrintedForm> {
  const token = randomBytes(24).toString('base64url');
  const bytes = await print(`${session.context.services.publicUrl()}/verify/${token}`);
  return keepBytes(session, form, bytes, hashOfToken(token));
}

/** Keeps a form as it was printed. Without the hash of a token it is one that nobody checks by a QR code. */
export async function keepBytes(
  { em, viewer, context }: CommandSession,
  form: NewForm,
  bytes: Buffer,
  tokenHash: string | null,
): Promise<PrintedForm> {
  const { id, size, sha256 } = await storeBytes(context.services.storage, bytes, viewer.accountId);
  const owner = { applicationId: null, refusalId: null, applicantId: null, revokedAt: null };
  return em.create(PrintedForm, { ...owner, ...form, id, tokenHash, size, sha256, prints: 1 });
}

/** What the database knows of the token in a QR code. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
