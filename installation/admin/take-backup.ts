import { audit } from '../../subgraphs/audit/index.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { asSubgraph } from './as-subgraph.ts';
import { runningHoldings } from './holdings.ts';

/** Takes a backup of the installation that is running into a new folder. The journal tells of it first: the backup holds all there is. */
export async function takeBackup(folder: string): Promise<void> {
  const holdings = await runningHoldings();
  await asSubgraph(audit, 'takeBackup', () => Promise.resolve());
  const { tables, documents, takenAt } = await writeBackup(holdings, folder, systemClock.now());
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${folder}: ${rows} rows and ${documents.count} documents as of ${takenAt}.\n` +
      'It can be read with the key of the documents only, which is not in it: keep secrets.json of the data folder (or STORAGE_KEY and the other secrets) elsewhere.',
  );
}
