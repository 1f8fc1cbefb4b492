import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { SexName } from '../../kit/graph/person.ts';
import type { Sex } from '../../kit/graph/person.ts';
import { CountryCode, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { readMrz } from '../rules/mrz.ts';

/** What a machine-readable zone says. */
@ObjectType({
  description: 'What the machine-readable zone of a travel document says (ICAO 9303); its check digits were right.',
})
@Public()
export class MachineReadableZone {
  @Field(() => String, { description: 'TD1, TD2 or TD3.' })
  declare format: string;

  @Field(() => String, { description: 'The code of its kind, such as P.' })
  declare documentCode: string;

  @Field(() => String, { description: 'The number of the document.' })
  declare documentNumber: string;

  @Field(() => CountryCode, { description: 'Who issued it.' })
  declare issuingCountry: string;

  @Field(() => CountryCode, { description: 'The nationality.' })
  declare nationality: string;

  @Field(() => String, { nullable: true, description: 'The surname, or a single name.' })
  declare surname: string | null;

  @Field(() => String, { nullable: true, description: 'The given names.' })
  declare givenNames: string | null;

  @Field(() => Boolean, { description: 'Whether the names may have been cut off because the field ended.' })
  declare namesTruncated: boolean;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'The date of birth; null when the document does not know the day or the month.',
  })
  declare birthDate: Temporal.PlainDate | null;

  @Field(() => Int, { description: 'The year of birth, which is always known.' })
  declare birthYear: number;

  @Field(() => SexName, { description: 'The sex.' })
  declare sex: Sex;

  @Field(() => PlainDate, { description: 'The last day on which the document is valid.' })
  declare expiryDate: Temporal.PlainDate;
}

@Resolver()
export class ReadMrzQuery {
  @Query(() => MachineReadableZone, {
    nullable: true,
    description: 'Reads the machine-readable zone of a travel document and verifies its check digits. Nothing is kept.',
  })
  @Public()
  readMrz(
    @Arg('lines', () => [String], { description: 'Its two or three lines.' }) lines: string[],
    @Ctx() context: Context,
  ): MachineReadableZone {
    const reading = readMrz(lines, { today: almatyDate(context.now()), specimens: context.services.demo });
    if (reading.ok) return { ...reading.value, birthYear: reading.value.birthDateParts.year };
    refuseProblems(reading.problems.map((problem) => ({ ...problem, path: ['lines', ...problem.path] })));
    throw new Error('A zone is read or has problems');
  }
}
