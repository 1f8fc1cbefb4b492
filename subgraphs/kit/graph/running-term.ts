import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/declare.ts';
import type { CaseTerm } from '../terms/term-table.ts';
import { isOverdue, TERMS } from '../terms/terms.ts';
import type { TermKind } from '../terms/terms.ts';
import { enumeration } from './enums.ts';
import { DateTime } from './scalars.ts';
import { TermKindName } from './term-kinds.ts';

const binds = enumeration('TermBinds', ['APPLICANT', 'AUTHORITY'] as const, 'Who has to keep a term.');

/** A clock of a case. It is reached through one, whose own declaration says who may. */
@ObjectType({ description: 'A term that runs, or ran, for a petition, a residence case or a complaint.' })
@Directive('@shareable')
@Public()
export class RunningTerm {
  @Field(() => TermKindName, { description: 'Which one.' })
  declare kind: TermKind;

  @Field(() => binds, { description: 'Who has to keep it.' })
  declare binds: keyof typeof binds;

  @Field(() => String, { description: 'The paragraph that sets it, such as "B§12".' })
  declare reference: string;

  @Field(() => DateTime, { description: 'The event that it began with.' })
  declare startedAt: Temporal.Instant;

  @Field(() => DateTime, {
    description: 'By when: the first moment that is too late, or 18:30 of the last day for working days.',
  })
  declare dueAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; none while it runs.' })
  declare endedAt: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'Whether it is over and was not kept, or was kept too late.' })
  declare overdue: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds until it is due, negative once it is late; none when it has ended.',
  })
  declare remaining: number | null;
}

/** Terms as the graph shows them. */
export function shownTerms(terms: readonly CaseTerm[], now: Temporal.Instant): RunningTerm[] {
  return terms.map(({ kind, startedAt, dueAt, endedAt }) => ({
    kind,
    binds: TERMS[kind].binds,
    reference: TERMS[kind].reference,
    startedAt,
    dueAt,
    endedAt,
    overdue: isOverdue({ kind, dueAt }, endedAt ?? now),
    remaining: endedAt ? null : Math.trunc(now.until(dueAt).total('seconds')),
  }));
}
