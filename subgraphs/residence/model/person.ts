import { p } from '@mikro-orm/postgresql';
import { sexes } from '../../kit/graph/person.ts';
import type { PersonName } from '../../kit/graph/person.ts';
import { languages } from '../../kit/errors/languages.ts';
import { plainDate } from '../../kit/orm/properties.ts';

/** The person as presented when the petition or the e-application arrived, copied at that moment as a paper file would hold it. */
export const personColumns = () => ({
  applicantId: p.uuid(),
  applicantVersion: p.integer(),
  /** The account of the person. */
  accountId: p.uuid(),
  iin: p.text(),
  latinName: p.json().$type<PersonName>(),
  cyrillicName: p.json().$type<PersonName>(),
  birthDate: plainDate(),
  birthPlace: p.text(),
  sex: p.enum(sexes),
  citizenship: p.text(),
  travelDocument: p.json().$type<PresentedTravelDocument>(),
  /** The language that the person wants to be told in. */
  language: p.enum(languages),
});

/** The travel document as it was presented; dates as ISO texts. */
export interface PresentedTravelDocument {
  documentCode: string;
  number: string;
  issuingCountry: string;
  issuedOn: string | null;
  expiryDate: string;
}
