import type { MikroORM } from '@mikro-orm/postgresql';
import type { SqlValue, Statement, StatementResult } from './batch.ts';

/** Tells the log of the object-relational mapper what was sent beside it, in its form; where it doesn't listen, nothing is written. */
export function logStatements(
  orm: MikroORM,
  statements: readonly Statement[],
  results: readonly StatementResult[],
): void {
  if (!orm.config.get('debug')) return;
  const logger = orm.config.getLogger();
  statements.forEach(({ text, values }, index) => {
    const query = text.replaceAll(/\$(\d+)/g, (_mark, number: string) => literal(values[Number(number) - 1]!));
    logger.logQuery({ level: 'info', query, took: 0, results: results[index]!.rows.length });
  });
}

function literal(value: SqlValue): string {
  return value === null ? 'null' : `'${value.replaceAll("'", "''")}'`;
}
