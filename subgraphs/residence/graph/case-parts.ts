import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, BelongsTo, Masked, Public } from '../../kit/access/declare.ts';
import { found } from '../../kit/errors/fault.ts';
import { happeningsByCase } from '../../kit/graph/case-happening.ts';
import type { CaseHappening } from '../../kit/graph/case-happening.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { documentKinds } from '../../kit/graph/document-kinds.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { CaseDocumentKind, CaseDocumentRow } from '../model/case-document.ts';
import { DocumentStageName, madeKinds } from '../model/enumerations.ts';
import type { DocumentStage } from '../model/enumerations.ts';
import { caseDocumentsById } from '../model/loaders.ts';
import { readersOfPetitions } from '../model/petition.ts';
import { readersOfCases } from '../model/residence-case.ts';
import { happenings } from '../rules/history.ts';

// What petitions and cases have in common. It is reached through one of them, whose own declaration says who may.

const CaseDocumentKindName = enumeration(
  'CaseDocumentKind',
  [...documentKinds, ...madeKinds],
  'What a document of a petition or a case is.',
);

/** What happened to each petition or case, the earliest first: what the viewer is told of. */
export async function happeningsOfCases(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, CaseHappening[]>> {
  return happeningsByCase(context, 'residence', happenings, ids);
}

/** A document of a petition or a case. It is reached through one, or by a query of its own; both say who may. */
@ObjectType({
  description: 'A document of a petition or a residence case. Its bytes are at /documents/ and its id.',
})
@Public()
@BelongsTo<{ subjects?: readonly string[] }>(({ subjects }) => subjects)
export class CaseDocument {
  @Field(() => ID, { description: 'The id of its bytes.' })
  declare id: string;

  @Field(() => DocumentStageName, { description: 'When it came.' })
  declare stage: DocumentStage;

  @Field(() => CaseDocumentKindName, { description: 'What it is.' })
  declare kind: CaseDocumentKind;

  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png.' })
  declare mediaType: string;

  @Field(() => Int, { description: 'The size of its bytes.' })
  declare size: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  @Masked('number')
  declare sha256: string;

  @Field(() => DateTime, { description: 'When it came.' })
  declare addedAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was signed electronically.' })
  declare signedAt: Temporal.Instant | null;
}

@Resolver(() => CaseDocument)
export class CaseDocumentQuery {
  @Query(() => CaseDocument, {
    nullable: true,
    description: 'One document of a petition or a residence case. Its bytes are at /documents/ and its id.',
  })
  @Access({ roles: [...new Set([...readersOfPetitions, ...readersOfCases])], rows: 'own stage' })
  async caseDocument(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<CaseDocumentRow> {
    return found(await context.load(caseDocumentsById, id));
  }
}
