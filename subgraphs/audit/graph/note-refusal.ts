import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../kit/access/declare.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import { writeJournal } from '../../kit/journal/journal.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';

/** Why a gateway refuses what is journalled. */
const refusals = ['FORBIDDEN', 'NOT_FOUND'];

/** How many lines one refused operation makes at the most: what else it names, its text tells. */
const mostLines = 20;

/** The names of the schema, and no other text. */
const nameInSchema = /^\w{1,100}(\.\w{1,100})?$/;

@InputType({ description: 'What a gateway refused its caller.' })
@Directive('@inaccessible')
export class NoteRefusalInput {
  @Field(() => [String], { description: 'The fields that were refused, such as Query.journal, or a type.' })
  declare actions: string[];

  @Field(() => String, { description: 'Why: FORBIDDEN, or NOT_FOUND.' })
  declare outcome: string;

  @Field(() => ID, { nullable: true, description: 'What was asked for by its id.' })
  declare subject: string | null;
}

/** What gateways tell of what they refuse before any subgraph is asked. Asked of this subgraph directly, with the caller's token; not part of the public graph. */
@Resolver()
export class NoteRefusalMutation {
  @Mutation(() => Boolean, {
    nullable: true,
    description: 'Writes into the journal that the caller was refused something.',
  })
  @SignedIn('own account')
  @Directive('@inaccessible')
  async noteRefusal(
    @Arg('input', () => NoteRefusalInput) { actions, outcome, subject }: NoteRefusalInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    if (!refusals.includes(outcome) || !actions.every((action) => nameInSchema.test(action)))
      throw new Fault('BAD_USER_INPUT');
    const subjects = subject != null && isId(subject) ? [subject] : [];
    const lines = [...new Set(actions)].slice(0, mostLines).map((action) => ({
      kind: 'REFUSAL' as const,
      action,
      subjects,
      outcome,
    }));
    const { orm, viewer, services, caller } = context;
    await transactionAs(orm, viewer, services.clock, (em) =>
      writeJournal(em, viewer, caller.trace, context.now(), lines),
    );
    return true;
  }
}
