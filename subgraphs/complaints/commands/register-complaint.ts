import type { Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { actOnComplaint } from './act-on-complaint.ts';
import type { ChangeInput } from './act-on-complaint.ts';

/** Registers a complaint: at the provider to whom it is addressed (A§16), or at the reviewing body (A§17). Their terms begin with it. */
export function registerComplaint(context: Context, input: ChangeInput): Promise<Outcome> {
  const { role } = context.viewer!;
  return actOnComplaint(
    context,
    'registerComplaint',
    () => (role === 'complaint_reviewer' ? 'REGISTER_REVIEW' : 'REGISTER'),
    input,
    ({ now }, complaint) => {
      if (role !== 'complaint_reviewer') complaint.registeredAt = now;
      return Promise.resolve();
    },
  );
}
