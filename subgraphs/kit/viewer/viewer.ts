import type { City, Role } from './roles.ts';

/** Who asks: what a verified token says of the account that acts. */
export interface Viewer {
  /** The account that answers in person for what it does (A§15-2). */
  accountId: string;
  role: Role;
  /** The mission, ministry or other office that the account belongs to. */
  officeId: string | null;
  city: City | null;
  /** What rights are written in: the role as `role:consul`, and what a partner system was given, such as `iin:verify`. */
  scopes: ReadonlySet<string>;
  /** When the token stops being one, in seconds since 1970. */
  expiresAt: number;
}
