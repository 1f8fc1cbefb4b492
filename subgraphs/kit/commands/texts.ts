import type { Problem } from '../errors/fault.ts';

/** The longest text that an input may hold where its field says nothing else. */
const longest = 2_000;

/** The longest electronic signature: a CMS with certificates, in base64. */
const longestSignature = 100_000;

/** The longest idempotency key. */
const longestKey = 200;

// Control characters, invisible direction marks and unpaired surrogates: nothing that a person typed, and some of it a database refuses.
const forbidden = /[[\p{Cc}--[\t\n\r]]\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/v;

/** Every text of an input in one form (NFC, no spaces at its ends), and what is wrong with any of them. */
export function readTexts<Input>(input: Input): { input: Input; problems: Problem[] } {
  const problems: Problem[] = [];
  return { input: visit(input, []) as Input, problems };

  function visit(value: unknown, path: readonly (string | number)[]): unknown {
    if (typeof value === 'string') return text(value, path);
    if (Array.isArray(value)) return value.map((each, index) => visit(each, [...path, index]));
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, visit(each, [...path, name])]));
  }

  function text(value: string, path: readonly (string | number)[]): string {
    const isKey = path.length === 1 && path[0] === 'idempotencyKey';
    const max = isKey ? longestKey : path.at(-1) === 'signature' ? longestSignature : longest;
    if (value.length > max) problems.push({ code: 'TEXT_TOO_LONG', path, params: { max } });
    else if (isKey && value.trim() === '') problems.push({ code: 'TEXT_EMPTY', path });
    else if (forbidden.test(value) || !value.isWellFormed())
      problems.push({ code: 'TEXT_HAS_CONTROL_CHARACTERS', path });
    return value.normalize('NFC').trim();
  }
}

/** Objects of an input: those that GraphQL makes (with or without a prototype, or of an input class), not Temporal's. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Object.prototype.toString.call(value).startsWith('[object Temporal')
  );
}
