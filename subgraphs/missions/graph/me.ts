import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { SignedIn } from '../../kit/access/declare.ts';
import { Fault } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { Account, RoleName } from '../model/account.ts';
import { accountsById, officesById } from '../model/loaders.ts';
import { Office } from '../model/office.ts';

/** Who the viewer is to the product. */
@ObjectType({ description: 'Who you are to the product.' })
@SignedIn('own account')
export class Me {
  @Field(() => Account, { description: 'Your account.' })
  declare account: Account;

  @Field(() => RoleName, { description: 'The role in which you act.' })
  declare role: Role;

  @Field(() => Office, { nullable: true, description: 'The office that you belong to.' })
  declare office: Office | null;
}

@Resolver()
export class MeQuery {
  @Query(() => Me, { description: 'Who you are to the product.' })
  @SignedIn('own account')
  me(@Ctx() context: Context): Promise<Me> {
    return whoAsks(context);
  }
}

/** Who the viewer is. UNAUTHENTICATED when the account is gone. */
export async function whoAsks(context: Context): Promise<Me> {
  const account = await context.load(accountsById, context.viewer!.accountId);
  if (!account) throw new Fault('UNAUTHENTICATED');
  const office = account.officeId ? await context.load(officesById, account.officeId) : null;
  return { account, role: account.role, office: office ?? null };
}
