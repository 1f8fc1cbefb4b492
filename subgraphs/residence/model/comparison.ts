import { comparedData, compare } from '../rules/comparison.ts';
import type { Comparison, ComparedDocuments } from '../rules/comparison.ts';
import { finalDocumentKinds } from '../rules/final-documents.ts';
import type { CaseDocumentRow } from './case-document.ts';
import type { ResidenceCase } from './residence-case.ts';

/** What the passport says, as the final application keeps it with its scan; dates as ISO texts. */
interface KeptPassport {
  latinName: ResidenceCase['latinName'];
  birthDate: string;
  citizenship: string;
  issuingCountry: string;
  number: string;
  expiresOn: string;
}

/** What a case was given with the e-application beside what it was given at the service centre; nothing before that. */
export function comparisonOf(residenceCase: ResidenceCase, documents: readonly CaseDocumentRow[]): Comparison[] | null {
  const present = documents.filter(({ stage }) => stage === 'FINAL');
  const passport = present.find(({ kind }) => kind === 'IDENTITY_DOCUMENT');
  if (!passport) return null;
  const { latinName, birthDate, citizenship, travelDocument } = residenceCase;
  const { expiresOn, ...now } = passport.facts as unknown as KeptPassport;
  const earlier = documents.filter(({ stage }) => stage !== 'FINAL' && stage !== 'PERMIT');
  return compare(
    {
      data: comparedData({ latinName, birthDate: birthDate.toString(), citizenship, ...travelDocument }),
      documents: byKind(earlier),
    },
    { data: comparedData({ ...now, expiryDate: expiresOn }), documents: byKind(present) },
  );
}

/** The last document of each kind. */
function byKind(documents: readonly CaseDocumentRow[]): ComparedDocuments {
  return Object.fromEntries(
    finalDocumentKinds.flatMap((kind) => {
      const last = documents.findLast((each) => each.kind === kind);
      return last ? [[kind, last.id]] : [];
    }),
  );
}
