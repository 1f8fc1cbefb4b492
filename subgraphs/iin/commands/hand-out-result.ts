import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';

/** Records that the printed result was handed out to the person (A§12). */
export function handOutResult(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'handOutResult', 'HAND_OUT_RESULT', input, ({ viewer, now }, application) => {
    application.handedOutAt = now;
    application.handedOutBy = viewer.accountId;
    return Promise.resolve({});
  });
}
