import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubgraphName } from '../subgraph/definition.ts';

/** Something that happened to a case, as it was kept. */
export interface KeptEvent<Details> {
  caseId: string;
  kind: string;
  at: Temporal.Instant;
  accountId: string;
  details: Details;
}

/** What of these kinds happened to cases, the earliest first; only to those that the viewer may see. */
export async function readEvents<Details>(
  em: EntityManager,
  subgraph: SubgraphName,
  kinds: readonly string[],
  caseIds: readonly string[],
): Promise<Map<string, KeptEvent<Details>[]>> {
  const rows = await em.execute<(Omit<KeptEvent<Details>, 'at'> & { at: string })[]>(
    `select case_id as "caseId", kind, at, account_id as "accountId", details from ${subgraph}.event
      where case_id in (?) and kind in (?) order by id`,
    [caseIds, kinds],
  );
  const events = rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at) }));
  return Map.groupBy(events, ({ caseId }) => caseId);
}
