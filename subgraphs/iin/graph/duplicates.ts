import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, PageArguments } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { pageOfRanking } from '../../kit/connections/ranking.ts';
import { found } from '../../kit/errors/fault.ts';
import { ChangeInputFields } from '../../kit/graph/command-inputs.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { decideDuplicate } from '../commands/decide-duplicate.ts';
import { IinApplication } from '../model/application.ts';
import { DuplicateDecision, DuplicateVerdictName } from '../model/duplicate-decision.ts';
import { duplicatesOf, PossibleDuplicate } from '../model/duplicate.ts';
import { applicationsById, recordsById } from '../model/loaders.ts';
import { IinRecord } from '../model/record.ts';
import type { DuplicateVerdict } from '../rules/duplicates.ts';
import { IinApplicationPayload } from './mutations.ts';
import { Account } from './references.ts';

const PossibleDuplicateConnection = connectionType(PossibleDuplicate, 'PossibleDuplicate');

@InputType({ description: 'What you decide of the person of an application and a possible duplicate (A§13).' })
export class DecideDuplicateInput extends ChangeInputFields {
  @Field(() => ID, { description: 'The possible duplicate.' })
  declare candidateId: string;

  @Field(() => DuplicateVerdictName, { description: 'One person, or two.' })
  declare decision: DuplicateVerdict;

  @Field(() => String, { description: 'Why.' })
  declare reason: string;
}

@Resolver()
export class Duplicates {
  @Query(() => PossibleDuplicateConnection, {
    nullable: true,
    description:
      'Who may be the person of an application, the likeliest first: from the registry, and from other applications that are open (A§13).',
  })
  @Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
  async possibleDuplicates(
    @Arg('applicationId', () => ID) applicationId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<PossibleDuplicate>> {
    const application = found(await context.load(applicationsById, applicationId));
    const connection = pageOfRanking(await duplicatesOf(context.read(), application), page);
    context.shown(
      'PossibleDuplicate',
      connection.edges.map(({ node }) => node.id),
    );
    return connection;
  }

  @Mutation(() => IinApplicationPayload, {
    nullable: true,
    description:
      'Decides whether a possible duplicate is the person of an application (A§13). No number is formed while a STRONG one is undecided, or was decided to be the same person.',
  })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  async decideDuplicate(
    @Arg('input', () => DecideDuplicateInput) input: DecideDuplicateInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    const { id } = await decideDuplicate(context, input);
    return { application: found(await context.load(applicationsById, id)) };
  }
}

@Resolver(() => PossibleDuplicate)
export class PossibleDuplicateFields {
  @FieldResolver(() => IinApplication, { nullable: true, description: 'The application through which they came.' })
  async application(@Root() { id }: PossibleDuplicate, @Ctx() context: Context): Promise<IinApplication | null> {
    return (await context.load(applicationsById, id)) ?? null;
  }

  @FieldResolver(() => IinRecord, {
    nullable: true,
    description: 'The record of their number, which a refusal with IIN_ALREADY_REGISTERED names.',
  })
  async record(@Root() { recordId }: PossibleDuplicate, @Ctx() context: Context): Promise<IinRecord | null> {
    return recordId ? ((await context.load(recordsById, recordId)) ?? null) : null;
  }
}

@Resolver(() => DuplicateDecision)
export class DuplicateDecisionFields {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The operator who decided it; their name, where it may be seen.',
  })
  decidedBy(@Root() { decidedBy }: DuplicateDecision): Account {
    return { id: decidedBy };
  }
}
