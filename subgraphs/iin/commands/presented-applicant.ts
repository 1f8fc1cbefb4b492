import type { PersonName, Sex } from '../../kit/graph/person.ts';
import type { Context } from '../../kit/subgraph/context.ts';

/** What `applicants` tells of a person; dates as ISO texts. */
export interface PresentedApplicant {
  id: string;
  version: number;
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: string;
  birthPlace: string;
  sex: Sex;
  citizenship: string;
  travelDocument: { number: string; issuingCountry: string; expiryDate: string };
  documents: { id: string; kind: string; expiresOn: string | null }[];
  consents: { id: string; kind: string; givenOn: string }[];
}

const selection = `{
  id version
  latinName { surname givenNames patronymic } cyrillicName { surname givenNames patronymic }
  birthDate birthPlace sex citizenship
  travelDocument { documentCode number issuingCountry issuedOn expiryDate }
  documents { id kind issuingCountry issuedOn expiresOn language originalShown translation attestation sha256 }
  consents { id kind givenOn }
}`;

/** Asks `applicants` for a person in the viewer's name; NOT_FOUND for somebody whom the viewer may not see. */
export function askForApplicant(context: Context, id: string): Promise<PresentedApplicant> {
  return context.ask<PresentedApplicant>('applicants', { __typename: 'Applicant', id }, selection);
}
