import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, SignedIn } from '../../kit/access/declare.ts';
import { CityName } from '../../kit/graph/city.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime, Iin } from '../../kit/graph/scalars.ts';
import { instant } from '../../kit/orm/properties.ts';
import { viewerIs, visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { accountStates, cities, roles } from '../../kit/viewer/roles.ts';
import type { AccountState, City, Role } from '../../kit/viewer/roles.ts';
import { visibleAccounts } from './visibility.ts';

/** The roles, as the graph names them. */
export const RoleName = enumeration('Role', roles, 'Who somebody is to the product (A§8, roles of both orders).');

/** The states of an account. */
export const AccountStateName = enumeration(
  'AccountState',
  accountStates,
  'The state of an account; only an active one is answered.',
);

/** Who manages accounts, and who reads how they are managed. */
const managersOfAccounts: Role[] = ['state_corporation', 'manager', 'auditor'];

export const AccountTable = defineEntity({
  name: 'Account',
  tableName: 'account',
  schema: 'missions',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    name: p.text(),
    role: p.enum(roles),
    officeId: p.uuid().nullable(),
    city: p.enum(cities).nullable(),
    headOfOffice: p.boolean(),
    state: p.enum(accountStates),
    email: p.text().nullable(),
    iin: p.text().nullable(),
    createdAt: instant().nullable(),
    createdBy: p.uuid().nullable(),
    changedAt: instant().nullable(),
    changedBy: p.uuid().nullable(),
    changeReason: p.text().nullable(),
    lastSignInAt: instant().nullable(),
  },
  indexes: [{ properties: ['role', 'id'] }, { properties: ['iin'] }],
  filters: visibleTo(visibleAccounts),
  policies: [
    visibleWhen(
      [
        'id = (select kit.viewer_account())',
        'office_id = (select kit.viewer_office())',
        `(${viewerIs('manager')} and role in ('consul', 'authorised_employee', 'manager'))`,
        `(${viewerIs('state_corporation', 'auditor')} and role <> 'applicant')`,
        viewerIs('system'),
      ].join(' or '),
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

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => String, { description: "The person's name." })
  declare name: string;

  @Field(() => RoleName, { description: 'Its role.' })
  declare role: Role;

  @Field(() => CityName, { nullable: true, description: 'Its city, for officers of the residence pilot.' })
  declare city: City | null;

  @Field(() => Boolean, { description: 'Whether it is the head of its office, who also sees what is overdue there.' })
  declare headOfOffice: boolean;

  @Field(() => AccountStateName, { description: 'Its state.' })
  declare state: AccountState;

  @Field(() => String, {
    nullable: true,
    description: 'The e-mail address that the invitation goes to; for those who manage accounts.',
  })
  @Access({ roles: managersOfAccounts, rows: 'own office' })
  declare email: string | null;

  @Field(() => Iin, {
    nullable: true,
    description:
      'The individual identification number of the certificate that an applicant, or who signs petitions, signs in with; for the person alone.',
  })
  @Access({ roles: ['applicant', 'mddiai_signer'], rows: 'own account' })
  declare iin: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was created; for those who manage accounts.' })
  @Access({ roles: managersOfAccounts, rows: 'own office' })
  declare createdAt: Temporal.Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its state or role was changed last; for those who manage accounts.',
  })
  @Access({ roles: managersOfAccounts, rows: 'own office' })
  declare changedAt: Temporal.Instant | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why its state or role was changed last; for those who manage accounts.',
  })
  @Access({ roles: managersOfAccounts, rows: 'own office' })
  declare changeReason: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its person signed in last; for those who manage accounts.',
  })
  @Access({ roles: managersOfAccounts, rows: 'own office' })
  declare lastSignInAt: Temporal.Instant | null;
}
AccountTable.setClass(Account);
