import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { found } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { decideComplaint, satisfyComplaint } from '../commands/decide-complaint.ts';
import { fileComplaint } from '../commands/file-complaint.ts';
import { forwardComplaint } from '../commands/forward-complaint.ts';
import { registerComplaint } from '../commands/register-complaint.ts';
import { Complaint } from '../model/complaint.ts';
import { complaintsById } from '../model/loaders.ts';
import { providerRoles } from '../rules/subject.ts';
import { ComplaintInput, DecideComplaintInput, FileComplaintInput, SatisfyComplaintInput } from './inputs.ts';

/** What a command on a complaint led to. */
@ObjectType({ description: 'The complaint as it is now.' })
@Public()
export class ComplaintPayload {
  @Field(() => Complaint, { description: 'The complaint.' })
  declare complaint: Complaint;
}

@Resolver()
export class ComplaintMutations {
  @Mutation(() => ComplaintPayload, {
    nullable: true,
    description:
      'Files a complaint (A§15-3). It gets its number at once; within three working days the provider satisfies it in full, or it goes to the reviewing body. BAD_USER_INPUT with everything that is missing.',
  })
  @Access({ roles: ['applicant', 'consul', 'authorised_employee', 'kkq_officer', 'psc_officer'], rows: 'own stage' })
  fileComplaint(
    @Arg('input', () => FileComplaintInput) input: FileComplaintInput,
    @Ctx() context: Context,
  ): Promise<ComplaintPayload> {
    return payload(context, fileComplaint(context, input));
  }

  @Mutation(() => ComplaintPayload, {
    nullable: true,
    description:
      'Registers a complaint: the provider one that is addressed to it, and has five working days then (A§16); the reviewing body one that was forwarded to it, and has fifteen (A§17).',
  })
  @Access({ roles: [...providerRoles, 'complaint_reviewer'], rows: 'own stage' })
  registerComplaint(
    @Arg('input', () => ComplaintInput) input: ComplaintInput,
    @Ctx() context: Context,
  ): Promise<ComplaintPayload> {
    return payload(context, registerComplaint(context, input));
  }

  @Mutation(() => ComplaintPayload, {
    nullable: true,
    description:
      'Satisfies a complaint in full within the three working days, also as the official complained of: the reviewing body never gets it (A§15-3). TERM_EXPIRED when they are over.',
  })
  @Access({ roles: providerRoles, rows: 'own stage' })
  satisfyComplaint(
    @Arg('input', () => SatisfyComplaintInput) input: SatisfyComplaintInput,
    @Ctx() context: Context,
  ): Promise<ComplaintPayload> {
    return payload(context, satisfyComplaint(context, input));
  }

  @Mutation(() => ComplaintPayload, {
    nullable: true,
    description:
      'Sends a complaint with the case file to the reviewing body (A§15-3). TERM_EXPIRED when the three working days are over: it has gone there by then.',
  })
  @Access({ roles: providerRoles, rows: 'own stage' })
  forwardComplaint(
    @Arg('input', () => ComplaintInput) input: ComplaintInput,
    @Ctx() context: Context,
  ): Promise<ComplaintPayload> {
    return payload(context, forwardComplaint(context, input));
  }

  @Mutation(() => ComplaintPayload, {
    nullable: true,
    description:
      'Decides on a complaint: the provider once, after its registration there, and never by an official complained of (A§16); the reviewing body after its registration (A§17).',
  })
  @Access({ roles: [...providerRoles, 'complaint_reviewer'], rows: 'own stage' })
  decideComplaint(
    @Arg('input', () => DecideComplaintInput) input: DecideComplaintInput,
    @Ctx() context: Context,
  ): Promise<ComplaintPayload> {
    return payload(context, decideComplaint(context, input));
  }
}

async function payload(context: Context, running: Promise<Outcome>): Promise<ComplaintPayload> {
  const { id } = await running;
  return { complaint: found(await context.load(complaintsById, id)) };
}
