import type { Message } from '../errors/languages.ts';
import type { Role } from '../viewer/roles.ts';

/** What a happening is called, and who is told of it: whoever sees the case is not told everything (policy). */
export interface Happening {
  text: Message;
  toldTo: readonly Role[];
}

/** A happening that these roles are told of. */
export function told(toldTo: readonly Role[], kk: string, ru: string, en: string): Happening {
  return { text: { kk, ru, en }, toldTo };
}

/** Whether somebody in a role is told of what happened; auditors are told of everything: none of it is personal data. */
export function isToldTo({ toldTo }: Happening, role: Role): boolean {
  return role === 'system' || role === 'auditor' || toldTo.includes(role);
}
