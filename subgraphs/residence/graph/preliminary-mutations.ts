import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { found } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { decidePreliminary } from '../commands/decide-preliminary.ts';
import {
  answerKnb,
  recordChecks,
  registerCase,
  sendToKnb,
  withdrawResidenceApplication,
} from '../commands/review-case.ts';
import { resubmitResidenceApplication, returnForRework } from '../commands/rework.ts';
import { submitResidenceApplication } from '../commands/submit-residence-application.ts';
import { casesById } from '../model/loaders.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import {
  AnswerKnbInput,
  DecidePreliminaryInput,
  RecordChecksInput,
  ResidenceCaseInput,
  ResubmitResidenceApplicationInput,
  ReturnForReworkInput,
  SubmitResidenceApplicationInput,
} from './preliminary-inputs.ts';

/** What a command on a residence case led to. */
@ObjectType({ description: 'The residence case as it is now.' })
@Public()
export class ResidenceCasePayload {
  @Field(() => ResidenceCase, { description: 'The case.' })
  declare residenceCase: ResidenceCase;
}

/** What the person does. */
@Resolver()
export class EApplicationMutations {
  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Submits an e-application (B§10, B§11). BAD_USER_INPUT with everything that is missing or does not do; BARRED within a year of a refusal or a lapse; PILOT_CLOSED; SIGNATURE_INVALID.',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  submitResidenceApplication(
    @Arg('input', () => SubmitResidenceApplicationInput) input: SubmitResidenceApplicationInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, submitResidenceApplication(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Submits a returned e-application again (B§12). TERM_EXPIRED when the five days are over: it is annulled then.',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  resubmitResidenceApplication(
    @Arg('input', () => ResubmitResidenceApplicationInput) input: ResubmitResidenceApplicationInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, resubmitResidenceApplication(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Withdraws your application before the final decision. Nothing is barred by it.',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  withdrawResidenceApplication(
    @Arg('input', () => ResidenceCaseInput) input: ResidenceCaseInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, withdrawResidenceApplication(context, input));
  }
}

/** What the migration service and the KNB do. */
@Resolver()
export class PreliminaryMutations {
  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Registers the electronic case, within two working days of the arrival of the e-application (B§12).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  registerCase(
    @Arg('input', () => ResidenceCaseInput) input: ResidenceCaseInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, registerCase(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Returns an e-application that is incomplete or does not conform, with every reason; the person has five calendar days (B§12).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  returnForRework(
    @Arg('input', () => ReturnForReworkInput) input: ReturnForReworkInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, returnForRework(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Records the special and the criminal check: before the KNB is asked (B§13), and again in the final review (B§22).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  recordChecks(
    @Arg('input', () => RecordChecksInput) input: RecordChecksInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, recordChecks(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Sends the case to the KNB, once both checks are recorded (B§14).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  sendToKnb(
    @Arg('input', () => ResidenceCaseInput) input: ResidenceCaseInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, sendToKnb(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'The KNB agrees, or objects with a reason, within 25 calendar days; silence is not consent (B§15).',
  })
  @Access({ roles: ['knb_officer'], rows: 'own stage' })
  answerKnb(
    @Arg('input', () => AnswerKnbInput) input: AnswerKnbInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, answerKnb(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Decides preliminarily, with the notice (B§17–19): an approval for thirty calendar days, only when the KNB agreed; or a refusal, which bars a new application for a year.',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  decidePreliminary(
    @Arg('input', () => DecidePreliminaryInput) input: DecidePreliminaryInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, decidePreliminary(context, input));
  }
}

/** The case that a command led to. */
export async function payload(context: Context, running: Promise<Outcome>): Promise<ResidenceCasePayload> {
  const { id } = await running;
  return { residenceCase: found(await context.load(casesById, id)) };
}
