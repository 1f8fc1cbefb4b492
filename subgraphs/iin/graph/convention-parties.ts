import type { FilterQuery } from '@mikro-orm/postgresql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import { readEvents } from '../../kit/events/read-events.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { CountryCode, DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { conventionPartySet, setConventionParty } from '../commands/set-convention-party.ts';
import type { ConventionPartySetDetails } from '../commands/set-convention-party.ts';
import { ConventionName, conventionPartiesById, ConventionParty } from '../model/convention-party.ts';
import type { Convention } from '../rules/attestation.ts';
import { Account } from './references.ts';

const ConventionPartyConnection = connectionType(ConventionParty, 'ConventionParty');

@InputType({ description: 'On which days a state is bound by a convention from now on, and why.' })
export class SetConventionPartyInput extends CommandInputFields {
  @Field(() => ConventionName, { description: 'By which convention.' })
  declare convention: Convention;

  @Field(() => CountryCode, { description: 'Which state.' })
  declare country: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The period of this state that is corrected; a new one is added without it.',
  })
  declare id: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of it that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number | null;

  @Field(() => PlainDate, { description: 'The first day on which it is bound.' })
  declare from: Temporal.PlainDate;

  @Field(() => PlainDate, { nullable: true, description: 'The last day on which it is bound; open-ended without it.' })
  declare until: Temporal.PlainDate | null;

  @Field(() => String, { description: 'Where that is from: a convention, a law, a note of the depositary.' })
  declare source: string;

  @Field(() => String, { description: 'Why it is set; kept in its history.' })
  declare reason: string;
}

/** What the command on a party led to. */
@ObjectType({ description: 'The party as it is now. Applications that were registered before stay as they are.' })
@Public()
export class ConventionPartyPayload {
  @Field(() => ConventionParty, { description: 'The party.' })
  declare conventionParty: ConventionParty;
}

/** What was recorded of a party once. */
@ObjectType({ description: 'What was recorded of a party before a change.' })
@Public()
export class EarlierConventionParty {
  @Field(() => PlainDate, { description: 'Its first day then.' })
  declare from: string;

  @Field(() => PlainDate, { nullable: true, description: 'Its last day then; none when it was open-ended.' })
  declare until: string | null;

  @Field(() => String, { description: 'Where that was from.' })
  declare source: string;
}

/** A change of a party. */
@ObjectType({ description: 'A change of a party of a convention.' })
@Public()
export class ConventionPartyChange {
  @Field(() => DateTime, { description: 'When it was set.' })
  declare at: Temporal.Instant;

  @Field(() => Account, { nullable: true, description: 'Who set it.' })
  declare by: Account | null;

  @Field(() => String, { description: 'Why.' })
  declare reason: string;

  @Field(() => EarlierConventionParty, { nullable: true, description: 'What it was before; none when it was added.' })
  declare before: EarlierConventionParty | null;
}

@Resolver(() => ConventionParty)
export class ConventionParties {
  @Query(() => ConventionPartyConnection, {
    description:
      'The states that are or were bound by the two conventions, by their codes: their documents need neither legalisation nor apostille (A§6).',
  })
  @Public()
  async conventionParties(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('convention', () => ConventionName, { nullable: true, description: 'By this one.' })
    convention: Convention | null,
    @Arg('on', () => PlainDate, { nullable: true, description: 'On this day.' })
    on: Temporal.PlainDate | null,
    @Ctx() context: Context,
  ): Promise<Connection<ConventionParty>> {
    const where: FilterQuery<ConventionParty> = {
      ...(convention && { convention }),
      ...(on && { validFrom: { $lte: on }, $or: [{ validUntil: null }, { validUntil: { $gte: on } }] }),
    };
    const order = { country: 'asc', convention: 'asc', id: 'asc' } as const;
    return readPage(context.read(), ConventionParty, page, where, order);
  }

  @FieldResolver(() => [ConventionPartyChange], {
    nullable: true,
    description: 'How it was changed, the earliest first; for those who administer and audit.',
  })
  @Access({ roles: ['state_corporation', 'auditor'], rows: 'all' })
  async changes(@Root() { id }: ConventionParty, @Ctx() context: Context): Promise<ConventionPartyChange[]> {
    const reads = context.read();
    const events = await readEvents<ConventionPartySetDetails>(reads, 'iin', [conventionPartySet], [id]);
    return (events.get(id) ?? []).map(({ at, accountId, details }) => ({ ...details, at, by: { id: accountId } }));
  }

  @Mutation(() => ConventionPartyPayload, {
    nullable: true,
    description:
      'Adds a party of a convention, or corrects or ends its days. From the next registration on documents are accepted by it (A§6).',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async setConventionParty(
    @Arg('input', () => SetConventionPartyInput) input: SetConventionPartyInput,
    @Ctx() context: Context,
  ): Promise<ConventionPartyPayload> {
    const { id } = await setConventionParty(context, input);
    return { conventionParty: found(await context.load(conventionPartiesById, id)) };
  }
}
