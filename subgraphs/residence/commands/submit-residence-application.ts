import { LockMode } from '@mikro-orm/core';
import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { day } from '../../kit/forms/rows.ts';
import { isId, newId } from '../../kit/ids.ts';
import { enqueue } from '../../kit/jobs/jobs.ts';
import { requireOpenPilot } from '../../kit/model/pilots.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { turnClocks } from '../../kit/terms/clocks.ts';
import type { City } from '../../kit/viewer/roles.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { DutyPayment, dutyFiguresOf } from '../model/duty.ts';
import { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { barOn } from '../rules/bar.ts';
import { openCaseStates, stateAt } from '../rules/case-lifecycle.ts';
import { dutyPaymentProblems } from '../rules/duty.ts';
import { tellOfCase } from './act-on-case.ts';
import { personOf } from './presented-person.ts';
import {
  gatherPresentation,
  keepPetitionLetter,
  keepPresentation,
  presentationProblems,
} from './present-e-application.ts';
import type { PresentEApplication, Presentation } from './present-e-application.ts';

/** An e-application: for which city, by which petition, with what, and what proves the duty (B§10). */
export interface SubmitResidenceApplication extends PresentEApplication {
  city: City;
  petitionId: string;
  dutyPaymentReference: string;
}

/**
 * Submits an e-application (B§10, B§11): the term of two working days for its registration (B§12) and the forty-five days for the decision (B§16) begin.
 *
 * @throws Fault PILOT_CLOSED outside the pilot's periods; BARRED within a year of a refusal or a lapse (B§19, B§24); WRONG_STATE with the reason CASE_OPEN
 * while another case isn't decided; BAD_USER_INPUT with everything that is missing or doesn't do; SIGNATURE_INVALID.
 */
export async function submitResidenceApplication(
  context: Context,
  input: SubmitResidenceApplication,
): Promise<Outcome> {
  const presentation = await gatherPresentation(context, input);
  return runCommand(context, 'residence', 'submitResidenceApplication', input, async (session, given) => {
    const { em, now } = session;
    expectVersion(presentation.person.version, given.applicantVersion);
    await requireOpenPilot(em, 'DIGITAL_NOMAD_RESIDENCY', almatyDate(now));
    const petition = await ownPetition(session, given.petitionId);
    await requireMayApply(session, petition.iin);
    const payment = await em.findOne(
      DutyPayment,
      { reference: given.dutyPaymentReference },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const { iin } = petition;
    refuseProblems([
      ...petitionFaults(petition, presentation.person.iin),
      ...(await presentationProblems(session, presentation, given, given.city)),
      ...dutyPaymentProblems(
        payment ?? undefined,
        { kind: 'PERMISSION', iin, reference: 'B§10' },
        await dutyFiguresOf(em),
      ),
    ]);
    return openCase(session, presentation, given, petition, payment!);
  });
}

async function ownPetition({ em }: CommandSession, id: string): Promise<Petition> {
  const petition = isId(id) ? await em.findOne(Petition, { id }) : null;
  if (!petition) throw new Fault('NOT_FOUND');
  return petition;
}

function petitionFaults({ state, iin }: Petition, presentedIin: string | null): Problem[] {
  const at = { path: ['petitionId'], reference: 'B§10' };
  return [
    ...(state === 'SIGNED' ? [] : [{ code: 'PETITION_NOT_SIGNED', ...at }]),
    ...(iin === presentedIin ? [] : [{ code: 'PETITION_OTHER_PERSON', ...at }]),
  ];
}

/** Requires that nothing bars the person, and that no other case of theirs is open. */
async function requireMayApply(session: CommandSession, iin: string): Promise<void> {
  const barredUntil = barOn(await requireNoOpenCase(session, iin), session.now);
  if (!barredUntil) return;
  const possibleFrom = barredUntil.add({ days: 1 });
  throw new Fault('BARRED', {
    message: 'BARRED_UNTIL',
    params: { day: day(possibleFrom) },
    extensions: { barredUntil: barredUntil.toString(), possibleFrom: possibleFrom.toString() },
  });
}

/** Requires that no case of a person is open; answers all that there are. Who applies twice at once, or meanwhile has a case reopened, waits here. */
export async function requireNoOpenCase({ em, now }: CommandSession, iin: string): Promise<ResidenceCase[]> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`residence application ${iin}`]);
  const cases = (await em.find(ResidenceCase, { iin })) as ResidenceCase[];
  const open = cases.find(({ state, lapsesAt }) =>
    (openCaseStates as readonly string[]).includes(stateAt(state, lapsesAt, now)),
  );
  if (open) {
    const reason = 'CASE_OPEN';
    throw new Fault('WRONG_STATE', { message: reason, extensions: { reason, state: open.state, number: open.number } });
  }
  return cases;
}

async function openCase(
  session: CommandSession,
  presentation: Presentation,
  { city, documentIds }: SubmitResidenceApplication,
  petition: Petition,
  payment: DutyPayment,
): Promise<Outcome> {
  const { em, viewer, now } = session;
  const residenceCase = em.create(ResidenceCase, {
    ...nothingYet,
    ...personOf(presentation.person),
    id: newId(),
    version: 1,
    number: await takeCaseNumber(em, 'residence', 'DNR', now),
    state: 'SUBMITTED',
    petitionId: petition.id,
    city,
    accountId: viewer.accountId,
    iin: petition.iin,
    submittedAt: now,
  });
  const { id } = residenceCase;
  await em.flush();
  await keepPresentation(session, id, presentation, documentIds);
  await keepPetitionLetter(session, id, petition.id);
  payment.caseId = id;
  await turnClocks(session, CaseTermTable, residenceCase, { begins: ['CASE_REGISTRATION', 'PRELIMINARY_DECISION'] });
  await em.flush();
  await recordEvent(session, 'residence', { caseId: id, kind: 'SUBMITTED', details: { petitionId: petition.id } });
  await tellOfCase(session, residenceCase, { action: 'SUBMIT', by: viewer.role, from: null });
  await enqueue(em, {
    subgraph: 'residence',
    name: 'noteEarlierReports',
    ids: { caseId: id },
    key: `residence earlier reports ${id}`,
  });
  return { kind: 'ResidenceCase', id, concerns: [presentation.person.id] };
}

/** What a case doesn't have when it begins. */
const nothingYet = {
  lapsesAt: null,
  dueAt: null,
  registeredAt: null,
  sentToKnbAt: null,
  knbAgreed: null,
  knbReason: null,
  knbAnsweredAt: null,
  approvalNumber: null,
  preliminaryDecidedAt: null,
  preliminaryDecidedBy: null,
  arrivedAt: null,
  borderCrossedAt: null,
  fingerprintedAt: null,
  finalAppliedAt: null,
  trackingNumber: null,
  originalsSentAt: null,
  originalsReceivedAt: null,
  comparison: null,
  finalDecidedAt: null,
  finalDecidedBy: null,
  refusalReason: null,
  earlierDecisions: null,
  residenceAddress: null,
  residenceRegisteredAt: null,
  permitNumber: null,
  permitIssuedAt: null,
} as const;
