import type { Problem } from '../../kit/errors/fault.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';

/** What is told of a document so that others can decide by it. */
export interface DocumentFacts {
  kind: DocumentKind;
  issuingCountry: string | null;
  stateSeal: boolean | null;
  languages: readonly string[] | null;
  provesCitizenshipOf: string | null;
  experienceMonths: number | null;
}

type Fact = Exclude<keyof DocumentFacts, 'kind'>;

/** What must be told of a document of a kind, because acceptance depends on it (A§6; B§10, §28); of other kinds it may be left out. */
const neededFacts: Partial<Record<DocumentKind, readonly Fact[]>> = {
  MARRIAGE_CERTIFICATE: ['issuingCountry', 'languages'],
  BIRTH_CERTIFICATE: ['stateSeal'],
  DEATH_CERTIFICATE: ['stateSeal'],
  INHERITANCE_PROOF: ['stateSeal'],
  IT_DIPLOMA: ['stateSeal'],
  IT_TRAINING_CERTIFICATE: ['stateSeal'],
  DISABILITY_CERTIFICATE: ['stateSeal'],
  ACTIVITY_PROOF: ['stateSeal'],
  NAME_CHANGE_CERTIFICATE: ['stateSeal', 'languages'],
  CITIZENSHIP_PROOF: ['stateSeal', 'languages'],
  CORRECTION_PROOF: ['stateSeal', 'languages'],
  PARENT_IDENTITY_DOCUMENT: ['provesCitizenshipOf'],
  IT_PORTFOLIO: ['experienceMonths'],
  CRIMINAL_RECORD_CERTIFICATE: ['issuingCountry', 'stateSeal'],
};

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** What is missing or wrong in what is told of a document, all at once. Whose seal it is has to be told of every document that bears one. */
export function documentFactProblems(document: DocumentFacts): Problem[] {
  const needed = new Set(neededFacts[document.kind]);
  if (document.stateSeal) needed.add('issuingCountry');
  const missing = [...needed].filter((fact) => isEmpty(document[fact]));
  const unknown = [...(document.languages ?? []).entries()].filter(([, code]) => languageCode(code) === undefined);
  const reference = document.kind === 'CRIMINAL_RECORD_CERTIFICATE' ? 'B§28' : 'A§6';
  return [
    ...missing.map((fact) => ({ code: 'DOCUMENT_FACT_MISSING', path: [fact], reference })),
    ...unknown.map(([index]) => ({ code: 'LANGUAGE_UNKNOWN', path: ['languages', index] })),
  ];
}

/** The shortest ISO 639 code of a language, `kk` for `kaz`; nothing for a text that is no such code. */
export function languageCode(code: string): string | undefined {
  if (!/^[a-z]{2,3}$/i.test(code)) return undefined;
  const [shortest] = Intl.getCanonicalLocales(code);
  return languageNames.of(shortest!) === undefined ? undefined : shortest;
}

function isEmpty(value: DocumentFacts[Fact]): boolean {
  return (value ?? null) === null || (Array.isArray(value) && value.length === 0);
}
