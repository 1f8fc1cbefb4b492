import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import { DateTime, Iin } from '../../kit/graph/scalars.ts';
import { isId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { createAccount } from '../commands/create-account.ts';
import { changeAccount } from '../commands/manage-account.ts';
import { resetCredentials } from '../commands/reset-credentials.ts';
import { sendInvitation } from '../commands/send-invitation.ts';
import { Account } from '../model/account.ts';
import { accountsById, officesById } from '../model/loaders.ts';
import { Office } from '../model/office.ts';
import { AccountFilter, ChangeAccountInput, CreateAccountInput } from './inputs.ts';

const AccountConnection = connectionType(Account, 'Account');

/** A link that is told once. */
@ObjectType({
  description:
    'A link with which the person of an account chooses what to sign in with. It is told once: keep it until it was handed over.',
})
@Public()
export class Invitation {
  @Field(() => String, { description: 'The link; it works once.' })
  declare url: string;

  @Field(() => DateTime, { description: 'When it ends.' })
  declare expiresAt: Temporal.Instant;

  @Field(() => Boolean, { description: 'Whether it was sent to the address of the account; else hand the link over.' })
  declare emailed: boolean;
}

/** What a command that invites somebody led to. */
@ObjectType({ description: 'The account as it is now, and the link to hand over.' })
@Public()
export class InvitationPayload {
  @Field(() => Account, { description: 'The account.' })
  declare account: Account;

  @Field(() => Invitation, { nullable: true, description: 'The link; nothing when the same command is repeated.' })
  declare invitation: Invitation | null;
}

/** What a command on an account led to. */
@ObjectType({ description: 'The account as it is now.' })
@Public()
export class AccountPayload {
  @Field(() => Account, { description: 'The account.' })
  declare account: Account;
}

@Resolver(() => Account)
export class AccountQueries {
  @Query(() => AccountConnection, { nullable: true, description: 'The accounts that you may see, newest first.' })
  @Access({ roles: ['state_corporation', 'manager', 'auditor'], rows: 'own office' })
  async accounts(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => AccountFilter, { nullable: true }) filter: AccountFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<Account>> {
    return readPage(context.read(), Account, page, filter ? conditions(filter) : {});
  }

  @Query(() => Account, { nullable: true, description: 'One account.' })
  @Access({ roles: ['state_corporation', 'manager', 'auditor'], rows: 'own office' })
  async account(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Account> {
    return found(await context.load(accountsById, id));
  }

  @FieldResolver(() => Office, { nullable: true, description: 'The office that it belongs to.' })
  async office(@Root() account: Account, @Ctx() context: Context): Promise<Office | null> {
    return account.officeId ? ((await context.load(officesById, account.officeId)) ?? null) : null;
  }

  // Colleagues see each other's accounts, and nobody's number.
  @FieldResolver(() => Iin)
  iin(@Root() { id, iin }: Account, @Ctx() context: Context): string | null {
    return id === context.viewer!.accountId ? iin : null;
  }
}

/** What those do who manage accounts, and answer for it (A§8). */
@Resolver()
export class AccountMutations {
  @Mutation(() => InvitationPayload, {
    nullable: true,
    description: 'Creates an account; it is invited until its person signs in (A§8).',
  })
  @Access({ roles: ['state_corporation', 'manager'], rows: 'own office' })
  createAccount(
    @Arg('input', () => CreateAccountInput) input: CreateAccountInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    return invited(context, createAccount(context, input));
  }

  @Mutation(() => InvitationPayload, {
    nullable: true,
    description: 'Takes away what an account signs in with, ends its sessions, and invites its person to choose anew.',
  })
  @Access({ roles: ['state_corporation', 'manager'], rows: 'own office' })
  resetCredentials(
    @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    return invited(context, resetCredentials(context, input));
  }

  @Mutation(() => AccountPayload, {
    nullable: true,
    description: 'Blocks an account: refused from its very next request (A§8).',
  })
  @Access({ roles: ['state_corporation', 'manager'], rows: 'own office' })
  blockAccount(
    @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput,
    @Ctx() context: Context,
  ): Promise<AccountPayload> {
    return payload(context, changeAccount(context, 'BLOCK', input));
  }

  @Mutation(() => AccountPayload, { nullable: true, description: 'Opens a blocked account again.' })
  @Access({ roles: ['state_corporation', 'manager'], rows: 'own office' })
  unblockAccount(
    @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput,
    @Ctx() context: Context,
  ): Promise<AccountPayload> {
    return payload(context, changeAccount(context, 'UNBLOCK', input));
  }

  @Mutation(() => AccountPayload, {
    nullable: true,
    description: 'Deletes an account; it stays for the history (A§8).',
  })
  @Access({ roles: ['state_corporation', 'manager'], rows: 'own office' })
  deleteAccount(
    @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput,
    @Ctx() context: Context,
  ): Promise<AccountPayload> {
    return payload(context, changeAccount(context, 'DELETE', input));
  }

  @Mutation(() => AccountPayload, {
    nullable: true,
    description: 'Grants the manager role to an employee of the MFA (A§8).',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  grantManagerRole(
    @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput,
    @Ctx() context: Context,
  ): Promise<AccountPayload> {
    return payload(context, changeAccount(context, 'GRANT_MANAGER_ROLE', input));
  }

  @Mutation(() => AccountPayload, {
    nullable: true,
    description: 'Withdraws the manager role; the employee stays an authorised one.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  withdrawManagerRole(
    @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput,
    @Ctx() context: Context,
  ): Promise<AccountPayload> {
    return payload(context, changeAccount(context, 'WITHDRAW_MANAGER_ROLE', input));
  }
}

function conditions({ roles, states, officeId }: AccountFilter): FilterQuery<Account> {
  if (officeId && !isId(officeId)) return { id: { $in: [] } };
  return {
    ...(roles && { role: { $in: roles } }),
    ...(states && { state: { $in: states } }),
    ...(officeId && { officeId }),
  };
}

/** Reads the account again, with today's rights: a repeated command answers what is true now. */
async function payload(context: Context, outcome: Promise<Outcome>): Promise<AccountPayload> {
  const { id } = await outcome;
  return { account: found(await context.load(accountsById, id)) };
}

async function invited(context: Context, command: ReturnType<typeof createAccount>): Promise<InvitationPayload> {
  const { outcome, invitation } = await command;
  const { account } = await payload(context, Promise.resolve(outcome));
  if (!invitation) return { account, invitation: null };
  return { account, invitation: { ...invitation, emailed: await sendInvitation(context, account, invitation) } };
}
