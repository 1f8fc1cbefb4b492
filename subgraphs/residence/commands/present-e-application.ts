import { buffer } from 'node:stream/consumers';
import type { CommandInput, CommandSession } from '../../kit/commands/command.ts';
import { Fault } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { isId, newId } from '../../kit/ids.ts';
import { conventionParties } from '../../kit/model/convention-parties.ts';
import { cmsOfText } from '../../kit/signatures/cms-text.ts';
import { signatureFault } from '../../kit/signatures/refusal-fault.ts';
import type { SignatureVerdict } from '../../kit/signatures/verdict.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import type { City } from '../../kit/viewer/roles.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import { Questionnaire } from '../model/questionnaire.ts';
import { Submission } from '../model/submission.ts';
import { eApplicationProblems } from '../rules/e-application.ts';
import { askForPerson } from './presented-person.ts';
import type { PresentedPerson, PresentedDocument } from './presented-person.ts';

/** What is presented with an e-application, the first time and after a return (B§10, B§12). */
export interface PresentEApplication extends CommandInput {
  applicantId: string;
  /** The version of oneself that the person saw. */
  applicantVersion: number;
  documentIds: string[];
  questionnaireId: string;
  /** The signature over exactly the bytes of the questionnaire: a detached CMS in base64. */
  signature: string;
}

/** What was asked and verified before the transaction. */
export interface Presentation {
  person: PresentedPerson;
  questionnaire: Questionnaire | null;
  /** Nothing where nobody verifies signatures, or there is nothing that was signed. */
  verdict: SignatureVerdict | undefined;
}

/** Asks for the person, and verifies that they signed the questionnaire; nothing is refused yet. */
export async function gatherPresentation(context: Context, input: PresentEApplication): Promise<Presentation> {
  const person = await askForPerson(context, input.applicantId);
  const { questionnaireId: id } = input;
  const reads = context.read();
  const questionnaire = isId(id) ? await reads.findOne(Questionnaire, { id }) : null;
  await context.endReading();
  return { person, questionnaire, verdict: questionnaire ? await verify(context, person, input) : undefined };
}

async function verify(
  { services: { verifier, storage, clock } }: Context,
  { iin }: PresentedPerson,
  { questionnaireId, signature }: PresentEApplication,
): Promise<SignatureVerdict | undefined> {
  if (!verifier || iin === null) return undefined;
  const document = await buffer((await storage.read(questionnaireId))!);
  return verifier({ document, cms: cmsOfText(signature), moment: clock.now(), expected: { iin } });
}

/** Everything that is wrong with what is presented (B§10), but for the petition and the duty. */
export async function presentationProblems(
  { em, now }: CommandSession,
  { person, questionnaire }: Presentation,
  { documentIds }: PresentEApplication,
  city: City,
): Promise<Problem[]> {
  const documents = documentIds.map((id) => person.documents.find((each) => each.id === id));
  const residence = questionnaire?.answers.addressOfResidence.country;
  const applicant = {
    travelDocumentExpiresOn: Temporal.PlainDate.from(person.travelDocument.expiryDate),
    states: [person.citizenship, ...(residence ? [residence] : [])],
  };
  const judged = documents.map(
    (each) => each && { ...each, expiresOn: each.expiresOn === null ? null : Temporal.PlainDate.from(each.expiresOn) },
  );
  return [
    ...eApplicationProblems(applicant, judged, await conventionParties(em), almatyDate(now)),
    ...documentIds.flatMap((id, index) =>
      documentIds.indexOf(id) === index ? [] : [{ code: 'DOCUMENT_REPEATED', path: ['documentIds', index] }],
    ),
    ...questionnaireFaults(person, questionnaire, city).map((code) => ({
      code,
      path: ['questionnaireId'],
      reference: 'B§10',
    })),
  ];
}

function questionnaireFaults(
  { id, version }: PresentedPerson,
  questionnaire: Questionnaire | null,
  city: City,
): string[] {
  if (!questionnaire) return ['QUESTIONNAIRE_UNKNOWN'];
  const { applicantId, applicantVersion, answers } = questionnaire;
  return [
    ...(applicantId === id && applicantVersion === version ? [] : ['QUESTIONNAIRE_OUTDATED']),
    ...(answers.addressInKazakhstan.city === city ? [] : ['QUESTIONNAIRE_OTHER_CITY']),
  ];
}

/**
 * Keeps what was presented as the next submission of a case: the documents with what was told of them, and the questionnaire with the evidence of its
 * signature.
 *
 * @throws Fault SIGNATURE_INVALID when the signature isn't accepted; UNAVAILABLE where nobody verifies signatures.
 */
export async function keepPresentation(
  session: CommandSession,
  caseId: string,
  { person, questionnaire, verdict }: Presentation,
  documentIds: readonly string[],
): Promise<void> {
  const { em, now } = session;
  if (!verdict) throw new Fault('UNAVAILABLE');
  if (!verdict.ok) throw signatureFault(verdict.reason);
  const brought = person.documents.filter(({ id }) => documentIds.includes(id));
  await keepDocuments(session, caseId, brought);
  const { id, size, sha256 } = questionnaire!;
  const signed = { signature: verdict.evidence, signedAt: now };
  await keepDocument(session, { caseId, id, stage: 'MADE', kind: 'QUESTIONNAIRE', ...made, size, sha256, ...signed });
  const earlier = await em.count(Submission, { caseId });
  em.create(Submission, {
    id: newId(),
    caseId,
    ordinal: earlier + 1,
    submittedAt: now,
    applicantId: person.id,
    applicantVersion: person.version,
    questionnaireId: id,
    documentIds: [...documentIds],
    returnedAt: null,
    returnedBy: null,
    returnReasons: null,
  });
}

/** Keeps the signed letter of the petition in the case: one of the documents of the e-application (B§10). */
export async function keepPetitionLetter(session: CommandSession, caseId: string, petitionId: string): Promise<void> {
  const letter = await session.em.findOne(CaseDocumentRow, { caseId: petitionId, kind: 'PETITION_LETTER' });
  if (!letter) return;
  const { id, stage, kind, mediaType, size, sha256, facts, signature, signedAt } = letter;
  await keepDocument(session, { caseId, id, stage, kind, mediaType, size, sha256, facts, signature, signedAt });
}

const made = { mediaType: 'application/pdf', facts: {} } as const;

async function keepDocuments(
  session: CommandSession,
  caseId: string,
  documents: readonly PresentedDocument[],
): Promise<void> {
  for (const { id, kind, mediaType, size, sha256, ...facts } of documents) {
    const unsigned = { signature: null, signedAt: null };
    await keepDocument(session, {
      caseId,
      id,
      stage: 'PRELIMINARY',
      kind,
      mediaType,
      size,
      sha256,
      facts: { ...facts },
      ...unsigned,
    });
  }
}

/** What was presented before, and is presented again, stands in the case already. */
async function keepDocument(
  { em, viewer, now }: CommandSession,
  document: Pick<
    CaseDocumentRow,
    'caseId' | 'id' | 'stage' | 'kind' | 'mediaType' | 'size' | 'sha256' | 'facts' | 'signature' | 'signedAt'
  >,
): Promise<void> {
  const { caseId, id } = document;
  if ((await em.count(CaseDocumentRow, { caseId, id })) > 0) return;
  em.create(CaseDocumentRow, { ...document, addedAt: now, addedBy: viewer.accountId });
}
