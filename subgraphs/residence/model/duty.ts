import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { PlainDate } from '../../kit/graph/scalars.ts';
import { auditedWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { dutyFigures, dutyKinds } from '../rules/duty.ts';
import type { DatedFigure, DutyFigureName } from '../rules/duty.ts';
import { paymentPolicy } from './visibility.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** What a state duty is paid for, as the graph names it. */
export const DutyKindName = enumeration(
  'DutyKind',
  dutyKinds,
  'What the state duty is paid for: the permission to reside (B§10), the residence permit (B§26).',
);

/** The figures, as the graph names them. */
export const DutyFigureNameInGraph = enumeration(
  'DutyFigureName',
  dutyFigures,
  'What the state duty is reckoned from: the monthly calculation index in tenge, and how many of it each duty is.',
);

/** What the state duty is reckoned from, each figure with the days on which it holds, both included, and where it is from; an administrator may correct it. */
export const DutyFigureTable = defineEntity({
  name: 'DutyFigure',
  tableName: 'duty_figure',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    figure: p.enum(dutyFigures),
    validFrom: plainDate(),
    validUntil: plainDate().nullable(),
    /** Of a tenge, or of an index. */
    hundredths: p.integer(),
    source: p.text(),
  },
  uniques: [{ properties: ['figure', 'validFrom'] }],
});

/** A figure that the state duty is reckoned from. */
@ObjectType({
  description:
    'What the state duty is reckoned from on the days from the first to the last: the monthly calculation index, or how many of it a duty is.',
})
@Public()
export class DutyFigure extends DutyFigureTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => DutyFigureNameInGraph, { description: 'Which figure.' })
  declare figure: DutyFigureName;

  @Field(() => PlainDate, { name: 'from', description: 'The first day on which it holds.' })
  declare validFrom: Temporal.PlainDate;

  @Field(() => PlainDate, {
    name: 'until',
    nullable: true,
    description: 'The last day on which it holds; none while it does.',
  })
  declare validUntil: Temporal.PlainDate | null;

  @Field(() => Int, {
    description: 'How much it is, in hundredths: of a tenge (432500 is 4,325 tenge), or of an index (20 is 0.2).',
  })
  declare hundredths: number;

  @Field(() => String, { description: 'Where it is from: a law on the budget, the Tax Code.' })
  declare source: string;
}
DutyFigureTable.setClass(DutyFigure);

/** Every figure, of all times. */
export async function dutyFiguresOf(reads: Reads): Promise<DatedFigure[]> {
  return reads.find(DutyFigure, {});
}

/** Figures by id. */
export async function dutyFiguresById(context: Context, ids: readonly string[]): Promise<Map<string, DutyFigure>> {
  return readMany(context.read(), DutyFigure, ids);
}

/** State duties that were paid, as the payment gateway told. */
export const DutyPaymentTable = defineEntity({
  name: 'DutyPayment',
  tableName: 'duty_payment',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    /** By which the gateway knows the payment. */
    reference: p.text().unique(),
    payerIin: p.text(),
    purpose: p.enum(dutyKinds),
    /** In tiyn, hundredths of a tenge. */
    amount: p.integer(),
    paidAt: instant(),
    recordedAt: instant(),
    recordedBy: p.uuid(),
    /** The case whose duty it proves. */
    caseId: p.uuid().nullable(),
  },
  indexes: [{ properties: ['payerIin'] }, { properties: ['caseId'] }],
  policies: [auditedWhen(paymentPolicy())],
  rowLevelSecurity: 'force',
});

/** A state duty that was paid. */
export class DutyPayment extends DutyPaymentTable.class {
  declare caseId: string | null;
}
DutyPaymentTable.setClass(DutyPayment);
