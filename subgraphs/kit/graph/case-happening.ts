import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/declare.ts';
import { write } from '../errors/languages.ts';
import { readHistory } from '../events/read-events.ts';
import type { KeptEvent } from '../events/read-events.ts';
import { isToldTo } from '../lifecycle/happenings.ts';
import type { Happening } from '../lifecycle/happenings.ts';
import type { Context } from '../subgraph/context.ts';
import type { SubgraphName } from '../subgraph/definition.ts';
import { DateTime } from './scalars.ts';

/** Something that happened to a case. It is reached through one, whose own declaration says who may. */
@ObjectType({ description: 'Something that happened to a petition, a residence case or a complaint.' })
@Directive('@shareable')
@Public()
export class CaseHappening {
  @Field(() => DateTime, { description: 'When.' })
  declare at: Temporal.Instant;

  @Field(() => String, { description: 'What, such as REGISTER.' })
  declare kind: string;

  @Field(() => String, { description: 'What, in your language.' })
  declare text: string;
}

/**
 * What happened to each case, the earliest first: what the viewer is told of.
 *
 * @param happenings everything that can have happened, by kind.
 */
export async function happeningsByCase(
  context: Context,
  subgraph: SubgraphName,
  happenings: Readonly<Record<string, Happening>>,
  caseIds: readonly string[],
): Promise<Map<string, CaseHappening[]>> {
  const events = await readHistory(context.read(), subgraph, caseIds);
  return new Map([...events].map(([id, some]) => [id, some.flatMap(shown)]));

  function shown({ kind, at }: KeptEvent<unknown>): CaseHappening[] {
    const happening = happenings[kind]!;
    return isToldTo(happening, context.viewer!.role)
      ? [{ at, kind, text: write(happening.text, context.language) }]
      : [];
  }
}
