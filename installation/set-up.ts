import { Client } from 'pg';
import type { Clock } from '../subgraphs/kit/clock.ts';
import { demoAccounts, demoMinistry } from './demo/accounts.ts';
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
  /** Whether a demo installation may be opened here: only where nobody else can reach it. */
  demoAllowed: boolean;
  clock: Clock;
}

/** Refuses to open a database in a mode that it wasn't set up for, or that isn't possible here. */
export class WrongModeError extends Error {}

/** Sets a database up, or brings it up to date: roles, migrations, reference data, demo accounts. Tells whether it is a demo one. */
export async function setUp({ ownerUrl, passwords, clock, ...wanted }: SetUp): Promise<{ demo: boolean }> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await createRoles(owner, passwords);
    await migrate(ownerUrl);
    const now = clock.now().toString();
    const isDemo = await decideMode(owner, wanted);
    await owner.query('insert into kit.installation (id, demo, set_up_at) values (1, $1, $2) on conflict do nothing', [
      isDemo,
      now,
    ]);
    await loadReferenceData(owner, now);
    if (isDemo) {
      await demoAccounts(owner, now);
      await demoMinistry(owner);
    }
    return { demo: isDemo };
  } finally {
    await owner.end();
  }
}

/** The mode that the database has, or that a new one gets. Refused before anything is decided for good. */
async function decideMode(
  owner: Client,
  { demo, demoByDefault, demoAllowed }: Pick<SetUp, 'demo' | 'demoByDefault' | 'demoAllowed'>,
): Promise<boolean> {
  const { rows } = await owner.query<{ demo: boolean }>('select demo from kit.installation');
  const isDemo = rows[0]?.demo ?? demo ?? demoByDefault;
  if (demo !== undefined && demo !== isDemo) {
    throw new WrongModeError(
      `This database was set up ${isDemo ? 'in' : 'without'} demo mode, and can't be opened otherwise.`,
    );
  }
  if (isDemo && !demoAllowed) {
    throw new WrongModeError('A demo installation listens on 127.0.0.1 only: set HOST to it, or QONAQ_DEMO=false.');
  }
  return isDemo;
}
