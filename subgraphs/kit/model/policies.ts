import { raw } from '@mikro-orm/core';
import type { PolicyDef } from '@mikro-orm/postgresql';
import type { Role } from '../viewer/roles.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** The SQL condition that the viewer has one of these roles. */
export function viewerIs(...roles: Role[]): string {
  const [first, ...others] = roles.map((role) => `'${role}'`);
  // PostgreSQL itself writes a list of one in this way; a policy is compared with what it wrote.
  return others.length === 0
    ? `(select kit.viewer_role()) = ${first}`
    : `(select kit.viewer_role()) in (${first}, ${others.join(', ')})`;
}

/** One policy for reading and writing alike: what a viewer may see is what a viewer may write. */
export function visibleWhen(condition: PolicyDef['using']): Pick<PolicyDef, 'name' | 'using' | 'check'> {
  return { name: 'visible', using: condition!, check: condition! };
}

/** What a row rule makes of a viewer: the condition on the rows that the viewer gets; undefined is somebody without a token. */
export type Visibility = (viewer: Viewer | undefined) => object;

/** The same where auditors see every row, masked; they never write one. */
export function auditedWhen(condition: string): Pick<PolicyDef, 'name' | 'using' | 'check'> {
  return {
    name: 'visible',
    using: `${condition} or ${viewerIs('auditor')}`,
    check: `(${condition}) and (select kit.viewer_role()) <> 'auditor'`,
  };
}

/** No row at all. */
export const nothing = { id: null };

/** The filter that every reading of a table passes, the resolvers' own check beside the database's policies. */
export function visibleTo(visibility: Visibility) {
  const cond = (parameters: Record<string, unknown>) => visibility(parameters.viewer as Viewer | undefined);
  return { visible: { name: 'visible', cond, default: true } };
}

/**
 * The rule of what belongs to cases: whoever sees the one sees the other.
 *
 * @param caseTables the tables of the cases, as `schema.table`.
 */
export function withCase(...caseTables: string[]): string {
  return caseTables.map((table) => `exists (select from ${table} seen where seen.id = case_id)`).join(' or ');
}

/** The counters: whoever receives applications, each for one office. */
const counters: Role[] = ['consul', 'authorised_employee'];

/** Row rule "own office": what a counter's own office received; nothing for other roles. */
export function ownOffice(viewer: Viewer | undefined): object {
  return viewer?.officeId && counters.includes(viewer.role) ? { officeId: viewer.officeId } : nothing;
}

/** The same rule as the database holds it, on a table with the column `office_id`. */
export function ownOfficePolicy(): string {
  return `(${viewerIs(...counters)} and office_id = (select kit.viewer_office()))`;
}

/**
 * Row rule "opened": what a command has opened to the viewer, and nobody has closed since (`kit/commands/case-access.ts`).
 *
 * @param id the column that holds the id of what is opened.
 */
export function opened(id: string): object {
  return { [raw((alias) => openedPolicy(`${alias}.${id}`))]: [] };
}

/** The same rule as the database holds it. */
export function openedPolicy(id: string): string {
  return `exists (select from kit.accesses_to(${id}) access(id))`;
}
