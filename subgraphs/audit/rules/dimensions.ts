/** By what cases are grouped. */
export const dimensions = ['MISSION', 'CATEGORY', 'CITY', 'OFFICE', 'WEEK', 'MONTH'] as const;

/** By what cases are grouped. */
export type Dimension = (typeof dimensions)[number];
