// A process that does what the product does with its database, for tests that kill it.
// It tells its parent what became of the start, and obeys one word: stop, or exit (without stopping the database).
import { startEmbeddedDatabase } from '../../installation/database/embedded.ts';

process.on('SIGINT', () => undefined);
const folder = process.argv[2]!;
try {
  const database = await startEmbeddedDatabase({ folder });
  const { ownerUrl, processId, dataFolder } = database;
  process.on('message', (word) => {
    if (word === 'exit') process.exit();
    void database.stop().then(() => process.exit());
  });
  process.send!({ ownerUrl, processId, dataFolder });
} catch (error) {
  process.send!({ error: String(error) }, () => process.disconnect!());
}
