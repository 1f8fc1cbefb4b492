import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { conventionParties } from '../../kit/model/convention-parties.ts';
import { CategoryName } from '../model/enumerations.ts';
import { exemptStates } from '../rules/attestation.ts';
import type { Category } from '../rules/categories.ts';
import { explained, IinRequirements } from './requirements.ts';

@Resolver()
export class IinRequirementsQuery {
  @Query(() => IinRequirements, {
    nullable: true,
    description: 'What to bring to apply for a number in a category, and where to (A§4, A§6).',
  })
  @Public()
  async iinRequirements(
    @Arg('category', () => CategoryName) category: Category,
    @Ctx() context: Context,
  ): Promise<IinRequirements> {
    const parties = await conventionParties(context.read());
    return explained(category, exemptStates(parties, almatyDate(context.now())));
  }
}
