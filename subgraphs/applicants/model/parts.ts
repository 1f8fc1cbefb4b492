import { Field, InputType, ObjectType } from 'type-graphql';
import { Masked, Public } from '../../kit/access/declare.ts';
import { CountryCode, PlainDate } from '../../kit/graph/scalars.ts';
import type { VisualZone } from '../rules/mrz-compare.ts';
import { SharedFieldName } from './enumerations.ts';

// The parts of an applicant. They are reached through an applicant only, whose own declaration says who may.

/** The identity document that was presented. */
@ObjectType({ description: 'The identity document that was presented (A§6).' })
@Public()
export class TravelDocument {
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

/** How a person is reached. */
@ObjectType({ description: 'How a person is reached.' })
@InputType('ContactsInput', { description: 'How a person is reached.' })
@Public()
export class Contacts {
  @Field(() => String, { nullable: true, description: 'An e-mail address.' })
  @Masked('number')
  declare email: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number with the code of its country.' })
  @Masked('number')
  declare telephone: string | null;
}

/** An address as the application asks for it. */
@ObjectType({ description: 'An address (A-form 1).' })
@InputType('AddressInput', { description: 'An address (A-form 1).' })
@Public()
export class Address {
  @Field(() => CountryCode, { description: 'The country.' })
  declare country: string;

  @Field(() => String, { nullable: true, description: 'The region.' })
  declare region: string | null;

  @Field(() => String, { nullable: true, description: 'The district.' })
  declare district: string | null;

  @Field(() => String, { description: 'Street, house, flat.' })
  declare address: string;
}

/** A disagreement of the two zones, settled by the consul. */
@ObjectType({ description: 'A field on which the two zones of the document disagreed, and why the visual one holds.' })
@InputType('SettledDisagreementInput', {
  description: 'A field on which the two zones of the document disagree, and why the visual one holds.',
})
@Public()
export class SettledDisagreement {
  @Field(() => SharedFieldName, { description: 'The field.' })
  declare field: keyof VisualZone;

  @Field(() => String, { description: 'Why the visual zone holds.' })
  declare reason: string;
}
