import type { EntityManager } from '@mikro-orm/postgresql';
import { readEvents } from '../events/read-events.ts';
import { enqueue } from '../jobs/jobs.ts';
import type { Context } from '../subgraph/context.ts';
import type { SubgraphName } from '../subgraph/definition.ts';
import type { CommandInput } from './command.ts';

/** Which case is reopened after which complaint. */
export interface Reopen extends CommandInput {
  id: string;
  expectedVersion: number;
  complaintId: string;
}

/** What `complaints` tells of what a decision calls for; a moment as an ISO text. */
interface Told {
  about: { id: string | null };
  followUp: { action: string; doneAt: string | null } | null;
}

/**
 * Whether a complaint was decided so that this very case is to be reopened, and that isn't done yet (A§15-3). Ask before the transaction.
 *
 * @throws Fault NOT_FOUND when the viewer may not see the complaint.
 */
export async function complaintCallsFor(
  action: 'REOPEN_IIN_APPLICATION' | 'REOPEN_CASE',
  context: Context,
  { id, complaintId }: Reopen,
): Promise<boolean> {
  const key = { __typename: 'Complaint', id: complaintId };
  const { about, followUp } = await context.ask<Told>('complaints', key, '{ about { id } followUp { action doneAt } }');
  return about.id === id && followUp?.action === action && followUp.doneAt === null;
}

/** Whether a complaint has had its case reopened already, of which `complaints` may not know yet: each does so once. The case is locked meanwhile. */
export async function wasReopenedFor(
  em: EntityManager,
  subgraph: SubgraphName,
  { id, complaintId }: Reopen,
): Promise<boolean> {
  const reopenings = await readEvents<{ complaintId: string }>(em, subgraph, ['REOPEN'], [id]);
  return (reopenings.get(id) ?? []).some(({ details }) => details.complaintId === complaintId);
}

/** Has `complaints` note, once this transaction is committed, that a case was reopened as the complaint called for. */
export async function tellComplaint(em: EntityManager, { complaintId }: Reopen): Promise<void> {
  await enqueue(em, {
    subgraph: 'complaints',
    name: 'noteReopened',
    ids: { complaintId },
    key: `complaint reopened ${complaintId}`,
  });
}
