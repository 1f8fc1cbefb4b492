import { FieldResolver, Resolver, Root } from 'type-graphql';
import { AcceptanceRefusal } from '../model/acceptance-refusal.ts';
import { Applicant } from './references.ts';

@Resolver(() => AcceptanceRefusal)
export class AcceptanceRefusalFields {
  @FieldResolver(() => Applicant, { description: 'The person who wanted to apply.' })
  applicant(@Root() { applicantId }: AcceptanceRefusal): Applicant {
    return { id: applicantId };
  }
}
