import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { found } from '../../kit/errors/fault.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { PersonNameInput } from '../../kit/graph/person.ts';
import { CountryCode } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { printApplicationForm } from '../commands/print-application-form.ts';
import { printedFormsById } from '../model/loaders.ts';
import { PrintedForm } from '../model/printed-form.ts';

@InputType({ description: 'A parent who applies for a child (A§6).' })
export class ApplyingParentInput {
  @Field(() => PersonNameInput, { description: 'The names, in Cyrillic or Latin letters.' })
  declare name: PersonNameInput;

  @Field(() => CountryCode, { description: 'The citizenship.' })
  declare citizenship: string;
}

@InputType({ description: 'An application form to be printed, for a person who was registered before.' })
export class PrintApplicationFormInput extends CommandInputFields {
  @Field(() => ID, { description: 'For whom the number is asked.' })
  declare applicantId: string;

  @Field(() => Int, {
    description: 'The version of the applicant that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare applicantVersion: number;

  @Field(() => ApplyingParentInput, {
    nullable: true,
    description: 'Who applies for a child; those lines are left for a pen when it is not given for a child under 16.',
  })
  declare parent: ApplyingParentInput | null;
}

/** What was printed. */
@ObjectType({ description: 'The application form as it was printed.' })
@Public()
export class PrintApplicationFormPayload {
  @Field(() => PrintedForm, { description: 'The form. Its bytes are at /documents/ and its id.' })
  declare printedForm: PrintedForm;
}

@Resolver()
export class ApplicationForms {
  @Mutation(() => PrintApplicationFormPayload, {
    nullable: true,
    description:
      'Prints the application form with its consents, filled in for the person to sign (A-form 1). The same again on the same day is the same form.',
  })
  @Access({ roles: ['consul', 'authorised_employee'], rows: 'own office' })
  async printApplicationForm(
    @Arg('input', () => PrintApplicationFormInput) input: PrintApplicationFormInput,
    @Ctx() context: Context,
  ): Promise<PrintApplicationFormPayload> {
    const { id } = await printApplicationForm(context, input);
    return { printedForm: found(await context.load(printedFormsById, id)) };
  }
}
