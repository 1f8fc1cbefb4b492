import type { Language } from '../../kit/errors/languages.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import type { PersonName, Sex } from '../../kit/graph/person.ts';
import type { MediaType } from '../../kit/storage/storage.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { PresentedTravelDocument } from '../model/person.ts';

/** What `applicants` tells of a person; dates as ISO texts. */
export interface PresentedPerson {
  id: string;
  version: number;
  iin: string | null;
  language: Language;
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: string;
  birthPlace: string;
  sex: Sex;
  citizenship: string;
  travelDocument: PresentedTravelDocument;
  documents: PresentedDocument[];
}

/** What `applicants` tells of a document; dates as ISO texts. */
export interface PresentedDocument {
  id: string;
  kind: DocumentKind;
  mediaType: MediaType;
  size: number;
  sha256: string;
  pixelWidth: number | null;
  pixelHeight: number | null;
  issuingCountry: string | null;
  expiresOn: string | null;
  attestation: 'NONE' | 'APOSTILLE' | 'LEGALISATION';
  [fact: string]: unknown;
}

const selection = `{
  id version iin language
  latinName { surname givenNames patronymic } cyrillicName { surname givenNames patronymic }
  birthDate birthPlace sex citizenship
  travelDocument { documentCode number issuingCountry issuedOn expiryDate }
  documents {
    id kind mediaType size sha256 pixelWidth pixelHeight issuingCountry stateSeal issuedOn expiresOn attestation attestedOn languages translation experienceMonths
  }
}`;

/** Asks `applicants` for a person in the viewer's name; NOT_FOUND for somebody whom the viewer may not see. */
export function askForPerson(context: Context, id: string): Promise<PresentedPerson> {
  return context.ask<PresentedPerson>('applicants', { __typename: 'Applicant', id }, selection);
}

/** The columns in which a case keeps the person as presented. */
export function personOf(person: PresentedPerson) {
  const { id, version, birthDate, ...presented } = person;
  const { latinName, cyrillicName, birthPlace, sex, citizenship, travelDocument, language } = presented;
  const columns = { latinName, cyrillicName, birthPlace, sex, citizenship, travelDocument, language };
  return { ...columns, applicantId: id, applicantVersion: version, birthDate: Temporal.PlainDate.from(birthDate) };
}
