/** What is counted: each service, and the complaints about all of them. */
export const statisticsServices = ['IIN', 'PETITION', 'RESIDENCE', 'COMPLAINT'] as const;

/** One of those. */
export type StatisticsService = (typeof statisticsServices)[number];
