import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { missionsByNumber } from '../model/loaders.ts';
import { Mission } from '../model/mission.ts';

const MissionConnection = connectionType(Mission, 'Mission');

/** The missions, for everybody. */
@Resolver()
export class MissionQueries {
  @Query(() => MissionConnection, {
    description: 'The missions abroad that take part in the IIN pilot, by their number in Annex 1 of order A.',
  })
  @Public()
  async missions(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Mission>> {
    return readPage(context.read(), Mission, page, {}, { number: 'asc', id: 'asc' });
  }

  @Query(() => Mission, { nullable: true, description: 'A mission by its number in Annex 1 of order A.' })
  @Public()
  async mission(@Arg('number', () => Int) number: number, @Ctx() context: Context): Promise<Mission | undefined> {
    return context.load(missionsByNumber, String(number));
  }
}
