import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { nothing, viewerIs, visibleTo } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { duplicateVerdicts } from '../rules/duplicates.ts';
import type { DuplicateVerdict } from '../rules/duplicates.ts';

/** What can be decided, as the graph names it. */
export const DuplicateVerdictName = enumeration(
  'DuplicateVerdict',
  duplicateVerdicts,
  'What an operator decided of two people: one person, or two (A§13).',
);

const readers: Role[] = ['iin_operator', 'auditor', 'system'];

export const DuplicateDecisionTable = defineEntity({
  name: 'DuplicateDecision',
  tableName: 'duplicate_decision',
  schema: 'iin',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    // The application through which the other person came: it stays the same when that person gets a number.
    candidateId: p.uuid(),
    verdict: p.enum(duplicateVerdicts),
    reason: p.text(),
    decidedAt: instant(),
    decidedBy: p.uuid(),
  },
  indexes: [{ properties: ['applicationId'] }, { properties: ['candidateId'] }],
  filters: visibleTo((viewer) => (viewer && readers.includes(viewer.role) ? {} : nothing)),
  policies: [
    { name: 'read', command: 'select', using: viewerIs(...readers) },
    {
      name: 'decide',
      command: 'insert',
      check: `${viewerIs('iin_operator')} and decided_by = (select kit.viewer_account())`,
    },
  ],
  rowLevelSecurity: 'force',
});

/** What an operator decided of two people. */
@ObjectType({ description: 'What an operator decided of two people; the last decision about them holds (A§13).' })
@Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
@BelongsTo<{ applicationId: string }>(({ applicationId }) => [applicationId])
export class DuplicateDecision extends DuplicateDecisionTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => ID, { description: 'The application on which it was decided: one of the two.' })
  declare applicationId: string;

  @Field(() => DuplicateVerdictName, { description: 'One person, or two.' })
  declare verdict: DuplicateVerdict;

  @Field(() => String, { description: 'Why.' })
  @Masked('hidden')
  declare reason: string;

  @Field(() => DateTime, { description: 'When it was decided.' })
  declare decidedAt: Temporal.Instant;
}
DuplicateDecisionTable.setClass(DuplicateDecision);
