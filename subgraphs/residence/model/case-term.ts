import { termTable } from '../../kit/terms/term-table.ts';

/** The terms that run, or ran, for petitions and cases. */
export const CaseTermTable = termTable('residence', 'residence.petition', 'residence.residence_case');
