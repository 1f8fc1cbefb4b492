import { p } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { Masked, Public } from '../../kit/access/declare.ts';
import { CountryCode, PlainDate } from '../../kit/graph/scalars.ts';
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

/** The travel document as it was presented; dates as ISO texts. It is reached through a case, whose own declaration says who may. */
@ObjectType({ description: 'A travel document as it was presented.' })
@Public()
export class PresentedTravelDocument {
  @Field(() => String, { description: 'The code of its kind in the machine-readable zone, such as P.' })
  declare documentCode: string;

  @Field(() => String, { description: 'Its number.' })
  @Masked('number')
  declare number: string;

  @Field(() => CountryCode, { description: 'Who issued it.' })
  declare issuingCountry: string;

  @Field(() => PlainDate, { nullable: true, description: 'The day of issue.' })
  declare issuedOn: string | null;

  @Field(() => PlainDate, { description: 'The last day on which it is valid.' })
  declare expiryDate: string;
}
