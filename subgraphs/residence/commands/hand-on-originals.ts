import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';

/** That the courier has the originals. */
export interface SendOriginals extends ChangeInput {
  trackingNumber: string;
}

/** The service centre sends the originals to the migration service by courier (B§21). */
export function sendOriginals(context: Context, input: SendOriginals): Promise<Outcome> {
  return actOnCase(
    context,
    'sendOriginals',
    () => 'SEND_ORIGINALS',
    input,
    ({ now }, residenceCase, { trackingNumber }) => {
      if (trackingNumber === '') refuseProblem('TEXT_EMPTY', ['trackingNumber'], 'B§21');
      residenceCase.trackingNumber = trackingNumber;
      residenceCase.originalsSentAt = now;
      return Promise.resolve({});
    },
  );
}

/** The migration service receives the originals: the three working days of the final review begin (B§22). */
export function receiveOriginals(context: Context, input: ChangeInput): Promise<Outcome> {
  return actOnCase(
    context,
    'receiveOriginals',
    () => 'RECEIVE_ORIGINALS',
    input,
    ({ now }, residenceCase) => {
      residenceCase.originalsReceivedAt = now;
      return Promise.resolve({});
    },
  );
}
