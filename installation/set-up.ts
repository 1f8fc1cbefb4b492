import { Client } from 'pg';
import type { Clock } from '../subgraphs/kit/clock.ts';
import { demoAccounts } from './demo/accounts.ts';
import { migrate } from './migrate.ts';
import { loadReferenceData } from './reference/load.ts';
import { createRoles } from './roles.ts';
import type { ApplicationRole } from './roles.ts';

/** How a database is set up. */
export interface SetUp {
  /** Connection string of the role that owns everything; its database exists. */
  ownerUrl: string;
  /** The passwords of the roles; without one a role keeps the one it has. */
  passwords: Partial<Record<ApplicationRole, string>>;
  /** Demo or not, when somebody decided; a database stays what it was set up as. */
  demo: boolean | undefined;
  /** What it becomes when nobody decided. */
  demoByDefault: boolean;
  clock: Clock;
}

/** Refuses to open a database in the mode that it wasn't set up for. */
export class WrongModeError extends Error {}

/** Sets a database up, or brings it up to date: roles, migrations, reference data, demo accounts. Tells whether it is a demo one. */
export async function setUp({ ownerUrl, passwords, demo, demoByDefault, clock }: SetUp): Promise<{ demo: boolean }> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await createRoles(owner, passwords);
    await migrate(ownerUrl);
    const now = clock.now().toString();
    await owner.query('insert into kit.installation (id, demo, set_up_at) values (1, $1, $2) on conflict do nothing', [
      demo ?? demoByDefault,
      now,
    ]);
    const { rows } = await owner.query<{ demo: boolean }>('select demo from kit.installation');
    const isDemo = rows[0]!.demo;
    if (demo !== undefined && demo !== isDemo) {
      throw new WrongModeError(
        `This database was set up ${isDemo ? 'in' : 'without'} demo mode, and can't be opened otherwise.`,
      );
    }
    await loadReferenceData(owner, now);
    if (isDemo) await demoAccounts(owner, now);
    return { demo: isDemo };
  } finally {
    await owner.end();
  }
}
