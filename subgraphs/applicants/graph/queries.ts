import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { found } from '../../kit/errors/fault.ts';
import { Applicant, readersOfApplicants } from '../model/applicant.ts';
import { Consent } from '../model/consent.ts';
import { Document } from '../model/document.ts';
import { applicantsById, consentsOfApplicants, documentsById, documentsOfApplicants } from '../model/loaders.ts';

const ApplicantConnection = connectionType(Applicant, 'Applicant');

@Resolver(() => Applicant)
export class ApplicantQueries {
  @Query(() => ApplicantConnection, {
    nullable: true,
    description:
      'The applicants that you may see, newest first. An applicant sees oneself: once for each travel document.',
  })
  @Access({ roles: ['consul', 'authorised_employee', 'applicant', 'auditor'], rows: 'own office' })
  async applicants(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Applicant>> {
    const connection = await readPage(context.read(), Applicant, page);
    context.shown(
      'Applicant',
      connection.edges.map(({ node }) => node.id),
    );
    return connection;
  }

  @Query(() => Applicant, { nullable: true, description: 'One applicant.' })
  @Access({ roles: ['consul', 'authorised_employee', 'applicant', 'auditor'], rows: 'own office' })
  async applicant(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Applicant> {
    return found(await context.load(applicantsById, id));
  }

  @Query(() => Document, {
    nullable: true,
    description: 'One document of an applicant. Its bytes are at /documents/ and its id.',
  })
  @Access({ roles: readersOfApplicants, rows: 'own office' })
  async document(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Document> {
    return found(await context.load(documentsById, id));
  }

  @FieldResolver(() => [Document], {
    description: 'The documents that the person brought, in the order in which they were attached.',
  })
  async documents(@Root() applicant: Applicant, @Ctx() context: Context): Promise<Document[]> {
    return (await context.load(documentsOfApplicants, applicant.id)) ?? [];
  }

  @FieldResolver(() => [ID], {
    nullable: true,
    description:
      'The ids under which the same person was presented, here and elsewhere: those that carry the same number. For the product itself.',
  })
  @Access({ roles: ['system'], rows: 'all' })
  async presentedAs(@Root() { id, iin }: Applicant, @Ctx() context: Context): Promise<string[]> {
    if (iin === null) return [id];
    const reads = context.read();
    return (await reads.find(Applicant, { iin }, { fields: ['id'], orderBy: { id: 'asc' } })).map((each) => each.id);
  }

  @FieldResolver(() => [Consent], { description: 'The consents that the person gave.' })
  async consents(@Root() applicant: Applicant, @Ctx() context: Context): Promise<Consent[]> {
    return (await context.load(consentsOfApplicants, applicant.id)) ?? [];
  }
}
