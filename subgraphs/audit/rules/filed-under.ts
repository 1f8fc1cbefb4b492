/** What lines are looked for by: each that is given must hold. */
export interface Sought {
  /** Ids of what was changed or shown, or of the person concerned. */
  subjects: string[];
  accountId: string | null;
  officeId: string | null;
  operationName: string | null;
  action: string | null;
  kind: string | null;
  outcome: string | null;
}

/** Something that lines are filed under: an id alone for those that tell that others read of it, and elsewhere what it is and its values. */
export type Filing = readonly string[];

/** What is looked up in the journal by what it is filed under, and what is then asked of each line that was found. */
export interface LookUp {
  /** What is filed under and its value, as `audit.marks_of` writes them; of several, each line is filed under one. `undefined` when lines are read as they come. */
  under: Filing[] | undefined;
  remaining: Sought;
}

type Column = 'account' | 'office' | 'operation' | 'action' | 'kind' | 'outcome';

const properties = {
  account: 'accountId',
  office: 'officeId',
  operation: 'operationName',
  action: 'action',
  kind: 'kind',
  outcome: 'outcome',
} as const satisfies Record<Column, keyof Sought>;

/** What lines are filed under beside their subjects (`audit.marks_of`), that which fewer lines have in common first. */
const filings: Column[][] = [
  ['account', 'outcome'],
  ['account', 'action'],
  ['account', 'operation'],
  ['account', 'kind'],
  ['office', 'outcome'],
  ['operation', 'outcome'],
  ['action', 'outcome'],
  ['kind', 'outcome'],
  ['office', 'action'],
  ['office', 'kind'],
  ['action', 'kind'],
  ['outcome'],
  ['account'],
  ['operation'],
  ['office'],
  ['action'],
  ['kind'],
];

/** How lines are looked up: by what the fewest are filed under. That nothing was refused, and that a subject was read, is usual, and told by the line itself. */
export function lookUp(sought: Sought): LookUp {
  const { subjects, kind } = sought;
  const [subject, ...others] = subjects;
  if (subject !== undefined) {
    return kind === null || kind === 'READING'
      ? {
          under: [[subject], ['subject', subject]],
          remaining: { ...sought, subjects: others },
        }
      : { under: [['subject kind', subject, kind]], remaining: { ...sought, subjects: others, kind: null } };
  }
  const valueOf = (column: Column) => {
    const value = sought[properties[column]];
    return column === 'outcome' && value === 'DONE' ? null : value;
  };
  const filed = filings.find((columns) => columns.every((column) => valueOf(column) !== null));
  if (!filed) return { under: undefined, remaining: sought };
  const found = Object.fromEntries(filed.map((column) => [properties[column], null]));
  const under = [filed.join(' '), ...filed.map((column) => valueOf(column)!)];
  return { under: [under], remaining: { ...sought, ...found } };
}
