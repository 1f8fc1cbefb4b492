import { defineEntity, p } from '@mikro-orm/postgresql';
import { withCase } from '../../kit/model/policies.ts';
import { caseFilePolicy } from './visibility.ts';

/** The case files that were sent to the reviewing body along with complaints, as they stood then (A§15-3). */
export const CaseFileTable = defineEntity({
  name: 'ComplaintCaseFile',
  tableName: 'case_file',
  schema: 'complaints',
  properties: {
    /** The complaint. */
    caseId: p.uuid().primary(),
    content: p.json().$type<object>(),
  },
  policies: [
    { name: 'read', command: 'select', using: caseFilePolicy() },
    { name: 'write', command: 'insert', check: withCase('complaints.complaint') },
  ],
  rowLevelSecurity: 'force',
});
