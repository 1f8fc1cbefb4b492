/** What is counted of a group of cases. */
export const countNames = [
  'received',
  'inWork',
  'done',
  'refused',
  'refusedAcceptance',
  'endedOtherwise',
  'onTime',
  'late',
  'lateWithIncident',
] as const;

/** A number of cases. */
export type CountName = (typeof countNames)[number];

/** The numbers of a group of cases. */
export type Counts = Record<CountName, number>;

/** The numbers as somebody is told them; nothing for what is suppressed. */
export type ToldCounts = Record<CountName, number | null>;
