import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access, Public, SignedIn } from '../../kit/access/declare.ts';
import { readersOfApplications } from '../model/application.ts';

// What other subgraphs tell more of: here it is an id. Each carries the declaration of its own subgraph.

@ObjectType({ description: 'A person as once presented.' })
@Directive('@key(fields: "id", resolvable: false)')
@Access({ roles: [...readersOfApplications, 'applicant'], rows: 'own office' })
export class Applicant {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}

@ObjectType({ description: 'A mission abroad.' })
@Directive('@key(fields: "id", resolvable: false)')
@Public()
export class Mission {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}

@ObjectType({ description: 'A representation in Kazakhstan whose staff apply through the MFA (A§1).' })
@Directive('@key(fields: "id", resolvable: false)')
@Public()
export class ForeignRepresentation {
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
