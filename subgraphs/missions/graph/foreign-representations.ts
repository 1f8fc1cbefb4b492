import { raw } from '@mikro-orm/core';
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
import { connectionType, filterProblems, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found, refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import { readEvents } from '../../kit/events/read-events.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { LocalizedText, LocalizedTextInput } from '../../kit/graph/localized-text.ts';
import { CountryCode, DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { representationSet, setForeignRepresentation } from '../commands/set-foreign-representation.ts';
import type { RepresentationSetDetails } from '../commands/set-foreign-representation.ts';
import { Account } from '../model/account.ts';
import {
  ForeignRepresentation,
  foreignRepresentationsById,
  RepresentationKindName,
} from '../model/foreign-representation.ts';
import { accountsById } from '../model/loaders.ts';
import type { RepresentationKind } from '../rules/foreign-representations.ts';

const ForeignRepresentationConnection = connectionType(ForeignRepresentation, 'ForeignRepresentation');

@InputType({ description: 'Which representations are asked for; all that is given must hold.' })
export class ForeignRepresentationFilter {
  @Field(() => RepresentationKindName, { nullable: true, description: 'Of this kind.' })
  declare kind: RepresentationKind | null;

  @Field(() => CountryCode, { nullable: true, description: 'Of this state, or with this code of an organisation.' })
  declare country: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose name has this in it, in any of the three languages, in capital letters or small ones.',
  })
  declare text: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'In force on this day, Astana date.' })
  declare inForceOn: Temporal.PlainDate | null;
}

@InputType({ description: 'What a representation is from now on, and why.' })
export class SetForeignRepresentationInput extends CommandInputFields {
  @Field(() => ID, { nullable: true, description: 'The one that is changed; a new one is added without it.' })
  declare id: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of it that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number | null;

  @Field(() => RepresentationKindName, { description: 'What it is.' })
  declare kind: RepresentationKind;

  @Field(() => LocalizedTextInput, { description: 'Its full name.' })
  declare name: LocalizedTextInput;

  @Field(() => CountryCode, {
    nullable: true,
    description: 'The state that it is of; of an organisation its own code, if it has one.',
  })
  declare country: string | null;

  @Field(() => String, { description: 'The city of its seat, in English.' })
  declare city: string;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'The first day on which it is in force, where that is known.',
  })
  declare from: Temporal.PlainDate | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'The last day on which it is in force; open-ended without it.',
  })
  declare until: Temporal.PlainDate | null;

  @Field(() => String, { description: 'Where that is known from, such as a note of the MFA.' })
  declare source: string;

  @Field(() => String, { description: 'Why it is set; kept in its history.' })
  declare reason: string;
}

/** What the command on a representation led to. */
@ObjectType({ description: 'The representation as it is now.' })
@Public()
export class ForeignRepresentationPayload {
  @Field(() => ForeignRepresentation, { description: 'The representation.' })
  declare foreignRepresentation: ForeignRepresentation;
}

/** A representation as it was once. */
@ObjectType({ description: 'A representation as it was before a change.' })
@Public()
export class EarlierForeignRepresentation {
  @Field(() => RepresentationKindName, { description: 'What it was.' })
  declare kind: RepresentationKind;

  @Field(() => LocalizedText, { description: 'Its name then.' })
  declare name: LocalizedText;

  @Field(() => CountryCode, {
    nullable: true,
    description: 'The state that it was of, or the code of the organisation.',
  })
  declare country: string | null;

  @Field(() => String, { description: 'The city of its seat then, in English.' })
  declare city: string;

  @Field(() => PlainDate, { nullable: true, description: 'Its first day then.' })
  declare from: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Its last day then.' })
  declare until: string | null;

  @Field(() => String, { description: 'Where that was known from.' })
  declare source: string;
}

