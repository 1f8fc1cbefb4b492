import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { enumeration } from '../../kit/graph/enums.ts';
import { visibleWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { dutyFigures, dutyKinds } from '../rules/duty.ts';
import type { DatedFigure } from '../rules/duty.ts';
import { paymentPolicy } from './visibility.ts';

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

/** Every figure, of all times. */
export async function dutyFiguresOf(em: EntityManager): Promise<DatedFigure[]> {
  return (await em.find(DutyFigureTable, {})) as DatedFigure[];
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
  policies: [visibleWhen(paymentPolicy())],
  rowLevelSecurity: 'force',
});

/** A state duty that was paid. */
export class DutyPayment extends DutyPaymentTable.class {
  declare caseId: string | null;
}
DutyPaymentTable.setClass(DutyPayment);
