import type { Message } from '../../kit/errors/languages.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';

/** How a document is brought: a copy with the original for comparison, the original alone, a copy alone, something shown for comparison, or the document as it is. */
export const presentations = ['COPY_WITH_ORIGINAL', 'ORIGINAL', 'COPY', 'FOR_COMPARISON', 'DOCUMENT'] as const;

/** How a document is brought (A§6). */
export type Presentation = (typeof presentations)[number];

/** When a document has to be legalised or apostilled: never, when a foreign state sealed it, or always when it is foreign. */
export const attestationRules = ['NEVER', 'WHEN_SEALED', 'ALWAYS'] as const;

/** When a document has to be legalised or apostilled (A§6). */
export type AttestationRule = (typeof attestationRules)[number];

/** When a document needs a translation: never; when it is wholly in a foreign language, a certified one; when details are in other letters, a notarised one. */
export const translationRules = ['NEVER', 'WHEN_WHOLLY_FOREIGN', 'WHEN_DETAILS_MISSING'] as const;

/** When a document needs a translation (A§6). */
export type TranslationRule = (typeof translationRules)[number];

/** What a document has to show beside being what it is: a citizenship, more than so many years of experience, at least so many years in the position. */
export type Showing = { citizenshipOf: string } | { experienceOverYears: number } | { yearsInPosition: number };

/** A document that is asked for, and all that is asked of it. */
export interface RequiredDocument {
  kind: DocumentKind;
  /** What it is called, in words that can stand after a colon. */
  name: Message;
  /** What else has to be known of it. */
  detail?: Message;
  presentation: Presentation;
  attestation: AttestationRule;
  translation: TranslationRule;
  shows?: Showing;
}

/** What must be brought: a document, all of several, or one of several. */
export type Requirement = RequiredDocument | { allOf: readonly Requirement[] } | { oneOf: readonly Requirement[] };

/** Whether the original has to be there: beside a copy, or as what is brought. */
export function asksForOriginal({ presentation }: RequiredDocument): boolean {
  return ['COPY_WITH_ORIGINAL', 'ORIGINAL', 'FOR_COMPARISON'].includes(presentation);
}

/** The documents that a requirement names. */
export function documentsOf(requirement: Requirement): RequiredDocument[] {
  return 'kind' in requirement ? [requirement] : partsOf(requirement).flatMap(documentsOf);
}

/** The kinds of document that a requirement names. */
export function kindsOf(requirement: Requirement): DocumentKind[] {
  return documentsOf(requirement).map(({ kind }) => kind);
}

/** The parts of a requirement; a document has none. */
export function partsOf(requirement: Requirement): readonly Requirement[] {
  if ('kind' in requirement) return [];
  return 'allOf' in requirement ? requirement.allOf : requirement.oneOf;
}
