import { createHash, randomInt } from 'node:crypto';

/** How many a person gets. */
const count = 10;

/** Letters and digits that nobody takes for each other on paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Codes for the day on which the telephone is lost: each works once in place of a one-time code. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => `${part()}-${part()}-${part()}`);
}

/** A recovery code as it is kept. Long enough for a plain hash: nobody guesses 73 bits. */
export function hashRecoveryCode(code: string): string {
  return createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .digest('base64url');
}

function part(): string {
  return Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
