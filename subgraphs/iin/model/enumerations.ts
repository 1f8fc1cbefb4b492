import { enumeration } from '../../kit/graph/enums.ts';
import { applicationActions, applicationStates } from '../rules/lifecycle.ts';
import { categories, channels } from '../rules/categories.ts';
import { refusalGrounds } from '../rules/refusal.ts';

/** The kinds of printed form. */
export const formKinds = ['REGISTRATION_CERTIFICATE', 'REFUSAL_NOTICE'] as const;

export const CategoryName = enumeration('IinCategory', categories, 'Who may get a number in the pilot (A§4, A§6).');
export const ChannelName = enumeration('Channel', channels, 'Through whom an application goes (A§4).');
export const ApplicationStateName = enumeration(
  'IinApplicationState',
  applicationStates,
  'The state of an application for a number (A§9–13).',
);
export const ApplicationActionName = enumeration(
  'IinApplicationAction',
  applicationActions,
  'What can be done with an application; each is a mutation.',
);
export const RefusalGroundName = enumeration('RefusalGround', refusalGrounds, 'The three grounds of a refusal (A§13).');
export const FormKindName = enumeration('PrintedFormKind', formKinds, 'Which form it is (A-form 2, A-form 3).');
