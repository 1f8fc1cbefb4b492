import { enumeration } from '../../kit/graph/enums.ts';
import { decidingBodies, decisionOutcomes, followUpActions } from '../rules/decision.ts';
import { complaintActions, complaintStates } from '../rules/lifecycle.ts';
import { addressees, complaintTargets, services, subjectKinds } from '../rules/subject.ts';

/** The states, as the graph names them. */
export const ComplaintStateName = enumeration(
  'ComplaintState',
  complaintStates,
  'The state of a complaint (A§15-3–17). SATISFIED: in full within the three days; the reviewing body never gets it.',
);

/** What can be done with a complaint, as the graph names it. */
export const ComplaintActionName = enumeration(
  'ComplaintAction',
  complaintActions,
  'What can be done with a complaint.',
);

/** The services, as the graph names them. */
export const ServiceName = enumeration(
  'ComplaintService',
  services,
  'A service that can be complained of: the number, the petition, the residence.',
);

/** What a complaint is about, as the graph names it. */
export const SubjectKindName = enumeration(
  'ComplaintSubjectKind',
  subjectKinds,
  'What a complaint is about: a case, or a service in general.',
);

/** To whom a complaint is addressed, as the graph names it. */
export const AddresseeName = enumeration(
  'ComplaintAddressee',
  addressees,
  'To whom a complaint is addressed: the provider (A§16), or the reviewing body (A§17).',
);

/** What a complaint is against, as the graph names it. */
export const ComplaintTargetName = enumeration(
  'ComplaintTarget',
  complaintTargets,
  'What a complaint is against: a decision, an act or an omission (A§15-3).',
);

/** What a decision comes to, as the graph names it. */
export const DecisionOutcomeName = enumeration(
  'ComplaintOutcome',
  decisionOutcomes,
  'What a decision on a complaint comes to.',
);

/** Who decides, as the graph names it. */
export const DecidingBodyName = enumeration(
  'ComplaintBody',
  decidingBodies,
  'Who decided on a complaint: the provider (A§16), or the reviewing body (A§17).',
);

/** What has to follow, as the graph names it. */
export const FollowUpActionName = enumeration(
  'ComplaintFollowUpAction',
  followUpActions,
  'What has to follow in the case, once a complaint is satisfied: the mutation of that name.',
);
