import { buffer } from 'node:stream/consumers';
import type { Outcome } from '../../kit/commands/command.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { cmsOfText } from '../../kit/signatures/cms-text.ts';
import { signatureFault } from '../../kit/signatures/refusal-fault.ts';
import type { ExpectedSigner, SignatureVerdict } from '../../kit/signatures/verdict.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import { petitionsById } from '../model/loaders.ts';
import { stateBodyOn } from '../model/state-body.ts';
import { actOnPetition } from './act-on-petition.ts';
import type { ChangeInput } from './act-on-petition.ts';

/** A signature over the letter of a petition. */
export interface SignPetition extends ChangeInput {
  /** A detached CMS in base64. */
  signature: string;
}

/**
 * Signs a petition: the electronic signature has to cover exactly the bytes of its letter, and to be of the first head of the sectoral state body or of
 * somebody with the right to sign for it, who is whoever acts (B§8).
 *
 * @throws Fault SIGNATURE_INVALID with the reason, UNAVAILABLE where no signature can be verified; nothing changes then.
 */
export async function signPetition(context: Context, input: SignPetition): Promise<Outcome> {
  // Responders and lists may be asked meanwhile, so it is verified before anything is locked.
  const verdict = await verify(context, input);
  return actOnPetition(
    context,
    'signPetition',
    () => 'SIGN',
    input,
    async ({ em, viewer, now }, petition) => {
      if (!verdict) throw new Fault('UNAVAILABLE');
      if (!verdict.ok) throw signatureFault(verdict.reason);
      const letter = await em.findOneOrFail(CaseDocumentRow, { caseId: petition.id, id: petition.letterId! });
      letter.signature = verdict.evidence;
      letter.signedAt = now;
      petition.decidedAt = now;
      petition.decidedBy = viewer.accountId;
      return { letterId: letter.id };
    },
  );
}

/** The verdict on a signature over the letter of a petition; nothing when there is no letter to sign, nobody who verifies, or nobody known who may sign. */
async function verify(context: Context, { id, signature }: SignPetition): Promise<SignatureVerdict | undefined> {
  const { verifier, storage } = context.services;
  const petition = await context.load(petitionsById, id);
  if (!verifier || petition?.state !== 'AWAITING_SIGNATURE') return undefined;
  const moment = context.now();
  const { bin } = await stateBodyOn(context.read(), 'MDDIAI', almatyDate(moment));
  if (bin === null) return undefined;
  const expected: ExpectedSigner = { bin, holders: ['FIRST_HEAD', 'RIGHT_TO_SIGN'] };
  const iin = await iinOfViewer(context);
  const document = await buffer((await storage.read(petition.letterId!))!);
  return verifier({ document, cms: cmsOfText(signature), moment, expected: { ...expected, ...(iin && { iin }) } });
}

/** The number of the person who acts, where it is known. */
async function iinOfViewer(context: Context): Promise<string | null> {
  const key = { __typename: 'Account', id: context.viewer!.accountId };
  return (await context.ask<{ iin: string | null }>('missions', key, '{ iin }')).iin;
}
