import type { City, Role } from '../../kit/viewer/roles.ts';

/** The services that can be complained of: the number (order A), the petition and the residence (order B, by the same rules: policy). */
export const services = ['IIN', 'PETITION', 'RESIDENCE'] as const;

/** A service that can be complained of. */
export type Service = (typeof services)[number];

/** What a complaint can be about: a case, or a service in general. */
export const subjectKinds = ['IIN_APPLICATION', 'PETITION', 'RESIDENCE_CASE', 'SERVICE'] as const;

/** A case, or a service in general. */
export type SubjectKind = (typeof subjectKinds)[number];

/** To whom a complaint is addressed (A§16, A§17). */
export const addressees = ['PROVIDER', 'REVIEWING_BODY'] as const;

/** The provider of the service, or the body that reviews. */
export type Addressee = (typeof addressees)[number];

/** What a complaint is against (A§15-3). */
export const complaintTargets = ['DECISION', 'ACT', 'OMISSION'] as const;

/** A decision, an act or an omission. */
export type ComplaintTarget = (typeof complaintTargets)[number];

/** Who acts for the provider of each service. */
export const providers = {
  IIN: ['iin_operator'],
  PETITION: ['hub_officer', 'mddiai_signer'],
  RESIDENCE: ['kkq_officer'],
} as const satisfies Record<Service, readonly Role[]>;

/** Everybody who acts for a provider. */
export const providerRoles = Object.values(providers).flat();

/** Whether somebody acts for the provider of a service; for the residence of their city. */
export function actsForProvider(
  { role, city }: { role: Role; city: City | null },
  of: { service: Service; city: City | null },
): boolean {
  const roles: readonly Role[] = providers[of.service];
  return roles.includes(role) && (of.service !== 'RESIDENCE' || of.city === city);
}
