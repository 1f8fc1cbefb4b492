import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Complaint, readersOfComplaints } from '../model/complaint.ts';
import { complaintsById, showComplaints } from '../model/loaders.ts';

const ComplaintConnection = connectionType(Complaint, 'Complaint');

@Resolver()
export class ComplaintQueries {
  @Query(() => ComplaintConnection, {
    nullable: true,
    description: 'The complaints that you may see, newest first.',
  })
  @Access({ roles: readersOfComplaints, rows: 'own stage' })
  async complaints(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Complaint>> {
    const connection = await readPage(await context.read(), Complaint, page);
    showComplaints(
      context,
      connection.edges.map(({ node }) => node),
    );
    return connection;
  }

  @Query(() => Complaint, { nullable: true, description: 'One complaint.' })
  @Access({ roles: readersOfComplaints, rows: 'own stage' })
  async complaint(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Complaint> {
    return found(await context.load(complaintsById, id));
  }
}
