import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access, SignedIn } from '../../kit/access/declare.ts';

// What other subgraphs tell more of: here it is an id. Each carries the declaration of its own subgraph.

/** Who sees applications for a number, as `iin` declares it. */
export const readersOfApplications = ['consul', 'authorised_employee', 'iin_operator', 'system'] as const;

/** Who sees petitions, as `residence` declares it. */
export const readersOfPetitions = ['applicant', 'hub_officer', 'mddiai_signer', 'system'] as const;

/** Who sees residence cases, as `residence` declares it. */
export const readersOfCases = ['applicant', 'kkq_officer', 'knb_officer', 'psc_officer', 'system'] as const;

@ObjectType({ description: 'An application for a number.' })
@Directive('@key(fields: "id", resolvable: false)')
@Access({ roles: readersOfApplications, rows: 'own office' })
export class IinApplication {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}

@ObjectType({ description: 'A petition.' })
@Directive('@key(fields: "id", resolvable: false)')
@Access({ roles: readersOfPetitions, rows: 'own stage' })
export class Petition {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;
}

@ObjectType({ description: 'A residence case.' })
@Directive('@key(fields: "id", resolvable: false)')
@Access({ roles: readersOfCases, rows: 'own stage' })
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
