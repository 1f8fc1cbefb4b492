import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { requireOpenPilot } from '../../kit/model/pilots.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import { DeclinedConsent } from '../model/declined-consent.ts';
import { Petition } from '../model/petition.ts';
import { petitionDocumentProblems } from '../rules/petition-documents.ts';
import { openPetitionStates } from '../rules/petition-lifecycle.ts';
import { tellOfPetition } from './act-on-petition.ts';
import { askForPerson } from './presented-person.ts';
import type { PresentedDocument, PresentedPerson } from './presented-person.ts';

/** Who asks for a petition, and with what. */
export interface PetitionApplication {
  applicantId: string;
  /** The version of the applicant that the person saw. */
  applicantVersion: number;
  documentIds: string[];
  /** The state of permanent residence, where it isn't that of the citizenship. */
  permanentResidence?: string | null;
}

/** A petition that is asked for, or the answer that the person doesn't consent. */
export interface SubmitPetition extends CommandInput {
  consent: boolean;
  application?: PetitionApplication | null;
}

/**
 * Submits a petition (B§4), or ends the process where the person doesn't consent: then nothing of the person is read. What `applicants` tells of the person
 * and of the documents is copied into the petition. Every problem is told at once, and nothing is registered then.
 */
export async function submitPetition(context: Context, input: SubmitPetition): Promise<Outcome> {
  const { consent, application } = input;
  const person = consent && application ? await askForPerson(context, application.applicantId) : undefined;
  return runCommand(context, 'residence', 'submitPetition', input, (session, given) => {
    if (!given.consent) return recordDeclinedConsent(session);
    if (!given.application || !person) refuseProblem('VALUE_MISSING', ['application'], 'B§4');
    return register(session, person, given.application);
  });
}

async function recordDeclinedConsent(session: CommandSession): Promise<Outcome> {
  const { em, viewer, now } = session;
  const id = newId();
  em.create(DeclinedConsent, { id, accountId: viewer.accountId, at: now });
  await em.flush();
  await recordEvent(session, 'residence', { caseId: id, kind: 'CONSENT_DECLINED' });
  return { kind: 'PetitionConsentDeclined', id };
}

async function register(
  session: CommandSession,
  person: PresentedPerson,
  application: PetitionApplication,
): Promise<Outcome> {
  const { em, viewer, now } = session;
  expectVersion(person.version, application.applicantVersion);
  await requireOpenPilot(em, 'DIGITAL_NOMAD_RESIDENCY', almatyDate(now));
  refuseProblems(await problemsOf(session, person, application));
  const id = newId();
  const petition = em.create(Petition, {
    id,
    version: 1,
    number: await takeCaseNumber(em, 'residence', 'PET', now),
    state: 'SUBMITTED',
    applicantId: person.id,
    applicantVersion: person.version,
    accountId: viewer.accountId,
    iin: person.iin!,
    latinName: person.latinName,
    cyrillicName: person.cyrillicName,
    birthDate: Temporal.PlainDate.from(person.birthDate),
    birthPlace: person.birthPlace,
    sex: person.sex,
    citizenship: person.citizenship,
    travelDocument: person.travelDocument,
    language: person.language,
    consentedAt: now,
    permanentResidence: application.permanentResidence ?? null,
    submittedAt: now,
    dueAt: null,
    passedInterviewAt: null,
    interviewResult: null,
    profession: null,
    letterId: null,
    decidedAt: null,
    decidedBy: null,
    refusalReason: null,
  });
  // Row level security of what belongs to it looks at its row.
  await em.flush();
  for (const document of application.documentIds.map((each) => person.documents.find((one) => one.id === each)!))
    copyDocument(session, id, document);
  await em.flush();
  await recordEvent(session, 'residence', { caseId: id, kind: 'SUBMITTED' });
  await tellOfPetition(session, petition, 'SUBMIT', petition.state);
  return { kind: 'Petition', id, concerns: [person.id] };
}

async function problemsOf(
  { em, now }: CommandSession,
  person: PresentedPerson,
  { documentIds, permanentResidence = null }: PetitionApplication,
): Promise<Problem[]> {
  const named = documentIds.map((id) => person.documents.find((document) => document.id === id));
  const isOpen = person.iin && (await em.count(Petition, { iin: person.iin, state: { $in: [...openPetitionStates] } }));
  const problems: Problem[] = [
    ...(person.iin ? [] : [{ code: 'APPLICANT_WITHOUT_IIN', path: ['applicantId'], reference: 'B§4' }]),
    ...(isOpen ? [{ code: 'PETITION_OPEN_ALREADY', path: [], reference: 'B§4' }] : []),
    ...named.flatMap((document, index) =>
      document ? [] : [{ code: 'DOCUMENT_NOT_ATTACHED', path: ['documentIds', index] }],
    ),
    ...documentIds.flatMap((id, index) =>
      documentIds.indexOf(id) === index ? [] : [{ code: 'DOCUMENT_REPEATED', path: ['documentIds', index] }],
    ),
    ...documentProblems(person, permanentResidence, named, almatyDate(now)),
  ];
  return problems.map((problem) => ({ ...problem, path: ['application', ...problem.path] }));
}

/** What the rules say of those documents that are attached to the person, at their places in the whole list. */
function documentProblems(
  { citizenship, travelDocument }: PresentedPerson,
  permanentResidence: string | null,
  named: readonly (PresentedDocument | undefined)[],
  day: Temporal.PlainDate,
): Problem[] {
  const places = [...named.keys()].filter((index) => named[index]);
  const documents = places.map((index) => {
    const { expiresOn, ...document } = named[index]!;
    return { ...document, expiresOn: expiresOn === null ? null : Temporal.PlainDate.from(expiresOn) };
  });
  const travelDocumentExpiresOn = Temporal.PlainDate.from(travelDocument.expiryDate);
  const petitioner = { citizenship, permanentResidence, travelDocumentExpiresOn };
  return petitionDocumentProblems(petitioner, documents, day).map((problem) => ({
    ...problem,
    path: problem.path.map((step) => (typeof step === 'number' ? places[step]! : step)),
  }));
}

function copyDocument(
  { em, viewer, now }: CommandSession,
  caseId: string,
  { id, kind, mediaType, size, sha256, ...facts }: PresentedDocument,
): void {
  em.create(CaseDocumentRow, {
    caseId,
    id,
    stage: 'PETITION',
    kind,
    mediaType,
    size,
    sha256,
    facts,
    signature: null,
    signedAt: null,
    addedAt: now,
    addedBy: viewer.accountId,
  });
}
