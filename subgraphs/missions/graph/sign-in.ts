import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { noteSignIn } from '../commands/note-sign-in.ts';
import { openApplicantAccount } from '../commands/open-applicant-account.ts';
import { recordSignIn } from '../commands/record-sign-in.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';

@InputType({ description: 'Who signed in.' })
@Directive('@inaccessible')
export class RecordSignInInput {
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

@InputType({ description: 'What somebody did or tried at the identity provider.' })
@Directive('@inaccessible')
export class NoteSignInInput {
  @Field(() => ID, { nullable: true, description: 'The account concerned; none when nobody knows whose it was.' })
  declare accountId: string | null;

  @Field(() => String, { description: 'What: signIn, signOut, acceptInvitation or issueToken.' })
  declare action: string;

  @Field(() => String, { description: 'DONE, or why not, in a code.' })
  declare outcome: string;
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
    return recordSignIn(context, input.accountId);
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description: 'Writes into the journal what somebody did or tried at the identity provider.',
  })
  @Access({ roles: ['system'], rows: 'all' })
  @Directive('@inaccessible')
  async noteSignIn(
    @Arg('input', () => NoteSignInInput) input: NoteSignInInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await noteSignIn(context, input);
    return true;
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
