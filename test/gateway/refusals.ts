import { expect } from '@jest/globals';
import type { Client } from 'pg';
import type { ClientError } from '../support/graph-client.ts';
import type { TestProduct } from '../support/product.ts';

/** The error codes of the contract. */
export const contractCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'WRONG_STATE',
  'CONFLICT',
  'BARRED',
  'TERM_EXPIRED',
  'PILOT_CLOSED',
  'SIGNATURE_INVALID',
  'RATE_LIMITED',
  'OPERATION_TOO_COMPLEX',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
];

/** An answer that refuses. */
interface Refusal {
  status: number;
  errors: ClientError[];
}

/**
 * Asks the same in Kazakh, Russian and English. It must be refused each time with the same codes of the contract, in three languages, with the number of
 * the request; nothing may be written, and the product lives on. Answers the English refusal.
 */
export async function refused<Answer extends Refusal>(
  product: TestProduct,
  ask: (language: string) => Promise<Answer>,
): Promise<Answer> {
  const before = await contents(product.database);
  // Whoever asks for none of the three languages is answered in Kazakh.
  const kazakh = await ask('de');
  const russian = await ask('ru');
  const english = await ask('en');

  for (const { errors } of [kazakh, russian, english]) {
    expect(errors).not.toEqual([]);
    for (const { extensions } of errors) {
      expect(contractCodes).toContain(extensions.code);
      expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(extensions.requestId).toMatch(/^[\w-]{8,64}$/);
    }
  }
  const inThreeLanguages = [kazakh, russian, english].map(textsOf);
  for (const [index, text] of inThreeLanguages[2]!.entries()) {
    expect(new Set(inThreeLanguages.map((texts) => texts[index])).size).toBe(3);
    expect(text).not.toBe('');
  }
  expect([kazakh, russian].map(codesOf)).toEqual([codesOf(english), codesOf(english)]);
  expect(await contents(product.database)).toEqual(before);
  expect(await product.anybody().ask('{ mission(number: 13) { number } }')).toEqual({ mission: { number: 13 } });
  return english;
}

/** Every problem of an answer, as `CODE at.its.path`. */
export function problemsOf({ errors }: Refusal): string[] {
  return errors.flatMap(({ extensions }) =>
    (extensions.problems ?? []).map(({ code, path }) => `${code} ${path.join('.')}`),
  );
}

/** How many rows each table of the cases has, and a sum over all that is in them: what is written half is seen here. */
export async function contents(database: Client): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('applicants', 'iin') order by 1`,
  );
  const sums = tables.map(
    ({ name }) => `select '${name}' as name, count(*) || ' ' || ${sum('row')} as sum from ${name} row`,
  );
  const { rows } = await database.query<{ name: string; sum: string }>(sums.join(' union all '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

function sum(row: string): string {
  return `md5(coalesce(string_agg(${row}::text, ',' order by ${row}::text), ''))`;
}

function codesOf({ errors }: Refusal): string[] {
  return errors.map(({ extensions }) => extensions.code);
}

function textsOf({ errors }: Refusal): string[] {
  return errors.flatMap(({ message, extensions }) => [
    message,
    ...(extensions.problems ?? []).map((each) => each.message),
  ]);
}
