import type { Client } from 'pg';
import { escapeLiteral } from 'pg';
import { subgraphNames } from '../subgraphs/kit/subgraph/definition.ts';

/** The database roles that the product's processes log in as: each subgraph as itself, the worker of the job queue, the identity provider, the gateways. */
export const applicationRoles = [
  ...subgraphNames.map((name) => `qonaq_${name}` as const),
  'qonaq_worker',
  'qonaq_identity',
  'qonaq_gateway',
] as const;

/** A database role of the product. */
export type ApplicationRole = (typeof applicationRoles)[number];

/** Creates the roles that are missing, and sets the passwords that are given. None of them owns anything or may bypass row level security. */
export async function createRoles(owner: Client, passwords: Partial<Record<ApplicationRole, string>>): Promise<void> {
  // Roles belong to the whole server: two databases that are set up at once must not both create them.
  await owner.query('begin');
  await owner.query(`select pg_advisory_xact_lock(hashtext('qonaq roles'))`);
  await createRole(owner, 'qonaq_subgraph', 'nologin');
  for (const role of applicationRoles) {
    await createRole(owner, role, 'login');
    const password = passwords[role];
    if (password !== undefined) await owner.query(`alter role ${role} password ${escapeLiteral(password)}`);
  }
  for (const name of subgraphNames) await owner.query(`grant qonaq_subgraph to qonaq_${name}`);
  await owner.query('commit');
}

async function createRole(owner: Client, role: string, login: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (!rowCount) await owner.query(`create role ${role} ${login} nosuperuser nocreatedb nocreaterole nobypassrls`);
}
