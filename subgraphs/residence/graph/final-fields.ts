import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { Access, Masked, Public } from '../../kit/access/declare.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { comparisonOf } from '../model/comparison.ts';
import { ComparedFieldName } from '../model/enumerations.ts';
import { documentsOfCases } from '../model/loaders.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import type { ComparedEntry, ComparedField } from '../rules/comparison.ts';

/** What was given earlier beside what is there now. It is reached through a case. */
@ObjectType({
  description: 'What was given with the e-application, beside what was given at the service centre (B§22).',
})
@Public()
export class DocumentComparison {
  @Field(() => ComparedFieldName, { description: 'What is compared.' })
  declare field: ComparedField;

  @Field(() => String, { nullable: true, description: 'The data as they were given earlier; none for a document.' })
  @Masked('hidden')
  declare earlier: string | null;

  @Field(() => String, { nullable: true, description: 'The data as they are now; none for a document.' })
  @Masked('hidden')
  declare now: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The document as it was given earlier; none for data, and for what is brought to the service centre only.',
  })
  declare earlierDocumentId: string | null;

  @Field(() => ID, { nullable: true, description: 'The document of the final application; none for data.' })
  declare documentId: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the data are the same; none for documents, which are compared by eye.',
  })
  declare same: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the officer found that both agree, or the difference explained; none before the comparison.',
  })
  declare agrees: boolean | null;

  @Field(() => String, { nullable: true, description: "The officer's remark." })
  @Masked('hidden')
  declare remark: string | null;
}

@Resolver(() => ResidenceCase)
export class FinalReviewFields {
  @FieldResolver(() => [DocumentComparison], {
    nullable: true,
    description:
      'What was given earlier beside what is there now, for the migration service: as it was compared, or as it is to be compared; none before the final application (B§22).',
  })
  @Access({ roles: ['kkq_officer', 'auditor'], rows: 'own stage' })
  async documentComparison(
    @Root() residenceCase: ResidenceCase,
    @Ctx() context: Context,
  ): Promise<DocumentComparison[] | null> {
    if (residenceCase.comparison) return residenceCase.comparison as ComparedEntry[];
    const documents = (await context.load(documentsOfCases, residenceCase.id)) ?? [];
    const comparison = comparisonOf(residenceCase, documents);
    return comparison?.map((each) => ({ ...each, agrees: null, remark: null })) ?? null;
  }
}