/** A change of a representation. */
@ObjectType({ description: 'A change of a representation.' })
@Public()
export class ForeignRepresentationChange {
  @Field(() => DateTime, { description: 'When it was set.' })
  declare at: Temporal.Instant;

  @Field(() => Account, { nullable: true, description: 'Who set it.' })
  declare by: Account | null;

  @Field(() => String, { description: 'Why.' })
  declare reason: string;

  @Field(() => EarlierForeignRepresentation, {
    nullable: true,
    description: 'What it was before; none when it was added.',
  })
  declare before: EarlierForeignRepresentation | null;
}

@Resolver(() => ForeignRepresentation)
export class ForeignRepresentations {
  @Query(() => ForeignRepresentationConnection, {
    description:
      'The representations in Kazakhstan whose staff apply through the MFA, also those that are no more, by their English names (A§1).',
  })
  @Public()
  async foreignRepresentations(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ForeignRepresentationFilter, { nullable: true }) filter: ForeignRepresentationFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<ForeignRepresentation>> {
    const order = { englishName: 'asc', id: 'asc' } as const;
    return readPage(context.read(), ForeignRepresentation, page, conditions(filter ?? {}), order);
  }

  @Query(() => ForeignRepresentation, { nullable: true, description: 'One of them, by its id.' })
  @Public()
  async foreignRepresentation(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
  ): Promise<ForeignRepresentation | undefined> {
    return context.load(foreignRepresentationsById, id);
  }

  @FieldResolver(() => [ForeignRepresentationChange], {
    nullable: true,
    description: 'How it was changed, the earliest first; for those who administer and audit.',
  })
  @Access({ roles: ['state_corporation', 'auditor'], rows: 'all' })
  async changes(
    @Root() { id }: ForeignRepresentation,
    @Ctx() context: Context,
  ): Promise<ForeignRepresentationChange[]> {
    const events = await readEvents<RepresentationSetDetails>(context.read(), 'missions', [representationSet], [id]);
    return Promise.all(
      (events.get(id) ?? []).map(async ({ at, accountId, details }) => {
        return { ...details, at, by: (await context.load(accountsById, accountId)) ?? null };
      }),
    );
  }

  @Mutation(() => ForeignRepresentationPayload, {
    nullable: true,
    description:
      'Adds a representation, or sets what one is from now on, such as its name or its last day. Applications that were registered keep what they were told.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async setForeignRepresentation(
    @Arg('input', () => SetForeignRepresentationInput) input: SetForeignRepresentationInput,
    @Ctx() context: Context,
  ): Promise<ForeignRepresentationPayload> {
    const { id } = await setForeignRepresentation(context, input);
    return { foreignRepresentation: found(await context.load(foreignRepresentationsById, id)) };
  }
}

/** What a filter asks of the representations. */
function conditions(filter: Partial<ForeignRepresentationFilter>): FilterQuery<ForeignRepresentation> {
  refuseProblems(filterProblems(filter));
  const { kind, country, text, inForceOn } = filter;
  const parts: FilterQuery<ForeignRepresentation>[] = [
    ...(kind ? [{ kind }] : []),
    ...(country ? [{ country }] : []),
    ...(text == null ? [] : [nameHas(text.normalize('NFC').trim())]),
    ...(inForceOn
      ? [
          { $or: [{ validFrom: null }, { validFrom: { $lte: inForceOn } }] },
          { $or: [{ validUntil: null }, { validUntil: { $gte: inForceOn } }] },
        ]
      : []),
  ];
  return parts.length > 0 ? { $and: parts } : {};
}

function nameHas(text: string): FilterQuery<ForeignRepresentation> {
  if (text === '') refuseProblem('TEXT_EMPTY', ['filter', 'text']);
  const names = (alias: string) =>
    `lower(concat_ws(chr(10), ${alias}.name ->> 'kk', ${alias}.name ->> 'ru', ${alias}.name ->> 'en'))`;
  return { [raw((alias) => names(alias))]: { $like: `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` } };
}
