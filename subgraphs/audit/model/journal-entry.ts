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
import { systemAccountId } from '../../kit/viewer/system.ts';
import { transactionNumber } from './seal.ts';
import { visibleJournal } from './visibility.ts';

/** What a line tells of, in the graph. */
export const JournalKind = enumeration('JournalKind', journalKinds, 'What a line of the journal tells of.');

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
    // Nobody writes in somebody else's name, but for the identity provider: it tells who signed in, and who tried.
    {
      name: 'write',
      command: 'insert',
      check: `account_id = (select kit.viewer_account()) or (kind = 'SIGN_IN' and ${viewerIs('system')} and (select kit.viewer_account()) = '${systemAccountId('identity')}')`,
    },
  ],
  rowLevelSecurity: 'force',
  triggers: [
    // Whoever writes a line has written what it is found under.
    {
      name: 'file_lines',
      timing: 'after',
      events: ['insert'],
      forEach: 'statement',
      expression:
        'create trigger file_lines after insert on audit.journal referencing new table as lines for each statement execute function audit.file_lines()',
    },
    // Only the owner of the database can remove one.
    {
      name: 'unfile_lines',
      timing: 'after',
      events: ['delete'],
      forEach: 'statement',
      expression:
        'create trigger unfile_lines after delete on audit.journal referencing old table as lines for each statement execute function audit.unfile_lines()',
    },
  ],
  indexes: [
    { name: 'journal_at_id_index', properties: ['at', 'id'] },
    { name: 'journal_epoch_written_by_index', properties: ['epoch', 'writtenBy', 'id'] },
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

  @Field(() => ID, { nullable: true, description: 'The account that acted, or as which somebody signed in.' })
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

  @Field(() => String, { description: 'The command, the type of what was read, or the field that was refused.' })
  declare action: string;

  @Field(() => [ID], { description: 'The ids of what was changed or shown.' })
  declare subjects: string[];

  @Field(() => String, { description: 'DONE, or the error code of a refusal.' })
  declare outcome: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, where it is told in codes: reasons in words stay with the case.',
  })
  declare reason: string | null;
}
JournalTable.setClass(JournalEntry);
