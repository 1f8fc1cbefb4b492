import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, filterProblems, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { PetitionStateName } from '../model/enumerations.ts';
import type { CaseDocumentRow } from '../model/case-document.ts';
import { caseDocumentsById, petitionsById, showCases } from '../model/loaders.ts';
import { Petition } from '../model/petition.ts';
import type { PetitionState } from '../rules/petition-lifecycle.ts';
import { CaseDocument } from './case-parts.ts';

const PetitionConnection = connectionType(Petition, 'Petition');

@InputType({ description: 'Which petitions are asked for; all that is given must hold.' })
export class PetitionFilter {
  @Field(() => [PetitionStateName], { nullable: true, description: 'In one of these states.' })
  declare states: PetitionState[] | null;

  @Field(() => String, { nullable: true, description: 'With this number, such as PET-2026-000012.' })
  declare number: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Of which something is due before this moment, or overdue.' })
  declare dueBefore: Temporal.Instant | null;

  @Field(() => Boolean, { nullable: true, description: 'Of which something is overdue, or those of which nothing is.' })
  declare overdue: boolean | null;
}

@Resolver()
export class PetitionQueries {
  @Query(() => PetitionConnection, { nullable: true, description: 'The petitions that you may see, newest first.' })
  @Access({ roles: ['hub_officer', 'mddiai_signer', 'applicant', 'auditor'], rows: 'own stage' })
  async petitions(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PetitionFilter, { nullable: true }) filter: PetitionFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<Petition>> {
    refuseProblems(filter ? filterProblems(filter) : []);
    const where = filter ? conditions(filter, context.now()) : {};
    const connection = await readPage(context.read(), Petition, page, where);
    showCases(
      context,
      'Petition',
      connection.edges.map(({ node }) => node),
    );
    return connection;
  }

  @Query(() => Petition, { nullable: true, description: 'One petition.' })
  @Access({ roles: ['hub_officer', 'mddiai_signer', 'applicant', 'auditor'], rows: 'own stage' })
  async petition(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Petition> {
    return found(await context.load(petitionsById, id));
  }

  @Query(() => CaseDocument, {
    nullable: true,
    description: 'The letter of a petition, which is to be signed: its bytes are at /documents/ and its id (B§8).',
  })
  @Access({ roles: ['mddiai_signer'], rows: 'own stage' })
  async petitionDocument(
    @Arg('petitionId', () => ID) petitionId: string,
    @Ctx() context: Context,
  ): Promise<CaseDocumentRow> {
    const { letterId } = found(await context.load(petitionsById, petitionId));
    return found(await context.load(caseDocumentsById, letterId!));
  }
}

function conditions(
  { states, number, dueBefore, overdue }: PetitionFilter,
  now: Temporal.Instant,
): FilterQuery<Petition> {
  const all: FilterQuery<Petition>[] = [
    ...(states ? [{ state: { $in: states } }] : []),
    ...(number ? [{ number }] : []),
    ...(dueBefore ? [{ dueAt: { $lt: dueBefore } }] : []),
    // The one term of a petition is of working days: at 18:30 itself it is still kept.
    ...(overdue === true ? [{ dueAt: { $lt: now } }] : []),
    ...(overdue === false ? [{ $or: [{ dueAt: null }, { dueAt: { $gte: now } }] }] : []),
  ];
  return all.length > 0 ? { $and: all } : {};
}
