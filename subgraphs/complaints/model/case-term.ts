import { termTable } from '../../kit/terms/term-table.ts';

/** The terms that run, or ran, for complaints. */
export const CaseTermTable = termTable('complaints', 'complaints.complaint');
