import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { availableActions } from '../../kit/lifecycle/lifecycle.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { applicationFacts } from '../commands/act-on-application.ts';
import { IinApplication } from '../model/application.ts';
import { ApplicationActionName, DeliveryStateName } from '../model/enumerations.ts';
import { Incident } from '../model/incident.ts';
import {
  bouncesOfApplications,
  incidentsOfApplications,
  printedFormsOfApplications,
  recordsById,
  recountsOfApplications,
} from '../model/loaders.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { IinRecord } from '../model/record.ts';
import { deliveryOf } from '../rules/delivery.ts';
import type { DeliveryState } from '../rules/delivery.ts';
import { isLate, secondsLeft } from '../rules/lateness.ts';
import { applicationLifecycle } from '../rules/lifecycle.ts';
import type { ApplicationAction } from '../rules/lifecycle.ts';
import { Account, Applicant, ForeignRepresentation, Mission } from './references.ts';

/** A due moment that moved. It is reached through the application, whose own declaration says who may. */
@ObjectType({ description: 'A due moment that moved because the calendar was changed.' })
@Public()
export class TermRecount {
  @Field(() => DateTime, { description: 'When it was recounted.' })
  declare at: Temporal.Instant;

  @Field(() => DateTime, { description: 'By when it was due before.' })
  declare before: Temporal.Instant;

  @Field(() => DateTime, { description: 'By when it was due from then on.' })
  declare after: Temporal.Instant;
}

@Resolver(() => IinApplication)
export class IinApplicationFields {
  @FieldResolver(() => Applicant, {
    description: 'The person. The application keeps its own copy of what was presented.',
  })
  applicant(@Root() application: IinApplication): Applicant {
    return { id: application.applicantId };
  }

  @FieldResolver(() => Mission, { nullable: true, description: 'The mission that received it; none when the MFA did.' })
  mission(@Root() application: IinApplication): Mission | null {
    return application.channel === 'MISSION' ? { id: application.officeId } : null;
  }

  @FieldResolver(() => ForeignRepresentation, {
    nullable: true,
    description:
      'The representation of which the person is staff, as it is now (A§4). None in other categories, and in applications from before it was asked for.',
  })
  representation(@Root() { representationId }: IinApplication): ForeignRepresentation | null {
    return representationId ? { id: representationId } : null;
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The operator who works on it.' })
  takenBy(@Root() application: IinApplication): Account | null {
    return application.takenBy ? { id: application.takenBy } : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the term has passed without a decision, or had when it was decided (A§5).',
  })
  overdue(@Root() application: IinApplication, @Ctx() context: Context): boolean {
    return isLate(application, context.now());
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Seconds until it is due, negative once it is late; none when it was decided or withdrawn (A§5).',
  })
  remaining(@Root() application: IinApplication, @Ctx() context: Context): number | null {
    return secondsLeft(application, context.now());
  }

  @FieldResolver(() => [TermRecount], {
    description: 'How its due moment moved with the calendar, the earliest first.',
  })
  async recounts(@Root() { id }: IinApplication, @Ctx() context: Context): Promise<TermRecount[]> {
    return (await context.load(recountsOfApplications, id)) ?? [];
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When a notice to the person came back last: their e-mail address does not reach them.',
  })
  async noticeBouncedAt(@Root() { id }: IinApplication, @Ctx() context: Context): Promise<Temporal.Instant | null> {
    return (await context.load(bouncesOfApplications, id))?.at ?? null;
  }

  @FieldResolver(() => DeliveryStateName, {
    nullable: true,
    description: 'Whether it has passed to the operators (A§10); none when it was withdrawn before that.',
  })
  delivery(@Root() application: IinApplication): DeliveryState | null {
    return deliveryOf(application);
  }

  @FieldResolver(() => [Incident], {
    description:
      'When it is, or was decided, late: the incidents between its registration and its decision, or now, the earliest first. They never move its deadline (A§14).',
  })
  async incidents(@Root() application: IinApplication, @Ctx() context: Context): Promise<Incident[]> {
    if (!isLate(application, context.now())) return [];
    return (await context.load(incidentsOfApplications, application.id)) ?? [];
  }

  @FieldResolver(() => [ApplicationActionName], {
    description:
      'What you can do with it now. That it is to be reopened is said by the complaint that calls for it (followUp).',
  })
  async availableActions(@Root() application: IinApplication, @Ctx() context: Context): Promise<ApplicationAction[]> {
    const viewer = context.viewer!;
    const printed = (await context.load(printedFormsOfApplications, application.id)) !== undefined;
    return availableActions(
      applicationLifecycle,
      application.state,
      viewer.role,
      applicationFacts(application, viewer, printed),
    );
  }

  @FieldResolver(() => IinRecord, {
    nullable: true,
    description:
      'The record of the number that was formed, or that is to be corrected. A counter sees it while what is recorded came through its own office.',
  })
  async record(@Root() { recordId }: IinApplication, @Ctx() context: Context): Promise<IinRecord | null> {
    return recordId ? ((await context.load(recordsById, recordId)) ?? null) : null;
  }

  @FieldResolver(() => PrintedForm, { nullable: true, description: 'The result as it was printed.' })
  async printedForm(@Root() { id }: IinApplication, @Ctx() context: Context): Promise<PrintedForm | null> {
    return (await context.load(printedFormsOfApplications, id)) ?? null;
  }
}
