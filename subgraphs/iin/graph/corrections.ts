import { Arg, Ctx, Field, FieldResolver, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Access, Masked, Public } from '../../kit/access/declare.ts';
import { Iin, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { correctIin } from '../commands/correct-iin.ts';
import { registerIinCorrection } from '../commands/register-iin-correction.ts';
import type { AcceptanceRefusal } from '../model/acceptance-refusal.ts';
import { IinApplication } from '../model/application.ts';
import { RecordFieldName } from '../model/enumerations.ts';
import type { Correction, RecordField } from '../rules/correction.ts';
import { IinApplicationInput, RegisterIinApplicationInput } from './inputs.ts';
import { IinApplicationPayload, payload, RegistrationResult, registrationResult } from './mutations.ts';

@InputType({
  description:
    'A correction of what is recorded behind a number, for a person who was registered as they are now. The number, the surname and the date of birth are told as they are recorded: as the registration certificate has them.',
})
export class RegisterIinCorrectionInput extends RegisterIinApplicationInput {
  @Field(() => Iin, { description: 'The number.' })
  declare iin: string;

  @Field(() => String, {
    description:
      'The surname that is recorded, in Latin or Cyrillic letters; for somebody with a single name, that. Case, spaces and hyphens do not count.',
  })
  declare surname: string;

  @Field(() => PlainDate, { description: 'The date of birth that is recorded.' })
  declare birthDate: Temporal.PlainDate;

  @Field(() => [RecordFieldName], {
    description: 'What is to become as the person presented it; everything else stays.',
  })
  declare fields: RecordField[];
}

/** One field of a correction. It is reached through the application, whose own declaration says who may. */
@ObjectType({ description: 'One field of a correction, before and after. Dates are written as 2026-03-10.' })
@Public()
export class IinCorrectedField {
  @Field(() => RecordFieldName, { description: 'Which one it is.' })
  declare name: RecordField;

  @Field(() => String, { nullable: true, description: 'What was recorded when the application was registered.' })
  @Masked('hidden')
  declare before: string | null;

  @Field(() => String, { nullable: true, description: 'What the person presented.' })
  @Masked('hidden')
  declare after: string | null;
}

/** What a correction says. It is reached through the application, whose own declaration says who may. */
@ObjectType({ description: 'What is to be corrected, before and after side by side.' })
@Public()
export class IinCorrection {
  @Field(() => [IinCorrectedField], { description: 'Each field that is to be corrected.' })
  declare fields: IinCorrectedField[];

  @Field(() => Int, {
    description: 'The version that the record had when the application was registered: only that one is corrected.',
  })
  declare recordVersion: number;
}

@Resolver(() => IinApplication)
export class Corrections {
  @Mutation(() => RegistrationResult, {
    nullable: true,
    description:
      'Registers an application for a correction of what is recorded behind a number, or refuses to accept it (A§7, A§9). Its term is one working day (A§5).',
  })
  @Access({ roles: ['consul', 'authorised_employee'], rows: 'own office' })
  registerIinCorrection(
    @Arg('input', () => RegisterIinCorrectionInput) input: RegisterIinCorrectionInput,
    @Ctx() context: Context,
  ): Promise<IinApplication | AcceptanceRefusal> {
    return registrationResult(context, registerIinCorrection(context, input));
  }

  @Mutation(() => IinApplicationPayload, {
    nullable: true,
    description:
      'Corrects what is recorded behind a number: the record gets a new version, the number stays. CONFLICT when the record changed since the application was registered.',
  })
  @Access({ roles: ['iin_operator'], rows: 'all' })
  correctIin(
    @Arg('input', () => IinApplicationInput) input: IinApplicationInput,
    @Ctx() context: Context,
  ): Promise<IinApplicationPayload> {
    return payload(context, correctIin(context, input));
  }

  @FieldResolver(() => IinCorrection, {
    nullable: true,
    description: 'What is to be corrected, where it asks for that.',
  })
  correction(@Root() { correction }: IinApplication): Correction | null {
    return correction ?? null;
  }
}
