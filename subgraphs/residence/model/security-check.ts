import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { checkKinds, checkStages } from '../rules/checks.ts';
import type { CheckKind, CheckStage } from '../rules/checks.ts';
import { CheckKindName, CheckStageName } from './enumerations.ts';
import { checkPolicy } from './visibility.ts';
import type { Reads } from '../../kit/reading/reads.ts';

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
  policies: [visibleWhen(checkPolicy())],
  rowLevelSecurity: 'force',
});

/** A check of a case. It is reached through one, whose own field says who may. */
@ObjectType({ description: 'A special or criminal check of a case (B§13, B§22).' })
@Public()
export class SecurityCheck extends SecurityCheckTable.class {
  @Field(() => CheckStageName, { description: 'When it was made.' })
  declare stage: CheckStage;

  @Field(() => CheckKindName, { description: 'What was checked.' })
  declare kind: CheckKind;

  @Field(() => Boolean, { description: 'Whether nothing was found.' })
  declare clear: boolean;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  declare remark: string | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  declare recordedAt: Temporal.Instant;
}
SecurityCheckTable.setClass(SecurityCheck);

/** The checks of each case, the first one first. */
export async function checksOfCases(reads: Reads, caseIds: readonly string[]): Promise<Map<string, SecurityCheck[]>> {
  const found = await reads.find(SecurityCheck, { caseId: { $in: [...caseIds] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(found as SecurityCheck[], ({ caseId }) => caseId);
}
