import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Opt } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { journalKinds } from '../../kit/journal/journal.ts';
import type { JournalEntry as Entry } from '../../kit/journal/journal.ts';
import { viewerIs, visibleTo } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { transactionNumber } from './seal.ts';
import { visibleJournal } from './visibility.ts';

const JournalKind = enumeration('JournalKind', journalKinds, 'What a line of the journal tells of.');

export const JournalTable = defineEntity({
  name: 'JournalEntry',
  tableName: 'journal',
  schema: 'audit',
  properties: {
    id: p.uuid().primary(),
    at: instant().primary(),
    accountId: p.uuid().nullable(),
    role: p.text().nullable(),
    officeId: p.uuid().nullable(),
    address: p.text().nullable(),
    requestId: p.text(),
    operationName: p.text().nullable(),
    operationHash: p.text().nullable(),
    kind: p.enum(journalKinds),
    action: p.text(),
    subjects: p.type('uuid[]').columnType('uuid[]').$type<string[]>(),
    outcome: p.text(),
    reason: p.text().nullable(),
    // By which the sealer knows what is complete.
    epoch: p.integer().default(1),
    writtenBy: transactionNumber().$type<Opt<string>>().defaultRaw('pg_current_xact_id()'),
  },
  filters: visibleTo(visibleJournal),
  policies: [
    { name: 'read', command: 'select', using: viewerIs('auditor', 'system') },
    // Nobody writes in somebody else's name.
    { name: 'write', command: 'insert', check: 'account_id = (select kit.viewer_account())' },
  ],
  rowLevelSecurity: 'force',
  indexes: [
    { name: 'journal_at_id_index', properties: ['at', 'id'] },
    { name: 'journal_epoch_written_by_index', properties: ['epoch', 'writtenBy', 'id'] },
    { name: 'journal_subjects_index', properties: ['subjects'], type: 'gin' },
  ],
});

/** A line of the journal. */
@ObjectType({
  description:
    'A line of the journal: who did, read or tried what, as whom, on whose data (A§15-2). Values of personal data never stand in it.',
})
@Access({ roles: ['auditor'], rows: 'all' })
export class JournalEntry extends JournalTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  declare at: Temporal.Instant;

  @Field(() => ID, { nullable: true, description: 'The account that acted.' })
  declare accountId: string | null;

  @Field(() => String, { nullable: true, description: 'The role in which it acted.' })
  declare role: string | null;

  @Field(() => ID, { nullable: true, description: 'The office for which it acted.' })
  declare officeId: string | null;

  @Field(() => String, { nullable: true, description: 'The network address that the request came from.' })
  declare address: string | null;

  @Field(() => String, { description: 'The id of the request, as it stands in the answer and in the logs.' })
  declare requestId: string;

  @Field(() => String, { nullable: true, description: 'The name of the operation.' })
  declare operationName: string | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of the operation's text, hexadecimal." })
  declare operationHash: string | null;

  @Field(() => JournalKind, { description: 'What the line tells of.' })
  declare kind: Entry['kind'];

  @Field(() => String, { description: 'The command, or the type of what was read.' })
  declare action: string;

  @Field(() => [ID], { description: 'The ids of what was changed or shown.' })
  declare subjects: string[];

  @Field(() => String, { description: 'DONE, or the error code of a refusal.' })
  declare outcome: string;

  @Field(() => String, { nullable: true, description: 'Why, where a reason is asked for.' })
  declare reason: string | null;
}
JournalTable.setClass(JournalEntry);
