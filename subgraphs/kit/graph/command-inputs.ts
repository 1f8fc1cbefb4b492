import { Field, ID, InputType, Int } from 'type-graphql';

/** What the input of every command may carry. */
@InputType()
export abstract class CommandInputFields {
  @Field(() => String, {
    nullable: true,
    description:
      'Chosen by the client, at most 200 characters. A repeat with the same key finds the same outcome and changes nothing.',
  })
  declare idempotencyKey: string | null;
}

/** What the input of every command on something that exists carries. */
@InputType()
export abstract class ChangeInputFields extends CommandInputFields {
  @Field(() => ID, { description: 'What is to be changed.' })
  declare id: string;

  @Field(() => Int, {
    description: 'The version that the client saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number;
}
