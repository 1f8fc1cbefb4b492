import type { Bilingual, Block } from './blocks.ts';

/** A row of a form: the caption in both languages, the value under it; of several paragraphs each begins in both columns at once. */
export function row(caption: Bilingual, ...value: readonly Bilingual[]): Block {
  return {
    parts: [{ style: 'caption', text: caption }, ...value.map((text) => ({ style: 'value' as const, text }))],
    rule: 'hair',
  };
}

/** The same text in both columns, for each column is a whole document in its language. */
export function twice(text: string): Bilingual {
  return { kk: text, ru: text };
}

/** A date as both languages write it: 16.04.1980. */
export function day(date: Temporal.PlainDate): string {
  return [date.day, date.month, date.year].map((part) => String(part).padStart(2, '0')).join('.');
}
