import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { checkKinds, checkStages } from '../rules/checks.ts';
import { checkPolicy, visibleChecks } from './visibility.ts';

/** The special and criminal checks of a case (B§13, B§22); the last one of a kind and stage counts. */
export const SecurityCheckTable = defineEntity({
  name: 'SecurityCheck',
  tableName: 'security_check',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    stage: p.enum(checkStages),
    kind: p.enum(checkKinds),
    clear: p.boolean(),
    remark: p.text().nullable(),
    recordedAt: instant(),
    recordedBy: p.uuid(),
  },
  indexes: [{ properties: ['caseId', 'id'] }],
  filters: visibleTo(visibleChecks),
  policies: [visibleWhen(checkPolicy())],
  rowLevelSecurity: 'force',
});

/** A check of a case. */
export class SecurityCheck extends SecurityCheckTable.class {}
SecurityCheckTable.setClass(SecurityCheck);

/** The checks of each case, the first one first. */
export async function checksOfCases(
  em: EntityManager,
  caseIds: readonly string[],
): Promise<Map<string, SecurityCheck[]>> {
  const found = await em.find(SecurityCheck, { caseId: { $in: [...caseIds] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(found as SecurityCheck[], ({ caseId }) => caseId);
}
