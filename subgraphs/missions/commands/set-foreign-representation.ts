import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import type { Message } from '../../kit/errors/languages.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { ForeignRepresentation } from '../model/foreign-representation.ts';
import { representationProblems } from '../rules/foreign-representations.ts';
import type { Representation, RepresentationKind } from '../rules/foreign-representations.ts';

/** What the history calls a representation that was set. */
export const representationSet = 'FOREIGN_REPRESENTATION_SET';

/** What the history keeps: why, and what the representation was before, if it was there; dates as ISO texts. */
export interface RepresentationSetDetails {
  reason: string;
  before: (Omit<Representation, 'from' | 'until'> & { from: string | null; until: string | null }) | null;
}

/** What a representation is from now on, and why. */
export interface SetForeignRepresentation extends CommandInput {
  /** The representation that is changed; a new one without it. */
  id?: string | null;
  expectedVersion?: number | null;
  kind: RepresentationKind;
  name: Message;
  country?: string | null;
  city: string;
  from?: Temporal.PlainDate | null;
  until?: Temporal.PlainDate | null;
  source: string;
  reason: string;
}

/** Adds a foreign representation, or sets what one is from now on, such as its name or its last day (A§1). Refuses all problems at once. */
export function setForeignRepresentation(context: Context, input: SetForeignRepresentation): Promise<Outcome> {
  return runCommand(context, 'missions', 'setForeignRepresentation', input, async (session, given) => {
    const { em } = session;
    const { kind, city, source, reason, country = null, from = null, until = null } = given;
    // Whoever sets another one waits here: what is compared with stays so.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('foreign representations', 0))`);
    const known = await em.find(ForeignRepresentation, {});
    const changed = given.id == null ? undefined : found(known.find(({ id }) => id === given.id));
    if (changed) expectVersion(changed.version, given.expectedVersion ?? 0);
    const wanted = { kind, name: { ...given.name }, country, city, from, until, source };
    const others = known.filter((each) => each !== changed);
    refuseProblems([
      ...representationProblems(wanted, others.map(asRepresentation)),
      ...(reason === '' ? [{ code: 'REASON_EMPTY', path: ['reason'] }] : []),
    ]);
    const before = changed ? asTexts(changed) : null;
    const next = { kind, name: wanted.name, country, city, validFrom: from, validUntil: until, source };
    const representation = changed
      ? Object.assign(changed, next)
      : em.create(ForeignRepresentation, { id: newId(), version: 1, ...next });
    await em.flush();
    const details: RepresentationSetDetails = { reason, before };
    await recordEvent(session, 'missions', {
      caseId: representation.id,
      kind: representationSet,
      details: { ...details },
    });
    return { kind: 'ForeignRepresentation', id: representation.id };
  });
}

function asRepresentation(row: ForeignRepresentation): Representation {
  const { kind, name, country, city, source } = row;
  return { kind, name, country, city, from: row.validFrom, until: row.validUntil, source };
}

function asTexts(row: ForeignRepresentation): RepresentationSetDetails['before'] {
  const { from, until, ...rest } = asRepresentation(row);
  return { ...rest, from: from?.toString() ?? null, until: until?.toString() ?? null };
}
