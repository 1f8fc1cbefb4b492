import { defineEntity, p } from '@mikro-orm/postgresql';
import { instant } from '../../kit/orm/properties.ts';

/** Numbers of this form that the migration police gave out before or elsewhere; imported, never formed again. */
export const NumberInUseTable = defineEntity({
  name: 'NumberInUse',
  tableName: 'number_in_use',
  schema: 'iin',
  properties: { iin: p.text().primary(), importedAt: instant() },
});

/** One row: which eighth digits are open, and when the numbers in use were imported first. Both are a person's decisions. */
export const FormingTable = defineEntity({
  name: 'Forming',
  tableName: 'forming',
  schema: 'iin',
  properties: {
    id: p.integer().primary().autoincrement(false),
    openEighthDigits: p.type('int[]').columnType('int[]').$type<number[]>(),
    numbersImportedAt: instant().nullable(),
  },
});
