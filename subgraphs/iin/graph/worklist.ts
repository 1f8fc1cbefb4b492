import { raw } from '@mikro-orm/core';
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { filterProblems } from '../../kit/connections/connection.ts';
import { refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import type { IinApplication } from '../model/application.ts';
import { openStates } from '../rules/lifecycle.ts';
import type { IinApplicationFilter } from './inputs.ts';

type Condition = FilterQuery<IinApplication>;

/** What a filter asks of the applications; the row rule comes on top. */
export async function worklistConditions(
  em: EntityManager,
  filter: IinApplicationFilter,
  now: Temporal.Instant,
): Promise<Condition> {
  refuseProblems(filterProblems(filter));
  const { states, category, number, missionId, representationId, delivery, dueBefore, overdue, text } = filter;
  const conditions: Condition[] = [
    ...(states ? [{ state: { $in: states } }] : []),
    ...(category ? [{ category }] : []),
    ...(number ? [{ number }] : []),
    ...(missionId ? [isId(missionId) ? { channel: 'MISSION' as const, officeId: missionId } : nowhere] : []),
    ...(representationId ? [isId(representationId) ? { representationId } : nowhere] : []),
    ...(delivery ? [delivery === 'DELIVERED' ? { deliveredAt: { $ne: null } } : waiting] : []),
    ...(dueBefore ? [{ dueAt: { $lt: dueBefore } }] : []),
    ...(overdue == null ? [] : [overdue ? late(now) : { $not: late(now) }]),
    ...(text == null ? [] : [await numberOrSurname(em, text)]),
  ];
  return conditions.length > 0 ? { $and: conditions } : {};
}

const nowhere: Condition = { id: { $in: [] } };
const waiting: Condition = { deliveredAt: null, state: { $ne: 'WITHDRAWN' } };

/** The rule `isLate`, as the database asks it. */
function late(now: Temporal.Instant): Condition {
  return {
    $or: [
      { state: { $in: [...openStates] }, dueAt: { $lt: now } },
      { [raw((alias) => `coalesce(${alias}.decided_at > ${alias}.due_at, false)`)]: [] },
    ],
  };
}

/** The last character there is: whatever begins with a text lies between that and that with this behind it. */
const lastCharacter = '\u{10ffff}';

/** A whole number in any case, or how a surname begins in either script. */
async function numberOrSurname(em: EntityManager, given: string): Promise<Condition> {
  const begins = await surnameBeginning(em, given, 'text');
  const number = given.trim().toUpperCase();
  return { $or: [{ number }, { latinSurname: begins }, { cyrillicSurname: begins }] };
}

/**
 * Between which surnames those stand that begin with a text; case, spaces and hyphens don't count.
 *
 * @param field of the filter, where the text was given.
 */
export async function surnameBeginning(
  em: EntityManager,
  given: string,
  field: string,
): Promise<{ $gte: string; $lt: string }> {
  const text = given.normalize('NFC');
  const [compared] = await em.execute<{ prefix: string }[]>('select iin.comparable(?) as prefix', [text]);
  const { prefix } = compared!;
  if (prefix === '') refuseProblem('TEXT_EMPTY', ['filter', field]);
  return { $gte: prefix, $lt: prefix + lastCharacter };
}
