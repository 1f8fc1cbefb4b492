import { readFile } from 'node:fs/promises';
import { importNumbers } from '../../subgraphs/iin/commands/import-numbers.ts';
import { iin } from '../../subgraphs/iin/index.ts';
import { asSubgraph } from './as-subgraph.ts';

/** The most wrong lines that are told. */
const mostTold = 100;

/** Imports the numbers in use from a file with one on each line. */
export async function importNumbersFrom(file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).map((line) => line.trim());
  if (lines.at(-1) === '') lines.pop();
  const { added, conflicts } = await asSubgraph(iin, 'importNumbers', async (session) => {
    const result = await importNumbers(session, lines);
    if (result.ok) return result;
    const wrong = result.wrong.map(({ line, codes }) => `  line ${line}: ${codes.join(', ')}`);
    throw new Error(
      `Nothing was imported: ${wrong.length} of ${lines.length} lines are no numbers.\n${wrong.slice(0, mostTold).join('\n')}`,
    );
  });
  console.log(`${lines.length} numbers read, ${added} of them new. Forming is open.`);
  if (conflicts.length > 0) {
    console.error(
      `ATTENTION: numbers formed here are in use elsewhere too. Look at these applications at once:\n  ${conflicts.join('\n  ')}`,
    );
    process.exitCode = 2;
  }
}
