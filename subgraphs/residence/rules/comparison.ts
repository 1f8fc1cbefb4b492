import type { Problem } from '../../kit/errors/fault.ts';
import type { PersonName } from '../../kit/graph/person.ts';
import { finalDocumentKinds } from './final-documents.ts';
import type { FinalDocumentKind } from './final-documents.ts';

/** What of the data was given earlier, and is in the passport now. */
const dataFields = [
  'LATIN_SURNAME',
  'LATIN_GIVEN_NAMES',
  'BIRTH_DATE',
  'CITIZENSHIP',
  'PASSPORT_COUNTRY',
  'PASSPORT_NUMBER',
  'PASSPORT_EXPIRY',
] as const;

/** What is compared: the data of the passport, which the product compares, and each document, which the officer compares by eye (B§22). */
export const comparedFields = [...dataFields, ...finalDocumentKinds] as const;

/** Something that is compared. */
export type ComparedField = (typeof comparedFields)[number];

/** The data of a person and a passport, as texts. */
export type ComparedData = Readonly<Record<(typeof dataFields)[number], string | null>>;

/** The ids of documents by what they are. */
export type ComparedDocuments = Readonly<Partial<Record<FinalDocumentKind, string>>>;

/** What was given earlier and what is there now: data as texts, documents by the ids of their bytes. */
export interface Comparison {
  field: ComparedField;
  earlier: string | null;
  now: string | null;
  earlierDocumentId: string | null;
  documentId: string | null;
  /** Whether the data are the same; nothing where only an eye can tell. */
  same: boolean | null;
}

/** What the officer finds. */
export interface Finding {
  field: ComparedField;
  /** Whether both agree, or the difference is explained; else it is marked. */
  agrees: boolean;
  remark?: string | null;
}

/** What was compared and found, as the case keeps it. */
export type ComparedEntry = Comparison & { agrees: boolean; remark: string | null };

/** Data in the form in which they are compared. */
export function comparedData(told: {
  latinName: PersonName;
  birthDate: string;
  citizenship: string;
  issuingCountry: string;
  number: string;
  expiryDate: string;
}): ComparedData {
  return {
    LATIN_SURNAME: told.latinName.surname,
    LATIN_GIVEN_NAMES: told.latinName.givenNames,
    BIRTH_DATE: told.birthDate,
    CITIZENSHIP: told.citizenship,
    PASSPORT_COUNTRY: told.issuingCountry,
    PASSPORT_NUMBER: told.number,
    PASSPORT_EXPIRY: told.expiryDate,
  };
}

/** Puts what was given earlier beside what is there now, field by field (B§21, B§22). */
export function compare(
  earlier: { data: ComparedData; documents: ComparedDocuments },
  now: { data: ComparedData; documents: ComparedDocuments },
): Comparison[] {
  const nothing = { earlier: null, now: null, earlierDocumentId: null, documentId: null };
  return [
    ...dataFields.map((field) => ({
      ...nothing,
      field,
      earlier: earlier.data[field],
      now: now.data[field],
      same: written(earlier.data[field]) === written(now.data[field]),
    })),
    ...finalDocumentKinds.map((field) => ({
      ...nothing,
      field,
      earlierDocumentId: earlier.documents[field] ?? null,
      documentId: now.documents[field] ?? null,
      same: null,
    })),
  ];
}

/** A machine-readable zone has capitals only. */
function written(value: string | null): string {
  return (value ?? '').trim().toUpperCase();
}

/** What is wrong with an officer's findings: all that the product doesn't see to be the same needs one, and a difference needs a remark (B§22). */
export function findingProblems(comparisons: readonly Comparison[], findings: readonly Finding[]): Problem[] {
  const reference = 'B§22';
  const fields = findings.map(({ field }) => field);
  return [
    ...comparisons
      .filter(({ field, same }) => same !== true && !fields.includes(field))
      .map(({ field }) => ({ code: 'FINDING_MISSING', path: ['findings'], params: { field }, reference })),
    ...findings.flatMap(({ field, agrees, remark }, index) => {
      const differs = comparisons.some((each) => each.field === field && each.same === false);
      return [
        ...(fields.indexOf(field) < index
          ? [{ code: 'FINDING_TWICE', path: ['findings', index, 'field'], reference }]
          : []),
        ...((differs || !agrees) && !remark
          ? [{ code: 'TEXT_EMPTY', path: ['findings', index, 'remark'], reference }]
          : []),
      ];
    }),
  ];
}

/** What was compared together with what was found; what is the same agrees without a word. */
export function withFindings(comparisons: readonly Comparison[], findings: readonly Finding[]): ComparedEntry[] {
  return comparisons.map((each) => {
    const finding = findings.find(({ field }) => field === each.field);
    return { ...each, agrees: finding?.agrees ?? true, remark: finding?.remark ?? null };
  });
}
