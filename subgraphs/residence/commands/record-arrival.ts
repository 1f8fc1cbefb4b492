import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';

/** The officer records that the person turned to the territorial migration service (B§19); TERM_EXPIRED once the approval has lapsed. */
export function recordArrival(context: Context, input: ChangeInput): Promise<Outcome> {
  return actOnCase(
    context,
    'recordArrival',
    () => 'RECORD_ARRIVAL',
    input,
    ({ now }, residenceCase) => {
      residenceCase.arrivedAt = now;
      return Promise.resolve({});
    },
  );
}
