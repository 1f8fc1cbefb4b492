import { raw } from '@mikro-orm/core';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { filterProblems } from '../../kit/connections/connection.ts';
import { refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import type { IinApplication } from '../model/application.ts';
import { openStates } from '../rules/lifecycle.ts';
import type { ApplicationState } from '../rules/lifecycle.ts';
import type { IinApplicationFilter } from './inputs.ts';
import type { Reads } from '../../kit/reading/reads.ts';

type Condition = FilterQuery<IinApplication>;

/** Which applications are asked for, the row rule aside, and in which order. */
interface Worklist {
  where: Condition;
  orderBy: Record<string, 'asc' | 'desc'>;
}

/** What a filter asks of the applications, in an order in which an index has them: a page costs the same however many there are. */
export async function worklist(
  reads: Reads,
  filter: Partial<IinApplicationFilter>,
  now: Temporal.Instant,
): Promise<Worklist> {
  refuseProblems(filterProblems(filter));
  const { states, category, number, missionId, representationId, delivery, dueBefore, overdue, text } = filter;
  const conditions: Condition[] = [
    ...(states ? [{ state: { $in: states } }] : []),
    ...(category ? [{ category }] : []),
    ...(number ? [{ number }] : []),
    ...(missionId ? [isId(missionId) ? { channel: 'MISSION' as const, officeId: missionId } : nowhere] : []),
    ...(representationId ? [isId(representationId) ? { representationId } : nowhere] : []),
    ...(delivery ? [delivery === 'DELIVERED' ? { deliveredAt: { $ne: null } } : waiting] : []),
    ...(dueBefore ? [{ dueAt: { $lte: justBefore(dueBefore) } }] : []),
    ...(overdue == null ? [] : [overdue ? late(now) : { $not: late(now) }]),
    ...(text == null ? [] : [await numberOrSurname(reads, text)]),
  ];
  return { where: conditions.length > 0 ? { $and: conditions } : {}, orderBy: orderOf(filter) };
}

/** Newest first. By a text it is the order of surnames, by a due moment that of due moments; but open ones, which are few at any time, are always newest first. */
function orderOf({ states, dueBefore, text }: Partial<IinApplicationFilter>): Worklist['orderBy'] {
  const onlyOpen = states?.every((state) => (openStates as readonly ApplicationState[]).includes(state));
  if (!onlyOpen && text != null && !isNumber(text)) return { [surnameColumn(text)]: 'asc', id: 'asc' };
  if (!onlyOpen && dueBefore) return { dueAt: 'desc', id: 'desc' };
  return { id: 'desc' };
}

/**
 * The last moment before another one that the database can hold. Beside the `<=` of a cursor the database begins at the nearer one of both; beside a `<` it
 * would begin there, and read all up to the cursor.
 */
function justBefore(moment: Temporal.Instant): Temporal.Instant {
  return moment.subtract({ nanoseconds: 1 }).round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
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

/** A whole number in any case, or how a surname begins in the script of the text. */
async function numberOrSurname(reads: Reads, text: string): Promise<Condition> {
  if (isNumber(text)) return { number: text.trim().toUpperCase() };
  return { [surnameColumn(text)]: await surnameBeginning(reads, text, 'text') };
}

/** No surname has a digit, and every number has some. */
function isNumber(text: string): boolean {
  return /\p{Nd}/u.test(text);
}

function surnameColumn(text: string): 'cyrillicSurname' | 'latinSurname' {
  return isCyrillic(text) ? 'cyrillicSurname' : 'latinSurname';
}

/** Whether a text can begin names in Cyrillic letters only; another one can't begin any of them. */
export function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/**
 * Between which surnames those stand that begin with a text; case, spaces and hyphens don't count.
 *
 * @param field of the filter, where the text was given.
 */
export async function surnameBeginning(
  reads: Reads,
  given: string,
  field: string,
): Promise<{ $gte: string; $lt: string }> {
  const text = given.normalize('NFC');
  const [compared] = await reads.execute<{ prefix: string }[]>('select iin.comparable(?) as prefix', [text]);
  const { prefix } = compared!;
  if (prefix === '') refuseProblem('TEXT_EMPTY', ['filter', field]);
  return { $gte: prefix, $lt: prefix + lastCharacter };
}
