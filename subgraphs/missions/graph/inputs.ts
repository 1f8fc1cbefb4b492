import { Field, ID, InputType } from 'type-graphql';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import type { AccountState, Role } from '../../kit/viewer/roles.ts';
import { AccountStateName, RoleName } from '../model/account.ts';

@InputType({ description: 'An account for somebody.' })
export class CreateAccountInput extends CommandInputFields {
  @Field(() => String, { description: "The person's name." })
  declare name: string;

  @Field(() => String, { description: 'The e-mail address that the invitation goes to.' })
  declare email: string;

  @Field(() => RoleName, { description: 'The role.' })
  declare role: Role;

  @Field(() => ID, {
    nullable: true,
    description:
      'The office: the mission of a consul, the MFA of an authorised employee or a manager, the migration office or service centre of an officer; none for other roles.',
  })
  declare officeId: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the person is the head of the office.' })
  declare headOfOffice: boolean;
}

@InputType({ description: 'An account, the version of it that you saw, and why it is changed.' })
export class ChangeAccountInput extends ChangeInputFields {
  @Field(() => String, { description: 'Why; kept with the account.' })
  declare reason: string;
}

@InputType({ description: 'Which accounts are asked for; all that is given must hold.' })
export class AccountFilter {
  @Field(() => [RoleName], { nullable: true, description: 'With one of these roles.' })
  declare roles: Role[] | null;

  @Field(() => [AccountStateName], { nullable: true, description: 'In one of these states.' })
  declare states: AccountState[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this office.' })
  declare officeId: string | null;
}
