import { defineEntity, p } from '@mikro-orm/postgresql';
import { auditedWhen, withCase } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { decidingBodies, decisionOutcomes } from '../rules/decision.ts';

/** What was decided on complaints: by the provider, by the reviewing body. */
export const DecisionTable = defineEntity({
  name: 'ComplaintDecision',
  tableName: 'decision',
  schema: 'complaints',
  properties: {
    id: p.uuid().primary(),
    /** The complaint. */
    caseId: p.uuid(),
    body: p.enum(decidingBodies),
    outcome: p.enum(decisionOutcomes),
    reasons: p.text(),
    /** Whether the case is to be reopened, where that can be. */
    reopen: p.boolean().nullable(),
    decidedAt: instant(),
    decidedBy: p.uuid(),
  },
  indexes: [{ properties: ['caseId', 'id'] }],
  policies: [auditedWhen(withCase('complaints.complaint'))],
  rowLevelSecurity: 'force',
});

/** A decision on a complaint. */
export class DecisionRow extends DecisionTable.class {}
DecisionTable.setClass(DecisionRow);
