import { defineEntity, p } from '@mikro-orm/postgresql';
import { visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { TERMS } from '../../kit/terms/terms.ts';
import type { TermKind } from '../../kit/terms/terms.ts';
import { withCasePolicy } from './visibility.ts';

/** The terms that run, or ran, for petitions and cases. */
export const CaseTermTable = defineEntity({
  name: 'CaseTerm',
  tableName: 'case_term',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    kind: p.enum(Object.keys(TERMS) as TermKind[]),
    /** The event that it began with. */
    startedAt: instant(),
    dueAt: instant(),
    /** When it was kept, or ended otherwise; nothing while it runs. */
    endedAt: instant().nullable(),
  },
  indexes: [{ properties: ['caseId', 'id'] }, { properties: ['endedAt', 'dueAt'] }],
  policies: [visibleWhen(withCasePolicy())],
  rowLevelSecurity: 'force',
});

/** A term of a petition or a case. */
export class CaseTerm extends CaseTermTable.class {
  declare endedAt: Temporal.Instant | null;
}
CaseTermTable.setClass(CaseTerm);
