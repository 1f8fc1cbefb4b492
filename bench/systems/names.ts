/** The systems, in the order of the table. */
export const systemNames = [
  'stock gateway',
  'Hive Gateway',
  'Qonaq over HTTP',
  'Qonaq in process',
  'PostGraphile',
  'bare server',
] as const;

/** A system that can be chosen. */
export type SystemName = (typeof systemNames)[number];
