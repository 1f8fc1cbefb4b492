import { defineEntity, p } from '@mikro-orm/postgresql';
import { viewerIs } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** The number of a transaction of the database. */
export const transactionNumber = () => p.type('xid8').columnType('xid8').$type<string>();

export const SealTable = defineEntity({
  name: 'Seal',
  tableName: 'seal',
  schema: 'audit',
  properties: {
    number: p.integer().primary().autoincrement(false),
    /** It seals what these transactions of the epoch wrote: from the first one on, before the last one. */
    epoch: p.integer(),
    fromTransaction: transactionNumber(),
    untilTransaction: transactionNumber(),
    firstAt: instant(),
    lastAt: instant(),
    sealedAt: instant(),
    /** What was sealed, line by line: so that what was changed is found. */
    leaves: p.blob(),
    /** The signed statement. */
    jws: p.text(),
  },
  indexes: [{ properties: ['epoch', 'untilTransaction'] }, { properties: ['lastAt'] }],
  policies: [
    { name: 'read', command: 'select', using: viewerIs('auditor', 'system') },
    { name: 'write', command: 'insert', check: viewerIs('system') },
  ],
  rowLevelSecurity: 'force',
});

/** A seal over a batch of the journal. */
export class Seal extends SealTable.class {}
SealTable.setClass(Seal);

/** Which seals cover lines of a period (its end excluded): the first and the last of them; and the newest that there is. Numbers; 1 and 0 where there are none. */
export async function sealsOfPeriod(
  reads: Reads,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<{ first: number; last: number; newest: number }> {
  const [found] = await reads.execute<{ first: number; last: number; newest: number }[]>(
    `select coalesce(min(number), 1) as first, coalesce(max(number), 0) as last,
       coalesce((select max(number) from audit.seal), 0) as newest
       from audit.seal where last_at >= ? and first_at < ?`,
    [from.toString(), until.toString()],
  );
  return found!;
}
