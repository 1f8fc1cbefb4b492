import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { actOnComplaint } from './act-on-complaint.ts';
import type { ChangeInput } from './act-on-complaint.ts';
import { caseFileFor, sendAlong } from './case-file.ts';

/** Sends a complaint with the case file to the reviewing body, within three working days of its receipt (A§15-3). */
export async function forwardComplaint(context: Context, input: ChangeInput): Promise<Outcome> {
  const caseFile = await caseFileFor(context, input.id);
  return actOnComplaint(
    context,
    'forwardComplaint',
    () => 'FORWARD',
    input,
    async (session, complaint) => {
      complaint.forwardedAt = session.now;
      await sendAlong(session, complaint.id, caseFile);
    },
  );
}
