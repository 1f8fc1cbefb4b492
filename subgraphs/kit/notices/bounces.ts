import { runCommand } from '../commands/command.ts';
import type { CommandSession, Outcome } from '../commands/command.ts';
import { recordEvent } from '../events/event-table.ts';
import { readEvents } from '../events/read-events.ts';
import type { Context } from '../subgraph/context.ts';
import type { Job, SubgraphName } from '../subgraph/definition.ts';

/** The subgraphs that note when a person wasn't reached: each has a job `noteBounce`. */
export const subgraphsWithBounces: readonly SubgraphName[] = ['iin', 'residence', 'complaints'];

/** What the history calls a notice that came back: the person wasn't reached by e-mail. */
export const noticeBounced = 'NOTICE_BOUNCED';

/**
 * The job that notes at a case that a notice to its person came back: it is handed `caseId` and `noticeId`. Run twice for a notice, it changes nothing the
 * second time.
 *
 * @param caseOf the case, locked until the transaction ends, as the outcome of the command.
 */
export function noteBounces(
  subgraph: SubgraphName,
  caseOf: (session: CommandSession, caseId: string) => Promise<Outcome>,
): Job {
  return async (context, { caseId, noticeId }) => {
    await runCommand(context, subgraph, 'noteBounce', { idempotencyKey: noticeId! }, async (session) => {
      const outcome = await caseOf(session, caseId!);
      await recordEvent(session, subgraph, { caseId: outcome.id, kind: noticeBounced, details: { noticeId } });
      return outcome;
    });
  };
}

/** When a notice to the person of each case came back last; of those to whom none did, nothing. */
export async function bouncesOf(
  context: Context,
  subgraph: SubgraphName,
  caseIds: readonly string[],
): Promise<Map<string, { at: Temporal.Instant }>> {
  const events = await readEvents(context.read(), subgraph, [noticeBounced], caseIds);
  return new Map([...events].map(([caseId, bounces]) => [caseId, bounces.at(-1)!]));
}
