import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import type { officeKinds } from '../../kit/model/tables.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { missionsById } from '../model/loaders.ts';
import { Mission } from '../model/mission.ts';
import { Office, OfficeKind } from '../model/office.ts';

const OfficeConnection = connectionType(Office, 'Office');

/** The offices that accounts belong to, for everybody. */
@Resolver(() => Office)
export class OfficeQueries {
  @Query(() => OfficeConnection, {
    description:
      'The offices that accounts belong to: the missions, the MFA, the migration offices and service centres.',
  })
  @Public()
  async offices(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('kind', () => OfficeKind, { nullable: true, description: 'Of this kind.' })
    kind: (typeof officeKinds)[number] | null,
    @Ctx() context: Context,
  ): Promise<Connection<Office>> {
    return readPage(context.read(), Office, page, kind ? { kind } : {});
  }

  @FieldResolver(() => Mission, { nullable: true, description: 'The mission that it is, when it is one.' })
  @Public()
  async mission(@Root() office: Office, @Ctx() context: Context): Promise<Mission | undefined> {
    return office.kind === 'MISSION' ? context.load(missionsById, office.id) : undefined;
  }
}
