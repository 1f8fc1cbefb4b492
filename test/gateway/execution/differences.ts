import type { Outcome } from './contestant.ts';

/** How two outcomes differ, in words; nothing when they are equal. */
export function differenceOf(one: Outcome, other: Outcome): string | undefined {
  if (one.answer !== other.answer) return `answers\n${one.answer}\n--- but\n${other.answer}`;
  const [fetches, otherFetches] = [one.fetches.join('\n'), other.fetches.join('\n')];
  if (fetches !== otherFetches) return `asks the subgraphs\n${fetches}\n--- but\n${otherFetches}`;
  return undefined;
}
