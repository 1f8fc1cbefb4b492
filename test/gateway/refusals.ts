import { expect } from '@jest/globals';
import { contractCodes } from '../support/contract-codes.ts';
import { contents } from '../support/contents.ts';
import type { ClientError } from '../support/graph-client.ts';
import type { TestProduct } from '../support/product.ts';

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

function codesOf({ errors }: Refusal): string[] {
  return errors.map(({ extensions }) => extensions.code);
}

function textsOf({ errors }: Refusal): string[] {
  return errors.flatMap(({ message, extensions }) => [
    message,
    ...(extensions.problems ?? []).map((each) => each.message),
  ]);
}
