import { parseArgs } from 'node:util';
import { createAdministrator } from './create-administrator.ts';
import { exportJournal } from './export-journal.ts';
import { importNumbersFrom } from './import-numbers.ts';
import { recountStatistics } from './recount-statistics.ts';
import { rotateKeys } from './rotate-keys.ts';
import { printSealKey } from './seal-key.ts';

const usage = `Usage: npm run admin -- TASK
  create NAME EMAIL      the first administrator of an empty installation
  import-numbers FILE    numbers in use elsewhere, one on each line
  rotate-keys            a new key for the tokens of the product's own provider
  export-journal FROM UNTIL FILE
                         the journal of a period (days, the last one excluded) with its seals, for the archive
  recount-statistics     has every case counted anew, from what happened to it
  seal-key               the public key by which seals are verified`;

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  await run(positionals);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function run([task, ...given]: string[]): Promise<void> {
  const [first, second, third] = given;
  if (task === 'create' && first && second) return createAdministrator(first, second);
  if (task === 'import-numbers' && first) return importNumbersFrom(first);
  if (task === 'rotate-keys') return rotateKeys();
  if (task === 'export-journal' && first && second && third) return exportJournal(first, second, third);
  if (task === 'recount-statistics') return recountStatistics();
  if (task === 'seal-key') return printSealKey();
  throw new Error(usage);
}
