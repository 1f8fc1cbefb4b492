import { registerEnumType } from 'type-graphql';

/** A GraphQL enumeration whose values are the words themselves. */
export function enumeration<Word extends string>(
  name: string,
  words: readonly Word[],
  description: string,
): Record<Word, Word> {
  const values = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
  registerEnumType(values, { name, description });
  return values;
}
