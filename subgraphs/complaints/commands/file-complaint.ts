import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { PersonName } from '../../kit/graph/person.ts';
import { newId } from '../../kit/ids.ts';
import { lookAtUploads } from '../../kit/storage/look-at-uploads.ts';
import type { Upload } from '../../kit/storage/look-at-uploads.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { turnClocks } from '../../kit/terms/clocks.ts';
import { beginTerm } from '../../kit/terms/working-calendar.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { ComplaintDocumentRow } from '../model/complaint-document.ts';
import { Complaint } from '../model/complaint.ts';
import { filingProblems, subjectsOf } from '../rules/filing.ts';
import type { Filing } from '../rules/filing.ts';
import type { Addressee, ComplaintTarget } from '../rules/subject.ts';
import { outcomeOf, tellOfComplaint } from './advance.ts';
import { askForCase, askForName } from './subject.ts';
import type { Subject } from './subject.ts';

/** A complaint. */
export interface FileComplaint extends CommandInput, Filing {
  addressedTo: Addressee;
  against: ComplaintTarget;
  documentIds: string[];
}

/**
 * Files a complaint (A§15-3): of the person who acts, or by an official for the person in front of them. Its number is given at once, and the three working
 * days begin in which it is forwarded or satisfied in full. Every problem is told at once.
 *
 * @throws Fault NOT_FOUND for a case, or a person, that the viewer may not see.
 */
export async function fileComplaint(context: Context, input: FileComplaint): Promise<Outcome> {
  const subject = await subjectOf(context, input);
  return runCommand(context, 'complaints', 'fileComplaint', input, async (session, given) => {
    const { uploads, problems } = await lookAtUploads(session, ComplaintDocumentRow, given.documentIds, (index) => [
      'documentIds',
      index,
    ]);
    refuseProblems([...filingProblems(given, session.viewer.role), ...problems]);
    const complaint = await register(session, namedAs(given, subject!), given);
    await context.services.storage.keep(given.documentIds);
    for (const upload of uploads) attach(session, complaint.id, upload!);
    await session.em.flush();
    await recordEvent(session, 'complaints', { caseId: complaint.id, kind: 'FILED' });
    await tellOfComplaint(session, complaint, 'FILED');
    return outcomeOf(complaint);
  });
}

/** What it is about, and whose it is; nothing when the input doesn't say so in one way. */
async function subjectOf(context: Context, input: FileComplaint): Promise<Subject | undefined> {
  const [subject, ...others] = subjectsOf(input.about);
  if (!subject || others.length > 0) return undefined;
  if (subject.kind !== 'SERVICE') return askForCase(context, subject.kind, subject.id);
  const latinName = await nameOf(context, input);
  if (!latinName) return undefined;
  const { role, accountId } = context.viewer!;
  return {
    service: subject.service,
    city: (subject.service === 'RESIDENCE' && input.about.city) || null,
    subjectKind: 'SERVICE',
    subjectId: null,
    subjectNumber: null,
    actedBy: [],
    latinName,
    accountId: role === 'applicant' ? accountId : null,
    applicantId: input.applicantId ?? null,
  };
}

async function nameOf(context: Context, { applicantId, latinName }: FileComplaint): Promise<PersonName | undefined> {
  if (applicantId) return askForName(context, applicantId);
  return latinName ?? undefined;
}

/** A name that is told is kept as texts are kept. */
function namedAs({ applicantId, latinName }: FileComplaint, subject: Subject): Subject {
  return subject.subjectId || applicantId ? subject : { ...subject, latinName: latinName! };
}

async function register(
  session: CommandSession,
  subject: Subject,
  { addressedTo, against, text }: FileComplaint,
): Promise<Complaint> {
  const { em, viewer, now } = session;
  const { dueAt: forwardsAt } = await beginTerm(em, 'COMPLAINT_FORWARDING', now);
  const complaint = em.create(Complaint, {
    ...subject,
    id: newId(),
    version: 1,
    number: await takeCaseNumber(em, 'complaints', 'CMP', now),
    state: 'RECEIVED',
    officeId: viewer.officeId,
    filedBy: viewer.accountId,
    filedAs: viewer.role,
    addressedTo,
    against,
    text,
    receivedAt: now,
    registeredAt: null,
    providerDecidedAt: null,
    forwardedAt: null,
    forwardsAt,
    dueAt: forwardsAt,
    followUp: null,
    followUpDoneAt: null,
  });
  // Row level security of what belongs to it looks at its row.
  await em.flush();
  await turnClocks(session, CaseTermTable, complaint, { begins: ['COMPLAINT_FORWARDING'] });
  return complaint;
}

function attach({ em, viewer, now }: CommandSession, caseId: string, upload: Upload): void {
  const { id, mediaType, size, sha256 } = upload;
  em.create(ComplaintDocumentRow, { caseId, id, mediaType, size, sha256, addedAt: now, addedBy: viewer.accountId });
}
