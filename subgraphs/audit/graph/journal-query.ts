import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { isId } from '../../kit/ids.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { JournalEntry } from '../model/journal-entry.ts';

const JournalConnection = connectionType(JournalEntry, 'JournalEntry');

/** Which lines of the journal are asked for. */
@InputType({ description: 'Which lines of the journal are asked for; all that is given must hold.' })
export class JournalFilter {
  @Field(() => ID, { nullable: true, description: 'What was changed or shown, or the person concerned.' })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account that acted.' })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'The command, or the type of what was read.' })
  action?: string | null;

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
    const connection = await readPage(await context.read(), JournalEntry, page, filter ? conditions(filter) : {}, {
      at: 'desc',
      id: 'desc',
    });
    context.shown(
      'JournalEntry',
      connection.edges.map(({ node }) => node.id),
    );
    return connection;
  }
}

function conditions({ subject, accountId, action, from, until }: JournalFilter): FilterQuery<JournalEntry> {
  if ([subject, accountId].some((id) => id && !isId(id))) return { id: { $in: [] } };
  return {
    ...(subject && { subjects: { $contains: [subject] } }),
    ...(accountId && { accountId }),
    ...(action && { action }),
    ...((from || until) && { at: { ...(from && { $gte: from }), ...(until && { $lt: until }) } }),
  };
}
