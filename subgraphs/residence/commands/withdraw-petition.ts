import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { actOnPetition } from './act-on-petition.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { releaseTimes } from './interview-times.ts';

/** Withdraws a petition that isn't decided yet; its times are free for others. */
export function withdrawPetition(context: Context, input: ChangeInput): Promise<Outcome> {
  return actOnPetition(
    context,
    'withdrawPetition',
    () => 'WITHDRAW',
    input,
    async (session, petition) => {
      await releaseTimes(session, petition.id);
      return {};
    },
  );
}
