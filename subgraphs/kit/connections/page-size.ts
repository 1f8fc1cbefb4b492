/** The most that one page of a list holds. */
export const largestPage = 100;

/** What a page holds unless more or less is asked for. */
export const usualPage = 20;
