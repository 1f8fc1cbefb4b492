import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';

/** An operator takes an application to work on: nobody else decides it meanwhile. */
export function takeIinApplication(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'takeIinApplication', 'TAKE', input, ({ viewer, now }, application) => {
    application.takenBy = viewer.accountId;
    application.takenAt = now;
    return Promise.resolve({});
  });
}

/** The operator gives it back to the queue. */
export function releaseIinApplication(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'releaseIinApplication', 'RELEASE', input, (_session, application) => {
    application.takenBy = null;
    application.takenAt = null;
    return Promise.resolve({});
  });
}

/** The consul withdraws it at the person's wish. */
export function withdrawIinApplication(context: Context, input: ApplicationInput): Promise<Outcome> {
  return actOnApplication(context, 'withdrawIinApplication', 'WITHDRAW', input, () => Promise.resolve({}));
}
