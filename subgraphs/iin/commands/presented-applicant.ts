import type { PersonName, Sex } from '../../kit/graph/person.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Brought } from '../rules/acceptance.ts';
import type { IinApplication } from '../model/application.ts';
import type { BroughtDocument } from '../rules/document-faults.ts';

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
  ethnicity: string | null;
  countryOfArrival: string | null;
  address: { country: string; region: string | null; district: string | null; address: string } | null;
  travelDocument: { number: string; issuingCountry: string; expiryDate: string };
  documents: PresentedDocument[];
  consents: { id: string; kind: string; givenOn: string }[];
}

/** What `applicants` tells of a document; dates as ISO texts. */
type PresentedDocument = Omit<BroughtDocument, 'attested' | 'expiresOn' | 'appointedOn'> & {
  id: string;
  attestation: 'NONE' | 'APOSTILLE' | 'LEGALISATION';
  expiresOn: string | null;
  appointedOn: string | null;
};

const selection = `{
  id version
  latinName { surname givenNames patronymic } cyrillicName { surname givenNames patronymic }
  birthDate birthPlace sex citizenship ethnicity countryOfArrival
  address { country region district address }
  travelDocument { documentCode number issuingCountry issuedOn expiryDate }
  documents {
    id kind issuingCountry stateSeal issuedOn expiresOn originalShown attestation attestedOn languages detailsToTranslate translation
    provesCitizenshipOf experienceMonths appointedOn sha256
  }
  consents { id kind givenOn }
}`;

/** Asks `applicants` for a person in the viewer's name; NOT_FOUND for somebody whom the viewer may not see. */
export function askForApplicant(context: Context, id: string): Promise<PresentedApplicant> {
  return context.ask<PresentedApplicant>('applicants', { __typename: 'Applicant', id }, selection);
}

/** The person with whom an application was registered, as `applicants` told of them then. */
export function personPresented({ presented }: Pick<IinApplication, 'presented'>): PresentedApplicant {
  return presented as PresentedApplicant;
}

/** The documents with which an application was registered. */
export function documentsPresented(application: Pick<IinApplication, 'presented'>): readonly PresentedDocument[] {
  return personPresented(application).documents;
}

/** What the rules of acceptance ask of a person who was presented. */
export function broughtBy({ birthDate, travelDocument, documents, consents }: PresentedApplicant): Brought {
  return {
    birthDate: Temporal.PlainDate.from(birthDate),
    identityExpiresOn: Temporal.PlainDate.from(travelDocument.expiryDate),
    documents: documents.map((document) => ({
      ...document,
      attested: document.attestation !== 'NONE',
      expiresOn: dayOf(document.expiresOn),
      appointedOn: dayOf(document.appointedOn),
    })),
    consented: consents.some(({ kind }) => kind === 'PERSONAL_DATA_PROCESSING'),
  };
}

/** A day that was told as an ISO text. */
export function dayOf(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : Temporal.PlainDate.from(text);
}
