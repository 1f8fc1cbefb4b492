import { openStates } from '../rules/lifecycle.ts';

// A page of a worklist costs the same however many applications there are: for each way to ask there is an index that has them in the order of the page.

/** What of an application the worklist sorts or chooses by. */
type Column = 'id' | 'officeId' | 'state' | 'category' | 'dueAt' | 'latinSurname' | 'cyrillicSurname';

/** What is asked of open ones beside: in the index, so that the row itself is read only where all of it holds. */
const askedOfOpenOnes: Column[] = ['state', 'category', 'dueAt', 'latinSurname', 'cyrillicSurname'];

const open = `state in ('${openStates.join("', '")}')`;
// In the words of the worklist's own conditions, or the database doesn't see that what they ask for is all in the index.
const maybeLate = `${open} or coalesce(decided_at > due_at, false)`;
const waiting = "delivered_at is null and state <> 'WITHDRAWN'";

/** For the operators, who see every office; and for one office: a counter's own, or the mission that an operator asks for. */
export const worklistIndexes: { name?: string; properties: Column[]; where?: string }[] = [
  { properties: ['officeId', 'id'] },
  ...(['state', 'category', 'dueAt', 'latinSurname', 'cyrillicSurname'] as const).flatMap((column) => [
    { properties: [column, 'id'] satisfies Column[] },
    { properties: ['officeId', column, 'id'] satisfies Column[] },
  ]),
  { name: 'application_open_index', properties: ['id', ...askedOfOpenOnes], where: open },
  { name: 'application_office_id_open_index', properties: ['officeId', 'id', ...askedOfOpenOnes], where: open },
  { name: 'application_registered_index', properties: ['id'], where: "state = 'REGISTERED'" },
  { name: 'application_maybe_late_index', properties: ['id'], where: maybeLate },
  { name: 'application_office_id_maybe_late_index', properties: ['officeId', 'id'], where: maybeLate },
  { name: 'application_waiting_index', properties: ['officeId', 'id'], where: waiting },
];
