import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kit/subgraph/context.ts';
import { AcceptanceRefusal } from '../model/acceptance-refusal.ts';
import { slipsOfRefusals } from '../model/loaders.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { Applicant } from './references.ts';

@Resolver(() => AcceptanceRefusal)
export class AcceptanceRefusalFields {
  @FieldResolver(() => Applicant, { description: 'The person who wanted to apply.' })
  applicant(@Root() { applicantId }: AcceptanceRefusal): Applicant {
    return { id: applicantId };
  }

  @FieldResolver(() => PrintedForm, {
    nullable: true,
    description: 'The slip for the person, with every reason in words. Its bytes are at /documents/ and its id.',
  })
  async slip(@Root() { id }: AcceptanceRefusal, @Ctx() context: Context): Promise<PrintedForm | null> {
    return (await context.load(slipsOfRefusals, id)) ?? null;
  }
}
