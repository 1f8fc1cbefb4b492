import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, filterProblems, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { findLines } from '../model/find-lines.ts';
import { JournalEntry, JournalKind } from '../model/journal-entry.ts';

const JournalConnection = connectionType(JournalEntry, 'JournalEntry');

/** Which lines of the journal are asked for. */
@InputType({ description: 'Which lines of the journal are asked for; all that is given must hold.' })
export class JournalFilter {
  @Field(() => ID, { nullable: true, description: 'What was changed or shown, or the person concerned.' })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'The application, petition, case or complaint; beside a subject.' })
  caseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account that acted, or as which somebody signed in.' })
  accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office for which it acted.' })
  officeId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the operation.' })
  operationName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The command, the type of what was read, or the field that was refused.',
  })
  action?: string | null;

  @Field(() => JournalKind, { nullable: true, description: 'What the line tells of.' })
  kind?: JournalEntry['kind'] | null;

  @Field(() => String, { nullable: true, description: 'DONE, or the error code of a refusal.' })
  outcome?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'From this moment on.' })
  from?: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  until?: Temporal.Instant | null;
}

@Resolver()
export class JournalQuery {
  @Query(() => JournalConnection, {
    nullable: true,
    description: 'The journal, newest first. Reading it is journalled.',
  })
  @Access({ roles: ['auditor'], rows: 'all' })
  async journal(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => JournalFilter, { nullable: true }) filter: JournalFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<JournalEntry>> {
    const connection = await find(context, page, filter ?? {});
    context.shown(
      'JournalEntry',
      connection.edges.map(({ node }) => node.id),
    );
    return connection;
  }
}

async function find(
  context: Context,
  page: PageArguments,
  { subject, caseId, accountId, officeId, operationName, action, kind, outcome, from, until }: JournalFilter,
): Promise<Connection<JournalEntry>> {
  const reads = context.read();
  refuseProblems(filterProblems({ operationName, action, outcome }));
  const ids = [subject, caseId, accountId, officeId].filter((id) => id != null);
  // What is no id is in no line.
  if (!ids.every(isId)) return readPage(reads, JournalEntry, page, { id: { $in: [] } });
  const sought = {
    subjects: [subject, caseId].filter((id) => id != null).map((id) => id.toLowerCase()),
    accountId: accountId?.toLowerCase() ?? null,
    officeId: officeId?.toLowerCase() ?? null,
    operationName: operationName ?? null,
    action: action ?? null,
    kind: kind ?? null,
    outcome: outcome ?? null,
  };
  return findLines(reads, page, sought, { from, until });
}
