import {
  Arg,
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
import { readEvents } from '../../kit/events/read-events.ts';
import type { KeptEvent } from '../../kit/events/read-events.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import { isPilotOpen, pilots } from '../../kit/model/pilots.ts';
import type { Pilot as PilotKind } from '../../kit/model/pilots.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { pilotPeriodSet, setPilotPeriod } from '../commands/set-pilot-period.ts';
import type { EarlierPeriod } from '../commands/set-pilot-period.ts';
import { Account } from '../model/account.ts';
import { accountsById } from '../model/loaders.ts';
import { PilotName, PilotPeriod } from '../model/pilot-period.ts';

/** One of the two pilots. */
@ObjectType({ description: 'One of the two pilots, and when it takes new applications.' })
@Public()
export class Pilot {
  @Field(() => PilotName, { description: 'Which one.' })
  declare name: PilotKind;
}

/** A period as it was before it was set anew. */
@ObjectType({ description: 'A period as it was before an administrator set it anew.' })
@Public()
export class EarlierPilotPeriod {
  @Field(() => PlainDate, { description: 'Its first day then.' })
  declare from: string;

  @Field(() => PlainDate, { nullable: true, description: 'Its last day then; none when it was open-ended.' })
  declare until: string | null;

  @Field(() => String, { description: 'The order that set it then.' })
  declare orderReference: string;

  @Field(() => DateTime, { description: 'Until when it was so.' })
  declare replacedAt: Temporal.Instant;

  @Field(() => Account, { nullable: true, description: 'Who set it anew.' })
  declare replacedBy: Account | null;
}

@InputType({ description: 'When a pilot takes new applications, and the order that says so.' })
export class SetPilotPeriodInput extends CommandInputFields {
  @Field(() => PilotName, { description: 'Which pilot.' })
  declare pilot: PilotKind;

  @Field(() => ID, { nullable: true, description: 'The period that is changed; a new one is added without it.' })
  declare id: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of that period that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number | null;

  @Field(() => PlainDate, { description: 'The first day, Astana date.' })
  declare from: Temporal.PlainDate;

  @Field(() => PlainDate, { nullable: true, description: 'The last day, Astana date; open-ended without it.' })
  declare until: Temporal.PlainDate | null;

  @Field(() => String, { description: 'The order that sets it.' })
  declare orderReference: string;
}

/** What a command on a pilot led to. */
@ObjectType({ description: 'The pilot as it is now.' })
@Public()
export class PilotPayload {
  @Field(() => Pilot, { description: 'The pilot.' })
  declare pilot: Pilot;
}

@Resolver(() => Pilot)
export class Pilots {
  @Query(() => [Pilot], { description: 'The two pilots, and when they take new applications.' })
  @Public()
  pilots(): Pilot[] {
    return pilots.map((name) => ({ name }));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it takes new applications today, Astana date. Outside its periods they are PILOT_CLOSED.',
  })
  async open(@Root() { name }: Pilot, @Ctx() context: Context): Promise<boolean> {
    return isPilotOpen(context.read(), name, almatyDate(context.now()));
  }

  @FieldResolver(() => [PilotPeriod], { description: 'Its periods, the earliest first.' })
  async periods(@Root() { name }: Pilot, @Ctx() context: Context): Promise<PilotPeriod[]> {
    const reads = context.read();
    return reads.find(PilotPeriod, { pilot: name }, { orderBy: { validFrom: 'asc' } });
  }

  @Mutation(() => PilotPayload, {
    nullable: true,
    description:
      'Sets when a pilot takes new applications (A-ord 8, B-ord 8). What was accepted before runs to its end.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async setPilotPeriod(
    @Arg('input', () => SetPilotPeriodInput) input: SetPilotPeriodInput,
    @Ctx() context: Context,
  ): Promise<PilotPayload> {
    await setPilotPeriod(context, input);
    return { pilot: { name: input.pilot } };
  }
}

@Resolver(() => PilotPeriod)
export class PilotPeriodFields {
  @FieldResolver(() => [EarlierPilotPeriod], {
    nullable: true,
    description: 'What it was before, the earliest first; for those who administer and audit.',
  })
  @Access({ roles: ['state_corporation', 'auditor'], rows: 'all' })
  async earlier(@Root() { id }: PilotPeriod, @Ctx() context: Context): Promise<EarlierPilotPeriod[]> {
    const events = await readEvents<{ before: EarlierPeriod | null }>(
      context.read(),
      'missions',
      [pilotPeriodSet],
      [id],
    );
    const replaced = (events.get(id) ?? []).filter(({ details }) => details.before);
    return Promise.all(replaced.map((event) => earlierPeriod(event, context)));
  }
}

async function earlierPeriod(
  { at, accountId, details }: KeptEvent<{ before: EarlierPeriod | null }>,
  context: Context,
): Promise<EarlierPilotPeriod> {
  return { ...details.before!, replacedAt: at, replacedBy: (await context.load(accountsById, accountId)) ?? null };
}
