import type { PersonName, Sex } from '../../kit/graph/person.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import type { Language } from '../../kit/errors/languages.ts';
import type { MediaType } from '../../kit/storage/storage.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { PresentedTravelDocument } from '../model/person.ts';
import type { EApplicationDocument } from '../rules/e-application.ts';

/** What `applicants` tells of the person who applies; days as ISO texts. */
export interface EApplicantPerson {
  id: string;
  version: number;
  iin: string | null;
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: string;
  birthPlace: string;
  sex: Sex;
  citizenship: string;
  travelDocument: PresentedTravelDocument;
  language: Language;
  documents: PersonDocument[];
}

/** What `applicants` tells of a document; days as ISO texts. */
export interface PersonDocument {
  id: string;
  kind: DocumentKind;
  mediaType: MediaType;
  size: number;
  sha256: string;
  pixelWidth: number | null;
  pixelHeight: number | null;
  issuingCountry: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
  attestation: EApplicationDocument['attestation'];
}

const selection = `{
  id version iin language
  latinName { surname givenNames patronymic } cyrillicName { surname givenNames patronymic }
  birthDate birthPlace sex citizenship
  travelDocument { documentCode number issuingCountry issuedOn expiryDate }
  documents {
    id kind mediaType size sha256 pixelWidth pixelHeight issuingCountry issuedOn expiresOn attestation attestedOn languages translation
  }
}`;

/** Asks `applicants` for the person in the viewer's name; NOT_FOUND for somebody else. */
export function askForEApplicant(context: Context, id: string): Promise<EApplicantPerson> {
  return context.ask<EApplicantPerson>('applicants', { __typename: 'Applicant', id }, selection);
}

/** The columns in which a case keeps the person as presented. */
export function personOf(person: EApplicantPerson) {
  const { id, version, latinName, cyrillicName, birthDate, birthPlace, sex, citizenship, travelDocument, language } =
    person;
  return {
    applicantId: id,
    applicantVersion: version,
    latinName,
    cyrillicName,
    birthDate: Temporal.PlainDate.from(birthDate),
    birthPlace,
    sex,
    citizenship,
    travelDocument,
    language,
  };
}
