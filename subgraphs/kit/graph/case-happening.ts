import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/declare.ts';
import { write } from '../errors/languages.ts';
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
  const em = await context.read();
  const rows = await em.execute<{ caseId: string; kind: string; at: string }[]>(
    `select case_id as "caseId", kind, at from ${subgraph}.event where case_id in (?) order by id`,
    [caseIds],
  );
  const shown = rows
    .filter(({ kind }) => isToldTo(happenings[kind]!, context.viewer!.role))
    .map(({ caseId, kind, at }) => ({
      caseId,
      kind,
      at: Temporal.Instant.from(at),
      text: write(happenings[kind]!.text, context.language),
    }));
  return Map.groupBy(shown, ({ caseId }) => caseId);
}
