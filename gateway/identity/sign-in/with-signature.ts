import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { cmsOfText } from '../../../subgraphs/kit/signatures/cms-text.ts';
import type { SignatureRefusal } from '../../../subgraphs/kit/signatures/verdict.ts';
import { CertificateHolderTable } from '../model/tables.ts';
import type { CallOrigin } from '../directory.ts';
import type { IdentityParts } from '../parts.ts';

/** Why a signature doesn't sign anybody in. */
export type SignInRefusal = SignatureRefusal | 'NO_NUMBER' | 'NO_VERIFIER';

/** Who signed: the number in the certificate, and the name. */
export interface SignatureHolder {
  iin: string;
  name: string;
}

/** What somebody signs to sign in: good for this one attempt, and nothing else. */
export function challengeOf(purpose: 'sign-in' | 'invitation', id: string, publicUrl: string): Buffer {
  return Buffer.from(`Qonaq ${purpose}\n${publicUrl}\n${id}\n`);
}

/** Whose electronic signature over a challenge this is. */
export async function holderOfSignature(
  { verifier, clock }: IdentityParts,
  challenge: Uint8Array,
  signature: string,
): Promise<{ holder: SignatureHolder } | { refusal: SignInRefusal }> {
  if (!verifier) return { refusal: 'NO_VERIFIER' };
  const verdict = await verifier({ document: challenge, cms: cmsOfText(signature), moment: clock.now() });
  if (!verdict.ok) return { refusal: verdict.reason };
  const { iin, surname, givenName, patronymic } = verdict.signer;
  if (!iin) return { refusal: 'NO_NUMBER' };
  return { holder: { iin, name: [surname, givenName, patronymic].filter(Boolean).join(' ') || iin } };
}

/** The accounts that somebody with this number signs in to. An applicant's is opened with the first sign-in of somebody who has no account at all. */
export async function accountsOfHolder(
  parts: IdentityParts,
  { iin, name }: SignatureHolder,
  origin: CallOrigin,
): Promise<string[]> {
  const holderHash = holderHashOf(parts, iin);
  const em = parts.orm.em.fork();
  const bound = await em.find(CertificateHolderTable, { holderHash });
  if (bound.length > 0) return bound.map(({ accountId }) => accountId);
  const accountId = await parts.directory.openApplicantAccount(name, iin, origin);
  await bindHolder(parts, em, iin, accountId);
  return [accountId];
}

/** Notes that somebody with this number signs in to an account. */
export async function bindHolder(
  parts: IdentityParts,
  em: SqlEntityManager,
  iin: string,
  accountId: string,
): Promise<void> {
  await em.execute(
    'insert into identity.certificate_holder (holder_hash, account_id, bound_at) values (?, ?, ?) on conflict do nothing',
    [holderHashOf(parts, iin), accountId, parts.clock.now().toString()],
  );
}

function holderHashOf({ sealing }: IdentityParts, iin: string): string {
  return sealing.derive('certificate holder', iin).toString('base64url');
}
