import type { SubgraphName } from '../subgraph/definition.ts';
import type { Role } from '../viewer/roles.ts';
import type { Reads } from '../reading/reads.ts';

/** Something that happened to a case, as it was kept. */
export interface KeptEvent<Details> {
  caseId: string;
  kind: string;
  at: Temporal.Instant;
  accountId: string;
  role: Role;
  details: Details;
}

/** What of these kinds happened to cases, the earliest first; only to those that the viewer may see. */
export async function readEvents<Details>(
  reads: Reads,
  subgraph: SubgraphName,
  kinds: readonly string[],
  caseIds: readonly string[],
): Promise<Map<string, KeptEvent<Details>[]>> {
  return byCase(await reads.execute(`${eventsOf(subgraph)} and kind in (?) order by id`, [caseIds, kinds]));
}

/** Everything that happened to cases, the earliest first; only to those that the viewer may see. */
export async function readHistory(
  reads: Reads,
  subgraph: SubgraphName,
  caseIds: readonly string[],
): Promise<Map<string, KeptEvent<unknown>[]>> {
  return byCase(await reads.execute(`${eventsOf(subgraph)} order by id`, [caseIds]));
}

function eventsOf(subgraph: SubgraphName): string {
  return `select case_id as "caseId", kind, at, account_id as "accountId", role, details from ${subgraph}.event where case_id in (?)`;
}

function byCase<Details>(
  rows: readonly (Omit<KeptEvent<Details>, 'at'> & { at: string })[],
): Map<string, KeptEvent<Details>[]> {
  const events = rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at) }));
  return Map.groupBy(events, ({ caseId }) => caseId);
}
