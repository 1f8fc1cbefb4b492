import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { auditedWhen, withCase } from '../model/policies.ts';
import { instant } from '../orm/properties.ts';
import type { SubgraphName } from '../subgraph/definition.ts';
import { TERMS } from './terms.ts';
import type { TermKind } from './terms.ts';

/** A term that runs, or ran, for a case. */
export interface CaseTerm {
  id: string;
  caseId: string;
  kind: TermKind;
  /** The event that it began with. */
  startedAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  /** When it was kept, or ended otherwise; nothing while it runs. */
  endedAt: Temporal.Instant | null;
}

/**
 * The table of the terms that run, or ran, for the cases of a subgraph. Whoever may see a case may see its terms.
 *
 * @param caseTables the tables of the cases, as `schema.table`.
 */
export function termTable(subgraph: SubgraphName, ...caseTables: string[]): EntitySchema<CaseTerm> {
  return defineEntity({
    name: `${subgraph}.CaseTerm`,
    tableName: 'case_term',
    schema: subgraph,
    properties: {
      id: p.uuid().primary(),
      caseId: p.uuid(),
      kind: p.enum(Object.keys(TERMS) as TermKind[]),
      startedAt: instant(),
      dueAt: instant(),
      endedAt: instant().nullable(),
    },
    indexes: [{ properties: ['caseId', 'id'] }, { properties: ['endedAt', 'dueAt'] }],
    policies: [auditedWhen(withCase(...caseTables))],
    rowLevelSecurity: 'force',
  }) as unknown as EntitySchema<CaseTerm>;
}
