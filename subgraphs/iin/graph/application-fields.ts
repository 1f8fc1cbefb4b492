import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { PlainDate } from '../../kit/graph/scalars.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { availableActions } from '../../kit/lifecycle/lifecycle.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { isOverdue } from '../../kit/terms/terms.ts';
import { applicationFacts } from '../commands/act-on-application.ts';
import { IinApplication } from '../model/application.ts';
import { ApplicationActionName, RefusalGroundName } from '../model/enumerations.ts';
import { printedFormsOfApplications, recordsById } from '../model/loaders.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { IinRecord } from '../model/record.ts';
import { applicationLifecycle } from '../rules/lifecycle.ts';
import type { ApplicationAction } from '../rules/lifecycle.ts';
import { groundTexts } from '../rules/refusal.ts';
import type { RefusalGround } from '../rules/refusal.ts';
import { Account, Applicant, Mission } from './references.ts';

/** The refusal of a number. It is reached through the application, whose own declaration says who may. */
@ObjectType({ description: 'The refusal of a number (A§13, A-form 3).' })
@Public()
export class RefusalNotice {
  @Field(() => [RefusalGroundName], { description: 'Its grounds.' })
  declare grounds: RefusalGround[];

  @Field(() => [LocalizedText], { description: 'The grounds in words.' })
  declare groundTexts: LocalizedText[];

  @Field(() => String, { description: 'The reason in words.' })
  declare reason: string;

  @Field(() => PlainDate, { description: 'The day of issue.' })
  declare issuedOn: Temporal.PlainDate;

  @Field(() => IinRecord, { nullable: true, description: 'The record of the number that the person has already.' })
  declare existingRecord: IinRecord | null;
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

  @FieldResolver(() => Account, { nullable: true, description: 'The operator who works on it.' })
  takenBy(@Root() application: IinApplication): Account | null {
    return application.takenBy ? { id: application.takenBy } : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the term has passed without a decision, or had when it was decided (A§5).',
  })
  overdue(@Root() { dueAt, decidedAt, state }: IinApplication, @Ctx() context: Context): boolean {
    return state !== 'WITHDRAWN' && isOverdue({ kind: 'IIN_SERVICE', dueAt }, decidedAt ?? context.now());
  }

  @FieldResolver(() => [ApplicationActionName], { description: 'What you can do with it now.' })
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

  @FieldResolver(() => IinRecord, { nullable: true, description: 'The record of the number that was formed.' })
  async record(@Root() { recordId }: IinApplication, @Ctx() context: Context): Promise<IinRecord | null> {
    return recordId ? ((await context.load(recordsById, recordId)) ?? null) : null;
  }

  @FieldResolver(() => PrintedForm, { nullable: true, description: 'The result as it was printed.' })
  async printedForm(@Root() { id }: IinApplication, @Ctx() context: Context): Promise<PrintedForm | null> {
    return (await context.load(printedFormsOfApplications, id)) ?? null;
  }

  @FieldResolver(() => RefusalNotice, { nullable: true, description: 'The refusal, when it was refused (A§13).' })
  async refusalNotice(@Root() application: IinApplication, @Ctx() context: Context): Promise<RefusalNotice | null> {
    const { refusalGrounds, refusalReason, decidedAt, existingRecordId } = application;
    if (!refusalGrounds) return null;
    const existingRecord = existingRecordId ? await context.load(recordsById, existingRecordId) : undefined;
    return {
      grounds: refusalGrounds,
      groundTexts: refusalGrounds.map((ground) => groundTexts[ground]),
      reason: refusalReason!,
      issuedOn: almatyDate(decidedAt!),
      existingRecord: existingRecord ?? null,
    };
  }
}
