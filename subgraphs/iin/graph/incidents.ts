import { Arg, Args, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { closeIncident, openIncident } from '../commands/incidents.ts';
import { Incident, IncidentSystemName } from '../model/incident.ts';
import { incidentsById } from '../model/loaders.ts';
import type { IncidentSystem } from '../rules/incidents.ts';

const IncidentConnection = connectionType(Incident, 'Incident');

@InputType({ description: "A failure on the operators' side (A§14). No personal data belong into its texts." })
export class OpenIncidentInput extends CommandInputFields {
  @Field(() => IncidentSystemName, { description: 'What failed.' })
  declare system: IncidentSystem;

  @Field(() => DateTime, { description: 'When it was found.' })
  declare foundAt: Temporal.Instant;

  @Field(() => String, { description: 'What happened.' })
  declare description: string;

  @Field(() => String, { nullable: true, description: 'The measures that were taken already.' })
  declare measures: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether it closes the operators' side: applications that are registered until it is closed wait, and pass then (A§10).",
  })
  declare stopsDelivery: boolean;
}

@InputType({ description: 'That a failure has ended (A§14). No personal data belong into its text.' })
export class CloseIncidentInput extends ChangeInputFields {
  @Field(() => DateTime, { description: 'When it ended.' })
  declare endedAt: Temporal.Instant;

  @Field(() => String, { description: 'The measures that ended it.' })
  declare measures: string;
}

@InputType({ description: 'Which incidents are asked for.' })
export class IncidentFilter {
  @Field(() => Boolean, { nullable: true, description: 'Those that have ended, or those that have not.' })
  declare ended: boolean | null;
}

/** What a command on an incident led to. */
@ObjectType({ description: 'The incident as it is now.' })
@Public()
export class IncidentPayload {
  @Field(() => Incident, { description: 'The incident.' })
  declare incident: Incident;
}

@Resolver()
export class Incidents {
  @Query(() => IncidentConnection, { nullable: true, description: 'The incidents, those recorded last first (A§14).' })
  @Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
  async incidents(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<Incident>> {
    const where = filter?.ended == null ? {} : { endedAt: filter.ended ? { $ne: null } : null };
    return readPage(context.read(), Incident, page, where);
  }

  @Mutation(() => IncidentPayload, { nullable: true, description: "Records a failure on the operators' side (A§14)." })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  openIncident(
    @Arg('input', () => OpenIncidentInput) input: OpenIncidentInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    return payload(context, openIncident(context, input));
  }

  @Mutation(() => IncidentPayload, {
    nullable: true,
    description: 'Records that a failure has ended; applications that waited for that pass to the operators (A§10).',
  })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  closeIncident(
    @Arg('input', () => CloseIncidentInput) input: CloseIncidentInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    return payload(context, closeIncident(context, input));
  }
}

async function payload(context: Context, outcome: Promise<Outcome>): Promise<IncidentPayload> {
  const { id } = await outcome;
  return { incident: found(await context.load(incidentsById, id)) };
}
