import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { found } from '../../kit/errors/fault.ts';
import { write } from '../../kit/errors/languages.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { readHistory } from '../../kit/events/read-events.ts';
import type { KeptEvent } from '../../kit/events/read-events.ts';
import { documentKinds } from '../../kit/graph/document-kinds.ts';
import { TermKindName } from '../../kit/graph/term-kinds.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { isOverdue, TERMS } from '../../kit/terms/terms.ts';
import type { TermKind } from '../../kit/terms/terms.ts';
import type { CaseDocumentKind, CaseDocumentRow } from '../model/case-document.ts';
import { DocumentStageName, madeKinds } from '../model/enumerations.ts';
import type { DocumentStage } from '../model/enumerations.ts';
import { caseDocumentsById } from '../model/loaders.ts';
import { readersOfPetitions } from '../model/petition.ts';
import { readersOfCases } from '../model/residence-case.ts';
import type { CaseTerm } from '../model/running-term.ts';
import { happenings, isToldTo } from '../rules/history.ts';
import type { HappeningKind } from '../rules/history.ts';

// What petitions and cases have in common. It is reached through one of them, whose own declaration says who may.

const CaseDocumentKindName = enumeration(
  'CaseDocumentKind',
  [...documentKinds, ...madeKinds],
  'What a document of a petition or a case is.',
);

const binds = enumeration('TermBinds', ['APPLICANT', 'AUTHORITY'] as const, 'Who has to keep a term.');

/** A clock of a petition or a case. */
@ObjectType({ description: 'A term that runs, or ran, for a petition or a case.' })
@Public()
export class RunningTerm {
  @Field(() => TermKindName, { description: 'Which one.' })
  declare kind: TermKind;

  @Field(() => binds, { description: 'Who has to keep it.' })
  declare binds: keyof typeof binds;

  @Field(() => String, { description: 'The paragraph that sets it, such as "B§12".' })
  declare reference: string;

  @Field(() => DateTime, { description: 'The event that it began with.' })
  declare startedAt: Temporal.Instant;

  @Field(() => DateTime, {
    description: 'By when: the first moment that is too late, or 18:30 of the last day for working days.',
  })
  declare dueAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; none while it runs.' })
  declare endedAt: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'Whether it is over and was not kept, or was kept too late.' })
  declare overdue: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds until it is due, negative once it is late; none when it has ended.',
  })
  declare remaining: number | null;
}

/** Terms as the graph shows them. */
export function shownTerms(terms: readonly CaseTerm[], now: Temporal.Instant): RunningTerm[] {
  return terms.map(({ kind, startedAt, dueAt, endedAt }) => ({
    kind,
    binds: TERMS[kind].binds,
    reference: TERMS[kind].reference,
    startedAt,
    dueAt,
    endedAt,
    overdue: isOverdue({ kind, dueAt }, endedAt ?? now),
    remaining: endedAt ? null : Math.trunc(now.until(dueAt).total('seconds')),
  }));
}

/** Something that happened. */
@ObjectType({ description: 'Something that happened to a petition or a case.' })
@Public()
export class CaseHappening {
  @Field(() => DateTime, { description: 'When.' })
  declare at: Temporal.Instant;

  @Field(() => String, { description: 'What, such as REGISTER.' })
  declare kind: HappeningKind;

  @Field(() => String, { description: 'What, in your language.' })
  declare text: string;
}

/** What happened to each petition or case, the earliest first: what the viewer is told of. */
export async function happeningsOfCases(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, CaseHappening[]>> {
  const events = await context.read().then((em) => readHistory(em, 'residence', ids));
  return new Map([...events].map(([id, some]) => [id, some.flatMap((each) => shownHappening(context, each))]));
}

function shownHappening({ viewer, language }: Context, { kind, at }: KeptEvent<unknown>): CaseHappening[] {
  const happened = kind as HappeningKind;
  return isToldTo(happened, viewer!.role)
    ? [{ at, kind: happened, text: write(happenings[happened].text, language) }]
    : [];
}

/** A document of a petition or a case. It is reached through one, or by a query of its own; both say who may. */
@ObjectType({
  description: 'A document of a petition or a residence case. Its bytes are at /documents/ and its id.',
})
@Public()
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
