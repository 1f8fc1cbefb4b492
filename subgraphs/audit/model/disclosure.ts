import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { viewerIs, visibleTo } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { disclosureSubjects } from '../rules/disclosure.ts';
import type { DisclosureSubject } from '../rules/disclosure.ts';
import { visibleDisclosures } from './visibility.ts';

const DisclosureSubjectName = enumeration(
  'DisclosureSubject',
  disclosureSubjects,
  'What is disclosed: a person, wherever they were presented, or one case.',
);

const own = `${viewerIs('auditor')} and account_id = (select kit.viewer_account())`;

export const DisclosureTable = defineEntity({
  name: 'Disclosure',
  tableName: 'disclosure',
  schema: 'audit',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    officeId: p.uuid().nullable(),
    subjectKind: p.enum(disclosureSubjects),
    subjectId: p.uuid(),
    reason: p.text(),
    requestedAt: instant(),
    opensUntil: instant(),
  },
  indexes: [{ properties: ['accountId', 'id'] }],
  filters: visibleTo(visibleDisclosures),
  policies: [
    { name: 'read', command: 'select', using: `(${own}) or ${viewerIs('state_corporation')}` },
    { name: 'request', command: 'insert', check: own },
  ],
  rowLevelSecurity: 'force',
});

/** That personal data were opened to an auditor for a while. */
@ObjectType({
  description:
    'That the data of one person or one case were opened to one auditor for some hours, who sees everything else masked. Nothing of the person is in it.',
})
@Access({ roles: ['auditor', 'state_corporation'], rows: 'own account' })
export class Disclosure extends DisclosureTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => DisclosureSubjectName, { description: 'What is disclosed.' })
  declare subjectKind: DisclosureSubject;

  @Field(() => ID, { description: 'The id of the person or the case.' })
  declare subjectId: string;

  @Field(() => String, { description: 'Why, in the words of the auditor.' })
  declare reason: string;

  @Field(() => DateTime, { description: 'From when.' })
  declare requestedAt: Temporal.Instant;

  @Field(() => DateTime, { description: 'Until when: at this moment it has ended.' })
  declare opensUntil: Temporal.Instant;

  declare officeId: string | null;
}
DisclosureTable.setClass(Disclosure);
