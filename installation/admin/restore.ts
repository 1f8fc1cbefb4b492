import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import type { Holdings } from '../backup/holdings.ts';
import { restoreBackup, RestoreError } from '../backup/restore-backup.ts';
import { installationConfiguration } from '../configuration.ts';
import { startEmbeddedDatabase } from '../database/embedded.ts';
import { createDatabase } from '../database/external.ts';
import { secretsFile } from '../secrets.ts';
import { inFolder, processHoldings } from './holdings.ts';

/** Restores a backup into an installation that is not there yet, but for its secrets; it is started afterwards as always. */
export async function restore(backup: string): Promise<void> {
  if (process.env.ADMIN_OF) return restoreInto(processHoldings(), backup);
  const { QONAQ_DATA: folder, DATABASE_URL: external } = installationConfiguration(process.env);
  if (!existsSync(secretsFile(folder)))
    throw new RestoreError(
      `Put the installation's secrets.json into ${folder} first: without it a backup can't be read.`,
    );
  const kept = await inFolder(folder);
  if (external) return restoreInto({ ...kept, ownerUrl: external }, backup);

  // Beside, then renamed: nothing that is half restored can be started.
  const [place, beside] = ['database', 'database.restoring'].map((name) => join(folder, name)) as [string, string];
  if (existsSync(place)) throw new RestoreError(`There is a database in ${folder} already.`);
  const database = await startEmbeddedDatabase({ folder: beside });
  try {
    await restoreInto({ ...kept, ownerUrl: await createDatabase(database.ownerUrl, 'qonaq') }, backup);
  } finally {
    await database.stop();
  }
  await rename(beside, place);
}

async function restoreInto(holdings: Holdings, backup: string): Promise<void> {
  const { manifest, lostSeals } = await restoreBackup(holdings, backup, systemClock);
  console.log(`Restored: the installation as of ${manifest.takenAt}.`);
  if (lostSeals > 0) {
    console.error(
      `ATTENTION: the journal was sealed up to number ${lostSeals} before; the backup ends with ${manifest.lastSeal}. What was done in between is lost. The signed heads of those seals ` +
        `are kept beside the others, in ${holdings.heads}.`,
    );
    process.exitCode = 2;
  }
}
