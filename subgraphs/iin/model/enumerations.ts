import { enumeration } from '../../kit/graph/enums.ts';
import { acceptanceReasonCodes } from '../rules/acceptance.ts';
import { recordFields } from '../rules/correction.ts';
import { applicationActions, applicationKinds, applicationStates } from '../rules/lifecycle.ts';
import { categories, channels } from '../rules/categories.ts';
import { deliveryStates } from '../rules/delivery.ts';
import { markedFields } from '../rules/refusal-marks.ts';
import { refusalGrounds } from '../rules/refusal.ts';
import { attestationRules, presentations, translationRules } from '../rules/requirements.ts';

/** The kinds of printed form. */
export const formKinds = [
  'REGISTRATION_CERTIFICATE',
  'REFUSAL_NOTICE',
  'ACCEPTANCE_REFUSAL',
  'APPLICATION_FORM',
] as const;

export const CategoryName = enumeration('IinCategory', categories, 'Who may get a number in the pilot (A§4, A§6).');
export const ChannelName = enumeration('Channel', channels, 'Through whom an application goes (A§4).');
export const ApplicationKindName = enumeration(
  'IinApplicationKind',
  applicationKinds,
  'What an application asks for: that a number is formed, or that what is recorded behind one is corrected (order A, title).',
);
export const RecordFieldName = enumeration(
  'IinRecordField',
  recordFields,
  'What of a record can be corrected. The number never changes, also when the date of birth does.',
);
export const ApplicationStateName = enumeration(
  'IinApplicationState',
  applicationStates,
  'The state of an application (A§9–13).',
);
export const ApplicationActionName = enumeration(
  'IinApplicationAction',
  applicationActions,
  'What can be done with an application; each is a mutation.',
);
export const DeliveryStateName = enumeration(
  'DeliveryState',
  deliveryStates,
  'Whether an application has passed to the operators, or waits because their side is out of reach (A§10).',
);
export const RefusalGroundName = enumeration('RefusalGround', refusalGrounds, 'The three grounds of a refusal (A§13).');
export const MarkedFieldName = enumeration(
  'IinMarkedField',
  markedFields,
  'What of the data of an application can be marked as wrong: the names in each script, birth, sex, citizenship, ethnicity, arrival, the identity document (DOCUMENT), the address (A§13, A-form 1).',
);
export const FormKindName = enumeration(
  'PrintedFormKind',
  formKinds,
  'Which form it is (A-form 2, A-form 3, A§7, A-form 1).',
);
export const AcceptanceReasonCodeName = enumeration(
  'AcceptanceReasonCode',
  acceptanceReasonCodes,
  'Why an application is not accepted (A§6, A§7).',
);
export const PresentationName = enumeration(
  'Presentation',
  presentations,
  'How a document is brought: a copy with the original for comparison, the original, a copy, for comparison, or the document as it is (A§6).',
);
export const AttestationRuleName = enumeration(
  'AttestationRule',
  attestationRules,
  'When a document is to be legalised or apostilled: never, when a foreign state sealed it, or always when it is foreign (A§6).',
);
export const TranslationRuleName = enumeration(
  'TranslationRule',
  translationRules,
  'When a document needs a translation: never; wholly in a foreign language, a certified one; details in other letters, a notarised one (A§6).',
);
