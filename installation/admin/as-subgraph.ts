import { systemClock } from '../../subgraphs/kit/clock.ts';
import type { CommandSession } from '../../subgraphs/kit/commands/command.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { writeJournal } from '../../subgraphs/kit/journal/journal.ts';
import { beginAs, openDatabase } from '../../subgraphs/kit/orm/database.ts';
import type { SubgraphDefinition } from '../../subgraphs/kit/subgraph/definition.ts';
import { systemViewer } from '../../subgraphs/kit/viewer/system.ts';
import { adminTarget } from './target.ts';
import type { Target } from './target.ts';

/** What an administrator's task works with. */
export type TaskSession = Pick<CommandSession, 'em' | 'viewer' | 'now'>;

/**
 * Does an administrator's task in the installation that is running, as a subgraph itself: one transaction, journalled. Whatever is thrown undoes it.
 *
 * @param action what the journal calls it.
 */
export async function asSubgraph<Result>(
  definition: SubgraphDefinition,
  action: string,
  work: (session: TaskSession, target: Target) => Promise<Result>,
): Promise<Result> {
  const target = await adminTarget(`qonaq_${definition.name}`);
  const orm = await openDatabase(definition.entities, { url: target.databaseUrl, poolSize: 1 });
  const viewer = systemViewer(definition.name);
  const em = await beginAs(orm, viewer, systemClock);
  try {
    const now = systemClock.now();
    const result = await work({ em, viewer, now }, target);
    const trace = { address: null, requestId: newId(), operationName: action, operationHash: null };
    await writeJournal(em, viewer, trace, now, [{ kind: 'COMMAND', action, subjects: [], outcome: 'DONE' }]);
    await em.commit();
    return result;
  } catch (error) {
    await em.rollback();
    throw error;
  } finally {
    await orm.close();
  }
}
