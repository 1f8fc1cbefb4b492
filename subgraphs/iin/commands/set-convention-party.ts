import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { ConventionParty } from '../model/convention-party.ts';
import type { Convention } from '../rules/attestation.ts';
import { partyProblems } from '../rules/convention-parties.ts';

/** What the history calls a party that was set. */
export const conventionPartySet = 'CONVENTION_PARTY_SET';

/** What the history keeps: why, and what was recorded before, if anything; dates as ISO texts. */
export interface ConventionPartySetDetails {
  reason: string;
  before: { from: string; until: string | null; source: string } | null;
}

/** On which days a state is bound by a convention from now on, and why. */
export interface SetConventionParty extends CommandInput {
  convention: Convention;
  country: string;
  /** The period of this state that is corrected; a new one without it. */
  id?: string | null;
  expectedVersion?: number | null;
  from: Temporal.PlainDate;
  until?: Temporal.PlainDate | null;
  source: string;
  reason: string;
}

/** Adds a party of a convention, or corrects or ends its days (A§6, note); whoever registers from then on goes by it. Refuses all problems at once. */
export function setConventionParty(context: Context, input: SetConventionParty): Promise<Outcome> {
  return runCommand(context, 'iin', 'setConventionParty', input, async (session, given) => {
    const { em } = session;
    const { convention, country, from, until = null, source, reason } = given;
    // Whoever sets another one waits here: what is compared with stays so.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('parties of conventions', 0))`);
    const periods = await em.find(ConventionParty, { convention, country });
    const changed = given.id == null ? undefined : found(periods.find(({ id }) => id === given.id));
    if (changed) expectVersion(changed.version, given.expectedVersion ?? 0);
    const others = periods.filter((each) => each !== changed);
    refuseProblems([
      ...partyProblems(
        { country, from, until, source },
        others.map(({ validFrom, validUntil }) => ({ from: validFrom, until: validUntil })),
      ),
      ...(reason === '' ? [{ code: 'REASON_EMPTY', path: ['reason'] }] : []),
    ]);
    const details: ConventionPartySetDetails = { reason, before: changed ? asTexts(changed) : null };
    const next = { validFrom: from, validUntil: until, source };
    const party = changed
      ? Object.assign(changed, next)
      : em.create(ConventionParty, { id: newId(), version: 1, convention, country, ...next });
    await em.flush();
    await recordEvent(session, 'iin', { caseId: party.id, kind: conventionPartySet, details: { ...details } });
    return { kind: 'ConventionParty', id: party.id };
  });
}

function asTexts({ validFrom, validUntil, source }: ConventionParty): ConventionPartySetDetails['before'] {
  return { from: validFrom.toString(), until: validUntil?.toString() ?? null, source };
}
