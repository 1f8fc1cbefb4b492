import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { Masked, Public } from '../access/declare.ts';
import { enumeration } from './enums.ts';

/** The sex as a travel document states it. */
export const sexes = ['MALE', 'FEMALE', 'UNSPECIFIED'] as const;

/** Male, female or unspecified. */
export type Sex = (typeof sexes)[number];

/** The sexes, as the graph names them. */
export const SexName = enumeration('Sex', sexes, 'The sex as a travel document states it.');

/** A name in one script. Nobody must have both a surname and given names. It is reached through somebody, whose own declaration says who may. */
@ObjectType({ description: 'A name in one script; a person may have a single name, which is the surname.' })
@Directive('@shareable')
@Public()
export class PersonName {
  @Field(() => String, { nullable: true, description: 'The surname.' })
  @Masked('name')
  declare surname: string | null;

  @Field(() => String, { nullable: true, description: 'The given names.' })
  @Masked('name')
  declare givenNames: string | null;

  @Field(() => String, { nullable: true, description: 'The patronymic, if any.' })
  @Masked('name')
  declare patronymic: string | null;
}

/** A name in one line, as it is spoken of. */
export function wholeName({ surname, givenNames, patronymic }: PersonName): string {
  return [surname, givenNames, patronymic].filter(Boolean).join(' ');
}

/** A name in one script, as it is given. */
@InputType({ description: 'A name in one script; a person may have a single name, which is the surname.' })
export class PersonNameInput {
  @Field(() => String, { nullable: true, description: 'The surname.' })
  declare surname: string | null;

  @Field(() => String, { nullable: true, description: 'The given names.' })
  declare givenNames: string | null;

  @Field(() => String, { nullable: true, description: 'The patronymic, if any.' })
  declare patronymic: string | null;
}
