/** What PostgreSQL tells of a failure beside its message; all of it names, never values. */
interface DatabaseFailure {
  /** SQLSTATE: five characters. */
  code?: string;
  schema?: string;
  table?: string;
  column?: string;
  constraint?: string;
}

/**
 * A failure for the log: what it is and where it happened. Messages repeat values (`invalid input syntax for type date: "…"`), and a value may be
 * somebody's name or number: of a database's failure the log gets the names only, of another one the message without what it quotes.
 */
export function describeFailure(failure: unknown): object {
  const { name, message, stack } = failure as Error;
  const { code, schema, table, column, constraint } = failure as DatabaseFailure;
  const place = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return /^[0-9A-Z]{5}$/.test(code ?? '')
    ? { name, code, schema, table, column, constraint, stack: place }
    : { name, code, message: withoutValues(message), stack: place };
}

/** A message up to the first value that it may repeat. */
function withoutValues(message: string | undefined): string | undefined {
  return message?.split(/: |[{["'`]/)[0]?.slice(0, 200);
}
