import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access, SignedIn } from '../../kit/access/declare.ts';

// What other subgraphs tell more of: here it is an id. Each carries the declaration of its own subgraph.

@ObjectType({ description: 'An application for a number.' })
@Directive('@key(fields: "id", resolvable: false)')
@Access({ roles: ['consul', 'authorised_employee', 'iin_operator', 'auditor', 'system'], rows: 'own office' })
export class IinApplication {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}

@ObjectType({ description: 'A petition.' })
@Directive('@key(fields: "id", resolvable: false)')
@Access({ roles: ['applicant', 'hub_officer', 'mddiai_signer', 'auditor', 'system'], rows: 'own stage' })
export class Petition {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}

@ObjectType({ description: 'A residence case.' })
@Directive('@key(fields: "id", resolvable: false)')
@Access({ roles: ['applicant', 'kkq_officer', 'knb_officer', 'psc_officer', 'auditor', 'system'], rows: 'own stage' })
export class ResidenceCase {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}

@ObjectType({ description: 'An account.' })
@Directive('@key(fields: "id", resolvable: false)')
@SignedIn('own office')
export class Account {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}
