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
import { DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { dutyFigureSet, setDutyFigure } from '../commands/set-duty-figure.ts';
import type { DutyFigureSetDetails } from '../commands/set-duty-figure.ts';
import { DutyFigure, DutyFigureNameInGraph, dutyFiguresById } from '../model/duty.ts';
import type { DutyFigureName } from '../rules/duty.ts';
import { Account } from './references.ts';

const DutyFigureConnection = connectionType(DutyFigure, 'DutyFigure');

@InputType({ description: 'How much a figure of the state duty is on which days from now on, and why.' })
export class SetDutyFigureInput extends CommandInputFields {
  @Field(() => DutyFigureNameInGraph, { description: 'Which figure.' })
  declare figure: DutyFigureName;

  @Field(() => ID, {
    nullable: true,
    description: 'The period of this figure that is corrected; a new one is added without it.',
  })
  declare id: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of it that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number | null;

  @Field(() => PlainDate, { description: 'The first day on which it holds.' })
  declare from: Temporal.PlainDate;

  @Field(() => PlainDate, { nullable: true, description: 'The last day on which it holds; open-ended without it.' })
  declare until: Temporal.PlainDate | null;

  @Field(() => Int, {
    description: 'How much it is, in hundredths: of a tenge (432500 is 4,325 tenge), or of an index.',
  })
  declare hundredths: number;

  @Field(() => String, { description: 'Where it is from: a law on the budget, the Tax Code.' })
  declare source: string;

  @Field(() => String, { description: 'Why it is set; kept in its history.' })
  declare reason: string;
}

/** What the command on a figure led to. */
@ObjectType({ description: 'The figure as it is now. Duties that were proved before stay so.' })
@Public()
export class DutyFigurePayload {
  @Field(() => DutyFigure, { description: 'The figure.' })
  declare dutyFigure: DutyFigure;
}

/** What was recorded of a figure once. */
@ObjectType({ description: 'What was recorded of a figure of the state duty before a change.' })
@Public()
export class EarlierDutyFigure {
  @Field(() => PlainDate, { description: 'Its first day then.' })
  declare from: string;

  @Field(() => PlainDate, { nullable: true, description: 'Its last day then; none when it was open-ended.' })
  declare until: string | null;

  @Field(() => Int, { description: 'How much it was, in hundredths.' })
  declare hundredths: number;

  @Field(() => String, { description: 'Where that was from.' })
  declare source: string;
}

/** A change of a figure. */
@ObjectType({ description: 'A change of a figure of the state duty.' })
@Public()
export class DutyFigureChange {
  @Field(() => DateTime, { description: 'When it was set.' })
  declare at: Temporal.Instant;

  @Field(() => Account, { nullable: true, description: 'Who set it.' })
  declare by: Account | null;

  @Field(() => String, { description: 'Why.' })
  declare reason: string;

  @Field(() => EarlierDutyFigure, { nullable: true, description: 'What it was before; none when it was added.' })
  declare before: EarlierDutyFigure | null;
}

@Resolver(() => DutyFigure)
export class DutyFigures {
  @Query(() => DutyFigureConnection, {
    description: 'What the state duty is or was reckoned from (B§10, B§26), each figure from its first day on.',
  })
  @Public()
  async dutyFigures(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('figure', () => DutyFigureNameInGraph, { nullable: true, description: 'This one.' })
    figure: DutyFigureName | null,
    @Arg('on', () => PlainDate, { nullable: true, description: 'On this day.' })
    on: Temporal.PlainDate | null,
    @Ctx() context: Context,
  ): Promise<Connection<DutyFigure>> {
    const where: FilterQuery<DutyFigure> = {
      ...(figure && { figure }),
      ...(on && { validFrom: { $lte: on }, $or: [{ validUntil: null }, { validUntil: { $gte: on } }] }),
    };
    const order = { figure: 'asc', validFrom: 'asc', id: 'asc' } as const;
    return readPage(context.read(), DutyFigure, page, where, order);
  }

  @FieldResolver(() => [DutyFigureChange], {
    nullable: true,
    description: 'How it was changed, the earliest first; for those who administer and audit.',
  })
  @Access({ roles: ['state_corporation', 'auditor'], rows: 'all' })
  async changes(@Root() { id }: DutyFigure, @Ctx() context: Context): Promise<DutyFigureChange[]> {
    const reads = context.read();
    const events = await readEvents<DutyFigureSetDetails>(reads, 'residence', [dutyFigureSet], [id]);
    return (events.get(id) ?? []).map(({ at, accountId, details }) => ({ ...details, at, by: { id: accountId } }));
  }

  @Mutation(() => DutyFigurePayload, {
    nullable: true,
    description:
      'Adds a figure of the state duty, or corrects or ends one. Duties that are proved from then on go by it (B§10, B§26).',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async setDutyFigure(
    @Arg('input', () => SetDutyFigureInput) input: SetDutyFigureInput,
    @Ctx() context: Context,
  ): Promise<DutyFigurePayload> {
    const { id } = await setDutyFigure(context, input);
    return { dutyFigure: found(await context.load(dutyFiguresById, id)) };
  }
}
