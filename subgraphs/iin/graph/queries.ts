import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { IinApplication, readersOfApplications } from '../model/application.ts';
import { applicationsById, printedFormsById, showApplications } from '../model/loaders.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { IinApplicationFilter } from './inputs.ts';
import { worklist } from './worklist.ts';

const IinApplicationConnection = connectionType(IinApplication, 'IinApplication');

@Resolver()
export class IinQueries {
  @Query(() => IinApplicationConnection, {
    nullable: true,
    description:
      'The applications that you may see, newest first. By the beginning of a surname alone, in the order of surnames; by dueBefore, the latest due first; open ones always newest first.',
  })
  @Access({ roles: ['consul', 'authorised_employee', 'iin_operator', 'auditor'], rows: 'own office' })
  async iinApplications(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => IinApplicationFilter, { nullable: true }) filter: IinApplicationFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<IinApplication>> {
    const reads = context.read();
    const { where, orderBy } = await worklist(reads, filter ?? {}, context.now());
    const connection = await readPage(reads, IinApplication, page, where, orderBy);
    showApplications(
      context,
      connection.edges.map(({ node }) => node),
    );
    return connection;
  }

  @Query(() => IinApplication, { nullable: true, description: 'One application.' })
  @Access({ roles: ['consul', 'authorised_employee', 'iin_operator', 'auditor'], rows: 'own office' })
  async iinApplication(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<IinApplication> {
    return found(await context.load(applicationsById, id));
  }

  @Query(() => PrintedForm, {
    nullable: true,
    description: 'One printed form. Its bytes are at /documents/ and its id.',
  })
  @Access({ roles: readersOfApplications, rows: 'own office' })
  async printedForm(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<PrintedForm> {
    return found(await context.load(printedFormsById, id));
  }
}
