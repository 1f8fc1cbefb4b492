import type { Role } from '../../kit/viewer/roles.ts';

/** Which kind of office the accounts of a role belong to; those of other roles belong to none. */
const officeOf: Partial<Record<Role, string>> = {
  consul: 'MISSION',
  authorised_employee: 'MFA',
  manager: 'MFA',
  kkq_officer: 'MIGRATION_OFFICE',
  psc_officer: 'SERVICE_CENTRE',
};

/** Whether an account of a role fits an office: of the right kind, or none where the role has none. */
export function fitsOffice(role: Role, officeKind: string | undefined): boolean {
  return officeOf[role] === officeKind;
}
