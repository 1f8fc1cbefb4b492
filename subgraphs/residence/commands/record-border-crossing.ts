import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { BorderCrossing } from '../model/arrival-reports.ts';
import type { CrossingDirection } from '../model/enumerations.ts';
import { pastProblems } from '../rules/arrival.ts';
import { report } from './report.ts';

/** What the border system tells. */
export interface RecordBorderCrossing extends CommandInput {
  reference: string;
  iin?: string | null;
  travelDocument?: { issuingCountry: string; number: string } | null;
  direction: CrossingDirection;
  crossedAt: Temporal.Instant;
  checkpoint: string;
}

/** The border system tells that somebody crossed the border, once by each of its references (B§19, B§22). What follows for a case, a job does. */
export function recordBorderCrossing(context: Context, input: RecordBorderCrossing): Promise<Outcome> {
  return runCommand(context, 'residence', 'recordBorderCrossing', input, async (session, given) => {
    const { reference, iin, travelDocument, direction, checkpoint } = given;
    refuseProblems(crossingProblems(given, session.now));
    const id = await report(session, BorderCrossing, {
      id: newId(),
      reference,
      iin: iin ?? null,
      documentCountry: travelDocument?.issuingCountry ?? null,
      documentNumber: travelDocument?.number ?? null,
      direction,
      crossedAt: given.crossedAt.round('microsecond'),
      checkpoint,
    });
    return { kind: 'BorderCrossing', id };
  });
}

function crossingProblems(
  { reference, checkpoint, crossedAt, iin, travelDocument }: RecordBorderCrossing,
  now: Temporal.Instant,
): Problem[] {
  return [
    ...(reference === '' ? [{ code: 'TEXT_EMPTY', path: ['reference'] }] : []),
    ...(checkpoint === '' ? [{ code: 'TEXT_EMPTY', path: ['checkpoint'] }] : []),
    ...(travelDocument?.number === '' ? [{ code: 'TEXT_EMPTY', path: ['travelDocument', 'number'] }] : []),
    ...(!iin && !travelDocument ? [{ code: 'PERSON_NOT_NAMED', path: [] }] : []),
    ...pastProblems(crossedAt, now, 'crossedAt'),
  ];
}
