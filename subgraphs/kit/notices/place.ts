import type { City, Role } from '../viewer/roles.ts';

/** The roles that are told what concerns their own office. */
export const rolesOfOffices = ['consul', 'authorised_employee'] as const satisfies Role[];

/** The roles that are told what concerns their city. */
export const rolesOfCities = ['kkq_officer', 'psc_officer'] as const satisfies Role[];

/** Where a role is told: at an office, in a city, or everywhere. */
export interface NoticePlace {
  officeId: string | null;
  city: City | null;
}

/** Of where somebody belongs, the place at which they are told as one of their role. */
export function placeOf(role: Role, { officeId, city }: NoticePlace): NoticePlace {
  return {
    officeId: isOneOf(rolesOfOffices, role) ? officeId : null,
    city: isOneOf(rolesOfCities, role) ? city : null,
  };
}

function isOneOf(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role);
}
