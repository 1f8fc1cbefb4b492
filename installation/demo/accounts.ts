import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { cities, roles } from '../../subgraphs/kit/viewer/roles.ts';
import type { City, Role } from '../../subgraphs/kit/viewer/roles.ts';
import { demoHolders, ministry } from './authority-people.ts';
import missions from '../reference/missions.json' with { type: 'json' };
import offices from '../reference/offices.json' with { type: 'json' };

/** An account of demo mode: invented people, one for each role and place. */
export interface DemoAccount {
  id: string;
  name: string;
  role: Role;
  officeId: string | null;
  city: City | null;
  /** The number of an applicant's certificate. */
  iin?: string | undefined;
}

const names: Partial<Record<Role, string>> = {
  state_corporation: 'Aigerim Demo',
  manager: 'Daniyar Demo',
  authorised_employee: 'Saule Demo',
  iin_operator: 'Nurlan Demo',
  hub_officer: 'Madina Demo',
  mddiai_signer: 'Yerlan Demo',
  knb_officer: 'Timur Demo',
  complaint_reviewer: 'Zarina Demo',
  auditor: 'Aliya Demo',
  partner: 'Partner system Demo',
  applicant: 'Erika Demo',
};

/** The demo account of a role, at a mission (consul) or in a city (migration and service-centre officers); nothing when there is none. */
export function demoAccount(
  role: Role,
  place: { mission?: number | undefined; city?: City | undefined } = {},
): DemoAccount | undefined {
  return everybody.find(
    (account) =>
      account.role === role &&
      (role !== 'consul' || account.officeId === missions.find(({ number }) => number === (place.mission ?? 13))?.id) &&
      (account.city === null || account.city === (place.city ?? 'ASTANA')),
  );
}

/** Adds the demo accounts that are missing. */
export async function demoAccounts(owner: Client, now: string): Promise<void> {
  const rows = JSON.stringify(
    everybody.map(({ id, name, role, officeId, city, iin }) => ({
      id,
      name,
      role,
      office_id: officeId,
      city,
      iin,
      head_of_office: false,
      state: 'ACTIVE',
      version: 1,
    })),
  );
  await owner.query('begin');
  // Row level security holds for the owner too: the accounts are written by the subgraph's system account.
  await owner.query(`select kit.enter(id, role, null, null, $1) from kit.account_state where role = 'system' limit 1`, [
    now,
  ]);
  for (const table of ['missions.account', 'kit.account_state']) {
    await owner.query(
      `insert into ${table} select account.* from jsonb_populate_recordset(null::${table}, $1) as account on conflict (id) do nothing`,
      [rows],
    );
  }
  await owner.query('commit');
}

/** Lets the demo's ministry sign where nobody has told the number of the real one. */
export async function demoMinistry(owner: Client): Promise<void> {
  await owner.query(`update residence.state_body set bin = $1 where body = 'MDDIAI' and bin is null`, [ministry.bin]);
}

const everybody: DemoAccount[] = [
  ...Object.entries(names).map(([role, name]) =>
    account(role as Role, name, role === 'authorised_employee' || role === 'manager' ? mfa() : null, null),
  ),
  ...missions.map(({ number, id }) => account('consul', `Consul Demo of mission ${number}`, id, null)),
  ...cities.flatMap((city) => [
    account('kkq_officer', `Migration officer Demo, ${city}`, cityOffice('MIGRATION_OFFICE', city), city),
    account('psc_officer', `Service centre officer Demo, ${city}`, cityOffice('SERVICE_CENTRE', city), city),
  ]),
];

function account(role: Role, name: string, officeId: string | null, city: City | null): DemoAccount {
  const iin = role === 'applicant' ? demoHolders.erika.iin : undefined;
  return { id: fixedId(`${role} ${officeId} ${city}`), name, role, officeId, city, iin };
}

function mfa(): string {
  return offices.find(({ kind }) => kind === 'MFA')!.id;
}

function cityOffice(kind: string, city: City): string {
  return offices.find((office) => office.kind === kind && office.city === city)!.id;
}

/** The same id in every demo database, so that a token can be made without asking one. */
function fixedId(text: string): string {
  const hash = createHash('sha256').update(`qonaq demo account ${text}`).digest('hex');
  return `01964631-f000-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/** The demo accounts that the sign-in page offers: one of each role that a person has, with the consul in Berlin. */
export const demoChoices = roles
  .filter((role) => role !== 'partner' && role !== 'system')
  .flatMap((role) => demoAccount(role) ?? []);
