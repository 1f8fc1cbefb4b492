import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { openApplicantAccount } from '../commands/open-applicant-account.ts';
import { recordSignIn } from '../commands/record-sign-in.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';

@InputType({ description: 'Who signed in.' })
@Directive('@inaccessible')
export class RecordSignInInput extends CommandInputFields {
  @Field(() => ID, { description: 'The account.' })
  declare accountId: string;
}

@InputType({ description: 'Who signed in with an electronic signature for the first time.' })
@Directive('@inaccessible')
export class OpenApplicantAccountInput extends CommandInputFields {
  @Field(() => String, { description: 'The name of the certificate.' })
  declare name: string;

  @Field(() => String, { description: 'The number of the certificate.' })
  declare iin: string;
}

/** What the identity provider tells of those who sign in. Asked of this subgraph directly; not part of the public graph. */
@Resolver()
export class SignInMutations {
  @Mutation(() => ID, {
    nullable: true,
    description: 'Notes a sign-in; the first one makes an invited account active.',
  })
  @Access({ roles: ['system'], rows: 'all' })
  @Directive('@inaccessible')
  async recordSignIn(
    @Arg('input', () => RecordSignInInput) input: RecordSignInInput,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await recordSignIn(context, input)).id;
  }

  @Mutation(() => ID, { nullable: true, description: "Opens an applicant's account, or finds the one that is there." })
  @Access({ roles: ['system'], rows: 'all' })
  @Directive('@inaccessible')
  async openApplicantAccount(
    @Arg('input', () => OpenApplicantAccountInput) input: OpenApplicantAccountInput,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await openApplicantAccount(context, input)).id;
  }
}
