import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Fingerprinting } from '../model/arrival-reports.ts';
import { pastProblems } from '../rules/arrival.ts';
import { report } from './report.ts';

/** What the fingerprint system tells. */
export interface RecordFingerprints extends CommandInput {
  reference: string;
  iin: string;
  takenAt: Temporal.Instant;
  place: string;
}

/** The fingerprint system tells that somebody's fingerprints were taken, once by each of its references (B§19, B§22). What follows for a case, a job does. */
export function recordFingerprints(context: Context, input: RecordFingerprints): Promise<Outcome> {
  return runCommand(context, 'residence', 'recordFingerprints', input, async (session, given) => {
    const { reference, iin, takenAt, place } = given;
    refuseProblems([
      ...(reference === '' ? [{ code: 'TEXT_EMPTY', path: ['reference'] }] : []),
      ...(place === '' ? [{ code: 'TEXT_EMPTY', path: ['place'] }] : []),
      ...pastProblems(takenAt, session.now, 'takenAt'),
    ]);
    const id = await report(session, Fingerprinting, {
      id: newId(),
      reference,
      iin,
      takenAt: takenAt.round('microsecond'),
      place,
    });
    return { kind: 'Fingerprinting', id };
  });
}
