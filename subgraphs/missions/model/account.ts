import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { SignedIn } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { accountStates } from '../../kit/model/tables.ts';
import { viewerIs, visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { cities, roles } from '../../kit/viewer/roles.ts';
import type { City, Role } from '../../kit/viewer/roles.ts';
import { visibleAccounts } from './visibility.ts';

/** The roles, as the graph names them. */
export const RoleName = enumeration('Role', roles, 'Who somebody is to the product (A§8, roles of both orders).');

/** The two cities of the residence pilot. */
export const CityName = enumeration('City', cities, 'The two cities of the residence pilot.');

/** The states of an account. */
export const AccountState = enumeration(
  'AccountState',
  accountStates,
  'The state of an account; only an active one is answered.',
);

export const AccountTable = defineEntity({
  name: 'Account',
  tableName: 'account',
  schema: 'missions',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    role: p.enum(roles),
    officeId: p.uuid().nullable(),
    city: p.enum(cities).nullable(),
    headOfOffice: p.boolean(),
    state: p.enum(accountStates),
  },
  filters: visibleTo(visibleAccounts),
  policies: [
    visibleWhen(
      (column) =>
        `${column.id} = (select kit.viewer_account()) or ${column.officeId} = (select kit.viewer_office()) or ${viewerIs('state_corporation', 'manager', 'auditor', 'system')}`,
    ),
  ],
  rowLevelSecurity: 'force',
});

/** The account of somebody who acts, and who answers in person for it. */
@ObjectType({
  description: 'The account of somebody who acts in the product, and who answers in person for every act (A§15-2).',
})
@Directive('@key(fields: "id")')
@SignedIn('own office')
export class Account extends AccountTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => String, { description: "The person's name." })
  declare name: string;

  @Field(() => RoleName, { description: 'Its role.' })
  declare role: Role;

  @Field(() => CityName, { nullable: true, description: 'Its city, for officers of the residence pilot.' })
  declare city: City | null;

  @Field(() => Boolean, { description: 'Whether it is the head of its office, who also sees what is overdue there.' })
  declare headOfOffice: boolean;

  @Field(() => AccountState, { description: 'Its state.' })
  declare state: (typeof accountStates)[number];
}
AccountTable.setClass(Account);
