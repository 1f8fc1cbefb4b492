import { chmod, mkdtemp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../../installation/database/embedded.ts';
import type { EmbeddedDatabase } from '../../installation/database/embedded.ts';
import { createDatabase } from '../../installation/database/external.ts';
import { setUp } from '../../installation/set-up.ts';
import { usualNow } from './clock.ts';
import { rolePasswords, templateName } from './databases.ts';

/** One real PostgreSQL for the whole run, with a template that each test file copies. In memory where there is some: nothing here has to survive. */
export default async function globalSetup(): Promise<void> {
  const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = await mkdtemp(join(base, 'qonaq-test-'));
  // The database's own account has to get in, or its data would be kept elsewhere.
  await chmod(folder, 0o711);
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
  const database = await startEmbeddedDatabase({ folder, settings });
  const ownerUrl = await createDatabase(database.ownerUrl, templateName);
  await setUp({
    ownerUrl,
    passwords: rolePasswords,
    demo: true,
    demoByDefault: true,
    demoAllowed: true,
    clock: { now: () => usualNow },
  });
  process.env.QONAQ_TEST_SERVER = database.ownerUrl;
  // One bundle of the pages for all that is started in the tests.
  process.env.PAGES_FOLDER = join(folder, 'pages');
  (globalThis as { testServer?: { database: EmbeddedDatabase; folder: string } }).testServer = { database, folder };
}
