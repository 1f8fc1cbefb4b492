import { Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { CityName } from '../../kit/graph/city.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { officeKinds, OfficeTable } from '../../kit/model/tables.ts';
import type { City } from '../../kit/viewer/roles.ts';

/** What an office is. */
export const OfficeKind = enumeration('OfficeKind', officeKinds, 'What an office is.');

/** An office that accounts belong to. */
@ObjectType({
  description: 'An office that accounts belong to: a mission, the MFA, a migration office or a service centre.',
})
@Public()
export class Office extends OfficeTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => OfficeKind, { description: 'What it is.' })
  declare kind: (typeof officeKinds)[number];

  @Field(() => LocalizedText, { description: 'Its name.' })
  declare name: LocalizedText;

  @Field(() => CityName, { nullable: true, description: 'Its city, for migration offices and service centres.' })
  declare city: City | null;
}
OfficeTable.setClass(Office);
