import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { newId } from '../ids.ts';
import { withCase } from '../model/policies.ts';
import { instant } from '../orm/properties.ts';
import type { CommandSession } from '../commands/command.ts';
import { enqueueCounting } from '../statistics/count.ts';
import type { SubgraphName } from '../subgraph/definition.ts';

/**
 * The table of what happened to the cases of a subgraph: append-only. Histories, notices and statistics read it. Whoever may see a case may see what
 * happened to it.
 *
 * @param caseTables the tables of the cases, as `schema.table`.
 */
export function eventTable(subgraph: SubgraphName, ...caseTables: string[]): EntitySchema {
  return defineEntity({
    name: `${subgraph}.Event`,
    tableName: 'event',
    schema: subgraph,
    properties: {
      id: p.uuid().primary(),
      caseId: p.uuid(),
      kind: p.text(),
      at: instant(),
      accountId: p.uuid(),
      role: p.text(),
      details: p.json(),
    },
    indexes: [{ properties: ['caseId', 'id'] }],
    policies: [
      { name: 'read', command: 'select', using: withCase(...caseTables) },
      { name: 'write', command: 'insert', check: 'account_id = (select kit.viewer_account())' },
    ],
    rowLevelSecurity: 'force',
  }) as EntitySchema;
}

/** Something that happened to a case. */
export interface CaseEvent {
  caseId: string;
  /** What happened, such as `REGISTERED`. */
  kind: string;
  /** What belongs to it: ids, codes and moments; personal data stay in the case. */
  details?: Record<string, unknown>;
}

/** Appends to what happened, in the command's transaction; the case is counted anew once that is committed. */
export async function recordEvent(
  { em, viewer, now }: Pick<CommandSession, 'em' | 'viewer' | 'now'>,
  subgraph: SubgraphName,
  event: CaseEvent,
): Promise<void> {
  await em.execute(
    `insert into ${subgraph}.event (id, case_id, kind, at, account_id, role, details) values (?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      newId(),
      event.caseId,
      event.kind,
      now.toString(),
      viewer.accountId,
      viewer.role,
      JSON.stringify(event.details ?? {}),
    ],
  );
  await enqueueCounting(em, subgraph, event.caseId);
}
