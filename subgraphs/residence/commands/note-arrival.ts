import type { ClassType } from 'type-graphql';
import { runCommand } from '../../kit/commands/command.ts';
import type { CommandSession } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Job } from '../../kit/subgraph/definition.ts';
import { BorderCrossing, Fingerprinting } from '../model/arrival-reports.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { arrivedInTime, keptMoment } from '../rules/arrival.ts';
import { caseLifecycle, openCaseStates, stateAt } from '../rules/case-lifecycle.ts';
import { advance } from './act-on-case.ts';

/** Follows a crossing into Kazakhstan: notes it at the person's case, whom the number or the travel document names; and that is the arrival, if it was in time (B§19, B§22). */
export const noteBorderCrossing = noting({
  table: BorderCrossing,
  moment: 'borderCrossedAt',
  happening: 'BORDER_CROSSED',
  at: ({ crossedAt }) => crossedAt,
  of: ({ iin, documentCountry: issuingCountry, documentNumber: number }) => ({
    $or: [
      ...(iin === null ? [] : [{ iin }]),
      ...(number === null ? [] : [{ travelDocument: { issuingCountry, number } }]),
    ],
  }),
});

/** Follows the taking of fingerprints: notes it at the person's case, and that is the turning to the migration service, if it was in time (B§19, B§22). */
export const noteFingerprints = noting({
  table: Fingerprinting,
  moment: 'fingerprintedAt',
  happening: 'FINGERPRINTED',
  at: ({ takenAt }) => takenAt,
  of: ({ iin }) => ({ iin }),
});

/** Follows a new case: notes at it what was told of the person before (B§22). Whoever is in Kazakhstan already when they apply crosses no border again. */
export const noteEarlierReports: Job = async (context, { caseId }) => {
  const reads = context.read();
  const { iin, travelDocument } = await reads.findOneOrFail(ResidenceCase, { id: caseId! });
  const document = { documentCountry: travelDocument.issuingCountry, documentNumber: travelDocument.number };
  const entry = { caseId: null, direction: 'ENTRY' as const, $or: [{ iin }, document] };
  const crossings = await reads.find(BorderCrossing, entry, { fields: ['id'], orderBy: { crossedAt: 'asc' } });
  const taken = await reads.find(
    Fingerprinting,
    { caseId: null, iin },
    { fields: ['id'], orderBy: { takenAt: 'asc' } },
  );
  for (const { id } of crossings) await noteBorderCrossing(context, { reportId: id });
  for (const { id } of taken) await noteFingerprints(context, { reportId: id });
};

/** What is noted of what a system told. */
interface Noting<Report extends object> {
  table: ClassType<Report>;
  /** Where a case keeps the moment. */
  moment: 'borderCrossedAt' | 'fingerprintedAt';
  /** What the history calls it. */
  happening: 'BORDER_CROSSED' | 'FINGERPRINTED';
  at: (report: Report) => Temporal.Instant;
  /** Whose it is: the condition on cases. */
  of: (report: Report) => object;
}

/** The job that notes what a system told at the newest case of the person. Run twice, it changes nothing the second time; nobody's case changes nothing either. */
function noting<Report extends BorderCrossing | Fingerprinting>({
  table,
  moment,
  happening,
  at,
  of,
}: Noting<Report>): Job {
  return async (context, { reportId }) => {
    const reads = context.read();
    const report = await reads.findOneOrFail(table, { id: reportId } as never);
    const where = { ...of(report), state: { $in: [...openCaseStates, 'LAPSED' as const] } };
    const found = await reads.findOne(ResidenceCase, where, { fields: ['id'], orderBy: { id: 'desc' } });
    if (!found) return;
    await runCommand(context, 'residence', happening, { idempotencyKey: reportId! }, async (session) => {
      const residenceCase = await findForChange(session, ResidenceCase, found.id);
      const told = at(report);
      await session.em.nativeUpdate(table, { id: reportId } as never, { caseId: residenceCase.id } as never);
      residenceCase[moment] = keptMoment(residenceCase[moment], told, residenceCase.preliminaryDecidedAt);
      await session.em.flush();
      await recordEvent(session, 'residence', {
        caseId: residenceCase.id,
        kind: happening,
        details: { reportId, at: told.toString() },
      });
      await arrive(session, residenceCase, told);
      return { kind: 'ResidenceCase', id: residenceCase.id, concerns: [residenceCase.applicantId] };
    });
  };
}

/** Who came in time keeps the approval alive; the bar that the lapse brought meanwhile is gone with it. */
async function arrive(session: CommandSession, residenceCase: ResidenceCase, at: Temporal.Instant): Promise<void> {
  const state = stateAt(residenceCase.state, residenceCase.lapsesAt, session.now);
  if (!caseLifecycle[state].RECORD_ARRIVAL || !arrivedInTime(residenceCase, at)) return;
  await advance(session, residenceCase, 'RECORD_ARRIVAL', () => {
    residenceCase.arrivedAt = at;
    return Promise.resolve({});
  });
}
