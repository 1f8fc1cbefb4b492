import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { found } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { formIin } from '../commands/form-iin.ts';
import { handOutResult } from '../commands/hand-out-result.ts';
import { printResult } from '../commands/print-result.ts';
import { releaseIinApplication, takeIinApplication, withdrawIinApplication } from '../commands/queue.ts';
import { refuseIin } from '../commands/refuse-iin.ts';
import { reopenIinApplication } from '../commands/reopen-iin-application.ts';
import { registerIinApplication } from '../commands/register-iin-application.ts';
import { AcceptanceRefusal } from '../model/acceptance-refusal.ts';
import { IinApplication } from '../model/application.ts';
import { acceptanceRefusalsById, applicationsById } from '../model/loaders.ts';
import {
  IinApplicationInput,
  RefuseIinInput,
  RegisterIinApplicationInput,
  ReopenIinApplicationInput,
} from './inputs.ts';

/** What a command on an application led to. */
@ObjectType({ description: 'The application as it is now.' })
@Public()
export class IinApplicationPayload {
  @Field(() => IinApplication, { description: 'The application.' })
  declare application: IinApplication;
}

/** What came of an application that was brought. */
export const RegistrationResult = createUnionType({
  name: 'RegisterIinApplicationResult',
  description: 'The application, or the refusal to accept it with every reason (A§7).',
  types: () => [IinApplication, AcceptanceRefusal] as const,
  resolveType: (value) => (value instanceof IinApplication ? 'IinApplication' : 'AcceptanceRefusal'),
});

/** What the counter does: consuls of missions, authorised employees of the MFA. */
@Resolver()
export class CounterMutations {
  @Mutation(() => RegistrationResult, {
    nullable: true,
    description: 'Registers an application for a number, or refuses to accept it (A§7, A§9).',
  })
  @Access({ roles: ['consul', 'authorised_employee'], rows: 'own office' })
  registerIinApplication(
    @Arg('input', () => RegisterIinApplicationInput) input: RegisterIinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplication | AcceptanceRefusal> {
    return registrationResult(context, registerIinApplication(context, input));
  }

  @Mutation(() => IinApplicationPayload, {
    nullable: true,
    description: "Withdraws an application at the person's wish.",
  })
  @Access({ roles: ['consul', 'authorised_employee'], rows: 'own office' })
  withdrawIinApplication(
    @Arg('input', () => IinApplicationInput) input: IinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, withdrawIinApplication(context, input));
  }

  @Mutation(() => IinApplicationPayload, {
    nullable: true,
    description: 'Prints the registration certificate or the refusal notice (A§12, A§13).',
  })
  @Access({ roles: ['consul', 'authorised_employee'], rows: 'own office' })
  printResult(
    @Arg('input', () => IinApplicationInput) input: IinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, printResult(context, input));
  }

  @Mutation(() => IinApplicationPayload, {
    nullable: true,
    description: 'Records that the result was handed out (A§12).',
  })
  @Access({ roles: ['consul', 'authorised_employee'], rows: 'own office' })
  handOutResult(
    @Arg('input', () => IinApplicationInput) input: IinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, handOutResult(context, input));
  }
}

/** What the operators of the MIA do. */
@Resolver()
export class OperatorMutations {
  @Mutation(() => IinApplicationPayload, { nullable: true, description: 'Takes an application to work on.' })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  takeIinApplication(
    @Arg('input', () => IinApplicationInput) input: IinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, takeIinApplication(context, input));
  }

  @Mutation(() => IinApplicationPayload, { nullable: true, description: 'Gives an application back to the queue.' })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  releaseIinApplication(
    @Arg('input', () => IinApplicationInput) input: IinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, releaseIinApplication(context, input));
  }

  @Mutation(() => IinApplicationPayload, { nullable: true, description: 'Forms the number (A§11).' })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  formIin(
    @Arg('input', () => IinApplicationInput) input: IinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, formIin(context, input));
  }

  @Mutation(() => IinApplicationPayload, {
    nullable: true,
    description: 'Refuses the number on one or more of the three grounds (A§13).',
  })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  refuseIin(
    @Arg('input', () => RefuseIinInput) input: RefuseIinInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, refuseIin(context, input));
  }

  @Mutation(() => IinApplicationPayload, {
    nullable: true,
    description:
      'Reopens an application that was refused, because a complaint was decided so: it is decided anew within a term that begins now (A§15-3). Each complaint reopens once; WRONG_STATE when it does not call for it.',
  })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  reopenIinApplication(
    @Arg('input', () => ReopenIinApplicationInput) input: ReopenIinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, reopenIinApplication(context, input));
  }
}

/** Reads what came of a registration, with today's rights. */
export async function registrationResult(
  context: Context,
  outcome: Promise<Outcome>,
): Promise<IinApplication | AcceptanceRefusal> {
  const { kind, id } = await outcome;
  return kind === 'IinApplication'
    ? found(await context.load(applicationsById, id))
    : found(await context.load(acceptanceRefusalsById, id));
}

/** Reads the application again, with today's rights: a repeated command answers what is true now. */
export async function payload(context: Context, outcome: Promise<Outcome>): Promise<IinApplicationPayload> {
  const { id } = await outcome;
  return { application: found(await context.load(applicationsById, id)) };
}
