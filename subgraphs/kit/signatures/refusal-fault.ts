import { Fault } from '../errors/fault.ts';
import { describeProblems } from '../errors/messages.ts';
import { signatureMessages } from './messages.ts';
import type { SignatureRefusal } from './verdict.ts';

const messageOf = (reason: string) => `SIGNATURE_${reason}`;

describeProblems(
  Object.fromEntries(Object.entries(signatureMessages).map(([reason, text]) => [messageOf(reason), text])),
);

/** SIGNATURE_INVALID with the reason for which a signature is not accepted, for programs and in words. */
export function signatureFault(reason: SignatureRefusal): Fault {
  return new Fault('SIGNATURE_INVALID', { message: messageOf(reason), extensions: { reason } });
}
