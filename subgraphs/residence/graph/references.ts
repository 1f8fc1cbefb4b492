import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { SignedIn } from '../../kit/access/declare.ts';

// What other subgraphs tell more of: here it is an id. It carries the declaration of its own subgraph.

@ObjectType({ description: 'An account.' })
@Directive('@key(fields: "id", resolvable: false)')
@SignedIn('own office')
export class Account {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}
