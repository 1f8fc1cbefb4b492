import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importNumbers } from '../subgraphs/iin/commands/import-numbers.ts';
import { iin } from '../subgraphs/iin/index.ts';
import { systemClock } from '../subgraphs/kit/clock.ts';
import { writeJournal } from '../subgraphs/kit/journal/journal.ts';
import { newId } from '../subgraphs/kit/ids.ts';
import { beginAs, openDatabase } from '../subgraphs/kit/orm/database.ts';
import { systemViewer } from '../subgraphs/kit/viewer/system.ts';
import { installationConfiguration } from './configuration.ts';
import { roleUrl } from './database/external.ts';
import { readRunning } from './running.ts';
import { installationSecrets } from './secrets.ts';

// npm run admin -- import-numbers FILE
try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [task, file] = positionals;
  if (task !== 'import-numbers' || !file) throw new Error('Usage: npm run admin -- import-numbers FILE');
  await importFrom(file);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

/** Imports the numbers in use from a file with one on each line, as the subgraph itself, into the installation that is running. */
async function importFrom(file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).map((line) => line.trim());
  if (lines.at(-1) === '') lines.pop();
  const { QONAQ_DATA: folder } = installationConfiguration(process.env);
  const [{ databaseUrl }, { passwords }] = await Promise.all([readRunning(folder), installationSecrets(folder)]);
  const orm = await openDatabase(iin.entities, {
    url: roleUrl(databaseUrl, 'qonaq_iin', passwords.qonaq_iin),
    poolSize: 1,
  });
  try {
    const viewer = systemViewer('iin');
    const em = await beginAs(orm, viewer, systemClock);
    const now = systemClock.now();
    const result = await importNumbers({ em, now }, lines);
    if (!result.ok) {
      await em.rollback();
      const wrong = result.wrong.map(({ line, codes }) => `  line ${line}: ${codes.join(', ')}`);
      throw new Error(
        `Nothing was imported: ${wrong.length} of ${lines.length} lines are no numbers.\n${wrong.slice(0, 100).join('\n')}`,
      );
    }
    const trace = { requestId: newId(), operationName: 'import-numbers', operationHash: null };
    await writeJournal(em, viewer, trace, now, [
      { kind: 'COMMAND', action: 'importNumbers', subjects: [], outcome: 'DONE' },
    ]);
    await em.commit();
    console.log(`${lines.length} numbers read, ${result.added} of them new. Forming is open.`);
    if (result.conflicts.length > 0) {
      console.error(
        `ATTENTION: numbers formed here are in use elsewhere too. Look at these applications at once:\n  ${result.conflicts.join('\n  ')}`,
      );
      process.exitCode = 2;
    }
  } finally {
    await orm.close();
  }
}
