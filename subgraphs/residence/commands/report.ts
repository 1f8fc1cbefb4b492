import type { ClassType } from 'type-graphql';
import type { CommandSession } from '../../kit/commands/command.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { enqueue } from '../../kit/jobs/jobs.ts';
import { BorderCrossing, Fingerprinting } from '../model/arrival-reports.ts';

/** What a system tells of somebody, before it is known when and by whom. */
type Told<Report> = Omit<Report, 'recordedAt' | 'recordedBy' | 'caseId'> & { id: string; reference: string };

/**
 * Keeps what a system tells, once by each of its references, and has a job note it at the person's case. A twin that arrives meanwhile waits here.
 *
 * @returns the id of what was told first by this reference.
 * @throws Fault CONFLICT when something else was told by it.
 */
export async function report<Report extends BorderCrossing | Fingerprinting>(
  { em, viewer, now }: CommandSession,
  table: ClassType<Report>,
  told: Told<Report>,
): Promise<string> {
  const row = { ...told, recordedAt: now, recordedBy: viewer.accountId, caseId: null };
  const key = ['recordedBy', 'reference'] as never;
  await em
    .createQueryBuilder(table as ClassType<object>)
    .insert(row as never)
    .onConflict(key)
    .ignore()
    .execute();
  const kept = await em.findOneOrFail(table, { recordedBy: viewer.accountId, reference: told.reference } as never);
  const { id: _, ...facts } = told;
  const sameAgain = Object.entries(facts).every(([name, value]) => isSame(kept[name as keyof Report], value));
  if (!sameAgain)
    throw new Fault('CONFLICT', { message: 'REFERENCE_REUSED', extensions: { reason: 'REFERENCE_REUSED' } });
  if (kept.id === told.id && isArrival(kept))
    await enqueue(em, {
      subgraph: 'residence',
      name: kept instanceof BorderCrossing ? 'noteBorderCrossing' : 'noteFingerprints',
      ids: { reportId: kept.id },
      key: `residence report ${kept.id}`,
    });
  return kept.id;
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Temporal.Instant ? one.equals(other as Temporal.Instant) : one === other;
}

function isArrival(told: BorderCrossing | Fingerprinting): boolean {
  return told instanceof Fingerprinting || told.direction === 'ENTRY';
}
