import { Args, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { connectionType, PageArguments } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { systemViewer } from '../../kit/viewer/system.ts';
import { officesById } from '../model/offices.ts';
import { countReadingsByOthers, readingsByOthers } from '../model/readings-by-others.ts';
import { Applicant } from './references.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** That somebody read a person's data. It is reached through the person, whose declaration says who may. */
@ObjectType({ description: 'That somebody read data of yours: when, what, and in which role.' })
@Public()
export class PersonReading {
  @Field(() => ID, { description: 'The id of the line in the journal.' })
  declare id: string;

  @Field(() => DateTime, { description: 'When.' })
  declare at: Temporal.Instant;

  @Field(() => String, {
    description:
      'What was read, such as Applicant, Document, IinApplication or ResidenceCase; requestDisclosure where it was opened to an auditor.',
  })
  declare action: string;

  @Field(() => String, { nullable: true, description: 'The role in which it was read, such as consul.' })
  declare role: string | null;

  declare officeId: string | null;
}

const PersonReadingConnection = connectionType(PersonReading, 'PersonReading');

@Resolver(() => Applicant)
export class ApplicantReadings {
  @FieldResolver(() => PersonReadingConnection, {
    nullable: true,
    description:
      'Who read data of this person, and when, newest first: wherever the person was presented, as far as it carries the same number. What applicants read themselves, and what the product does by itself, is left out.',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  async readings(
    @Root() { id }: Applicant,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<PersonReading>> {
    const ids = await samePerson(context, id);
    context.read();
    context.shown('PersonReading', [id]);
    return {
      ...(await asSystem(context, (reads) => readingsByOthers(reads, page, ids))),
      count: () => asSystem(context, (reads) => countReadingsByOthers(reads, ids)),
    };
  }
}

/** The ids under which a person was presented. Whose data they are the other subgraph says, in the viewer's name. */
async function samePerson(context: Context, id: string): Promise<string[]> {
  const key = { __typename: 'Applicant', id };
  await context.ask('applicants', key, '{ id }');
  const system = await context.asSystem('audit');
  return (await system.ask<{ presentedAs: string[] }>('applicants', key, '{ presentedAs }')).presentedAs;
}

/** Reads the journal for a person, who doesn't see it. */
function asSystem<Result>({ orm, services }: Context, work: (reads: Reads) => Promise<Result>): Promise<Result> {
  return transactionAs(orm, systemViewer('audit'), services.clock, work);
}

@Resolver(() => PersonReading)
export class PersonReadingFields {
  @FieldResolver(() => LocalizedText, { nullable: true, description: 'The office for which it was read.' })
  async office(@Root() { officeId }: PersonReading, @Ctx() context: Context): Promise<LocalizedText | null> {
    return officeId ? ((await context.load(officesById, officeId))?.name ?? null) : null;
  }
}
