import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/declare.ts';
import type { Message } from '../errors/languages.ts';
import type { KeptEvent } from '../events/read-events.ts';
import type { MediaType } from '../storage/storage.ts';
import { LocalizedText } from './localized-text.ts';
import { DateTime } from './scalars.ts';

// A case as it is handed to whoever reviews a complaint about it. It is reached through the case or the complaint, whose own fields say who may.

/** Something that a case file says. */
@ObjectType({ description: 'Something that a case file says, by its name.' })
@Directive('@shareable')
@Public()
export class CaseFact {
  @Field(() => LocalizedText, { description: 'What it is.' })
  declare name: LocalizedText;

  @Field(() => String, {
    description:
      'What the case says of it, as it was written there; a code as the graph names it, a day as 2026-03-10, a moment in Astana time.',
  })
  declare text: string;
}

/** Something that happened to the case. */
@ObjectType({ description: 'Something that happened to the case.' })
@Directive('@shareable')
@Public()
export class CaseFileHappening {
  @Field(() => DateTime, { description: 'When.' })
  declare at: Temporal.Instant;

  @Field(() => String, { description: 'What, such as REGISTER.' })
  declare kind: string;

  @Field(() => LocalizedText, { description: 'What, in words.' })
  declare text: LocalizedText;
}

/** A document of the case. */
@ObjectType({ description: 'A document of the case.' })
@Directive('@shareable')
@Public()
export class CaseFileDocument {
  @Field(() => ID, { description: 'The id of its bytes.' })
  declare id: string;

  @Field(() => String, { description: 'What it is, such as IDENTITY_DOCUMENT.' })
  declare kind: string;

  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png.' })
  declare mediaType: MediaType;

  @Field(() => Int, { description: 'The size of its bytes.' })
  declare size: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  declare sha256: string;
}

/** A case as it stands at a moment. */
@ObjectType({
  description:
    'A case as it stands at a moment, for whoever reviews a complaint about it (A§15-3). Nothing of other people is in it.',
})
@Directive('@shareable')
@Public()
export class CaseFile {
  @Field(() => DateTime, { description: 'When it was taken.' })
  declare takenAt: Temporal.Instant;

  @Field(() => String, { description: 'The number of the case, such as IIN-2026-000123.' })
  declare number: string;

  @Field(() => [CaseFact], { description: 'What the case says.' })
  declare facts: CaseFact[];

  @Field(() => [CaseFileHappening], {
    description: 'What happened to it, as far as the reviewing body is told; the earliest first.',
  })
  declare history: CaseFileHappening[];

  @Field(() => [CaseFileDocument], {
    description: 'Its documents: those that were brought, then those that were printed.',
  })
  declare documents: CaseFileDocument[];

  @Field(() => [ID], { description: 'The accounts of the officials who acted on it.' })
  declare actedBy: string[];

  @Field(() => ID, { nullable: true, description: 'The account of the person, where the case is of one.' })
  declare accountId: string | null;

  @Field(() => ID, { nullable: true, description: 'The person, as presented.' })
  declare applicantId: string | null;
}

/** What a case may say of something; nothing where it says nothing. */
type Said = string | Temporal.Instant | Temporal.PlainDate | null | undefined;

/** The facts of a case file by their names, in the order of the names; what the case says nothing of is left out. */
export function factsOf<Names extends Readonly<Record<string, Message>>>(
  names: Names,
  said: { readonly [Name in keyof Names]: Said | readonly string[] },
): CaseFact[] {
  return Object.entries(names).flatMap(([name, inWords]) =>
    [said[name]].flat().flatMap((each: Said) => (each ? [{ name: inWords, text: written(each) }] : [])),
  );
}

function written(said: NonNullable<Said>): string {
  return said instanceof Temporal.Instant ? DateTime.serialize(said) : said.toString();
}

/**
 * What a case file tells of what happened, and whose doing it was.
 *
 * @param textOf what a kind of happening is called; nothing for what the reviewing body isn't told.
 */
export function happenedTo(
  events: readonly KeptEvent<unknown>[],
  textOf: (kind: string) => Message | undefined,
): Pick<CaseFile, 'history' | 'actedBy'> {
  const official = ({ role }: KeptEvent<unknown>) => role !== 'applicant' && role !== 'system';
  return {
    history: events.flatMap(({ at, kind }) => {
      const text = textOf(kind);
      return text ? [{ at, kind, text }] : [];
    }),
    actedBy: [...new Set(events.filter(official).map(({ accountId }) => accountId))],
  };
}
