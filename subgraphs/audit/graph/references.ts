import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access, SignedIn } from '../../kit/access/declare.ts';

// What another subgraph tells more of: here it is an id. Each carries the declaration of its own subgraph.

@ObjectType({ description: 'A person as once presented.' })
@Directive('@key(fields: "id")')
@Access({
  roles: ['consul', 'authorised_employee', 'iin_operator', 'applicant', 'auditor', 'system'],
  rows: 'own office',
})
export class Applicant {
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
