import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import { TermKindName } from '../../kit/graph/term-kinds.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { term } from '../../kit/terms/terms.ts';
import type { TermKind } from '../../kit/terms/terms.ts';
import { withinKnownYears, workingCalendar } from '../../kit/terms/working-calendar.ts';

/** When a term ends. */
@ObjectType({ description: 'When a term of the orders ends.' })
@Public()
export class Term {
  @Field(() => TermKindName, { description: 'Which term it is.' })
  declare kind: TermKind;

  @Field(() => DateTime, {
    description:
      'For terms in working days 18:30 of the last day; for terms in calendar days and years the first moment that is too late.',
  })
  declare dueAt: Temporal.Instant;

  @Field(() => PlainDate, { description: 'The last day of the term, Astana date.' })
  declare lastDay: Temporal.PlainDate;

  @Field(() => String, { description: 'The paragraph that it comes from, such as A§5.' })
  declare reference: string;
}

@Resolver()
export class TermQuery {
  @Query(() => Term, {
    description: 'When a term ends that begins with an event at a moment (A§5 and the terms of both orders).',
  })
  @Public()
  async term(
    @Arg('kind', () => TermKindName) kind: TermKind,
    @Arg('from', () => DateTime, {
      description: 'The moment of the event. The term starts on the next day, Astana date.',
    })
    from: Temporal.Instant,
    @Ctx() context: Context,
  ): Promise<Term> {
    const calendar = await workingCalendar(context.read());
    return withinKnownYears(
      () => term(calendar, kind, from),
      (year) =>
        new Fault('BAD_USER_INPUT', {
          problems: [{ code: 'CALENDAR_YEAR_UNKNOWN', path: ['from'], params: { year } }],
        }),
    );
  }
}
