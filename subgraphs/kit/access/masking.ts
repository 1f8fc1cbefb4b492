import type { Role } from '../viewer/roles.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** How a masked reader sees a value: the initials of a name, the last characters of a number, or nothing. */
export type Masking = 'name' | 'number' | 'hidden';

/** Who sees personal data masked, but for what is disclosed to them. */
const maskedRoles: readonly Role[] = ['auditor'];

/** Whether somebody sees personal data masked. */
export function isMasked(viewer: Viewer | undefined): boolean {
  return viewer !== undefined && maskedRoles.includes(viewer.role);
}

/** What stands for characters that are left out: nobody takes it for a value. */
const leftOut = '…';

/** How many characters at the end of a number are shown; of a number that has less than twice as many, none. */
const lastShown = 3;

/**
 * A value as a masked reader sees it.
 *
 * @param nullable whether the field may be null; a hidden text that may not is left out otherwise.
 */
export function maskedValue(value: unknown, masking: Masking, nullable: boolean): unknown {
  if (value === null || value === undefined) return null;
  if (masking === 'hidden') return nullable ? null : leftOut;
  return masking === 'name' ? initials(value as string) : lastCharacters(value as string);
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  return words.map((word) => `${[...word][0]!}.`).join(' ');
}

function lastCharacters(number: string): string {
  const characters = [...number];
  return leftOut + (characters.length < 2 * lastShown ? '' : characters.slice(-lastShown).join(''));
}
