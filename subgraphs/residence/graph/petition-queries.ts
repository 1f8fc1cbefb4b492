import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, filterProblems, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { PetitionStateName } from '../model/enumerations.ts';
import { petitionsById, showCases } from '../model/loaders.ts';
import { Petition } from '../model/petition.ts';
import type { PetitionState } from '../rules/petition-lifecycle.ts';

const PetitionConnection = connectionType(Petition, 'Petition');

@InputType({ description: 'Which petitions are asked for; all that is given must hold.' })
export class PetitionFilter {
  @Field(() => [PetitionStateName], { nullable: true, description: 'In one of these states.' })
  declare states: PetitionState[] | null;

  @Field(() => String, { nullable: true, description: 'With this number, such as PET-2026-000012.' })
  declare number: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Of which something is due before this moment, or overdue.' })
  declare dueBefore: Temporal.Instant | null;
}

@Resolver()
export class PetitionQueries {
  @Query(() => PetitionConnection, { nullable: true, description: 'The petitions that you may see, newest first.' })
  @Access({ roles: ['hub_officer', 'mddiai_signer', 'applicant'], rows: 'own stage' })
  async petitions(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PetitionFilter, { nullable: true }) filter: PetitionFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<Petition>> {
    refuseProblems(filter ? filterProblems(filter) : []);
    const { states, number, dueBefore } = filter ?? { states: null, number: null, dueBefore: null };
    const connection = await readPage(await context.read(), Petition, page, {
      ...(states && { state: { $in: states } }),
      ...(number && { number }),
      ...(dueBefore && { dueAt: { $lt: dueBefore } }),
    });
    showCases(
      context,
      'Petition',
      connection.edges.map(({ node }) => node),
    );
    return connection;
  }

  @Query(() => Petition, { nullable: true, description: 'One petition.' })
  @Access({ roles: ['hub_officer', 'mddiai_signer', 'applicant'], rows: 'own stage' })
  async petition(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Petition> {
    return found(await context.load(petitionsById, id));
  }
}
