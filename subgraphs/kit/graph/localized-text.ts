import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { Public } from '../access/declare.ts';

/** One text in the three languages. */
@ObjectType({ description: 'One text in the three languages of the product.' })
@Directive('@shareable')
@Public()
export class LocalizedText {
  @Field(() => String, { description: 'In Kazakh.' })
  declare kk: string;

  @Field(() => String, { description: 'In Russian.' })
  declare ru: string;

  @Field(() => String, { description: 'In English.' })
  declare en: string;
}

/** One text in the three languages, as it is given. */
@InputType({ description: 'One text in the three languages of the product.' })
export class LocalizedTextInput {
  @Field(() => String, { description: 'In Kazakh.' })
  declare kk: string;

  @Field(() => String, { description: 'In Russian.' })
  declare ru: string;

  @Field(() => String, { description: 'In English.' })
  declare en: string;
}
