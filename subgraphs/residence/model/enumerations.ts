import { enumeration } from '../../kit/graph/enums.ts';
import { caseActions, caseStates } from '../rules/case-lifecycle.ts';
import { comparedFields } from '../rules/comparison.ts';
import { contractParties, finalDocumentKinds } from '../rules/final-documents.ts';
import { checkKinds, checkStages } from '../rules/checks.ts';
import { petitionActions, petitionStates } from '../rules/petition-lifecycle.ts';

/** The states of a petition, as the graph names them. */
export const PetitionStateName = enumeration('PetitionState', petitionStates, 'The state of a petition (B§4–9).');

/** What can be done with a petition, as the graph names it. */
export const PetitionActionName = enumeration('PetitionAction', petitionActions, 'What can be done with a petition.');

/** What comes of the screening of a petition. */
export const screeningDecisions = ['APPROVED', 'REFUSED'] as const;

/** What comes of the screening, as the graph names it. */
export const ScreeningDecisionName = enumeration(
  'ScreeningDecision',
  screeningDecisions,
  'What comes of the screening of a petition (B§5).',
);

/** What comes of an interview. */
export const interviewOutcomes = ['PASSED', 'FAILED', 'MISSED'] as const;

/** What comes of an interview, as the graph names it. */
export const InterviewOutcomeName = enumeration(
  'InterviewOutcome',
  interviewOutcomes,
  'What came of an interview (B§7): passed, not passed, or the person did not come.',
);

/** The states of a residence case, as the graph names them. */
export const CaseStateName = enumeration('ResidenceCaseState', caseStates, 'The state of a residence case (B§10–26).');

/** What can be done with a residence case, as the graph names it. */
export const CaseActionName = enumeration(
  'ResidenceCaseAction',
  caseActions,
  'What can be done with a residence case.',
);

/** When a case is checked, as the graph names it. */
export const CheckStageName = enumeration(
  'CheckStage',
  checkStages,
  'When a case is checked: before the KNB is asked (B§13), and in the final review (B§22).',
);

/** What is checked, as the graph names it. */
export const CheckKindName = enumeration(
  'CheckKind',
  checkKinds,
  'What a case is checked against: the special records, the criminal records (B§13).',
);

/** When a document came to a petition or a case: with the petition, with the e-application, with the final one, afterwards; or the product made it. */
export const documentStages = ['PETITION', 'PRELIMINARY', 'FINAL', 'PERMIT', 'MADE'] as const;

/** When a document came to a petition or a case. */
export type DocumentStage = (typeof documentStages)[number];

/** The stages, as the graph names them. */
export const DocumentStageName = enumeration(
  'DocumentStage',
  documentStages,
  'When a document came: with the petition, the e-application, the final application, for the permit; or the product made it.',
);

/** What the product itself makes. */
export const madeKinds = [
  'PETITION_LETTER',
  'QUESTIONNAIRE',
  'PRELIMINARY_APPROVAL',
  'PRELIMINARY_REFUSAL',
  'PERMISSION',
  'FINAL_REFUSAL',
] as const;

/** Something that the product itself makes. */
export type MadeKind = (typeof madeKinds)[number];

/** Which way a border is crossed. */
export const crossingDirections = ['ENTRY', 'EXIT'] as const;

/** Which way a border is crossed. */
export type CrossingDirection = (typeof crossingDirections)[number];

/** The directions, as the graph names them. */
export const CrossingDirectionName = enumeration(
  'BorderCrossingDirection',
  crossingDirections,
  'Which way the border was crossed: into Kazakhstan, or out of it.',
);

/** The documents of the final application, as the graph names them. */
export const FinalDocumentKindName = enumeration(
  'FinalDocumentKind',
  finalDocumentKinds,
  'A document of the final application (B§20).',
);

/** With whom a housing contract is concluded, as the graph names it. */
export const ContractPartyName = enumeration(
  'HousingContractParty',
  contractParties,
  'With whom a housing contract is concluded (B§20).',
);

/** What is compared, as the graph names it. */
export const ComparedFieldName = enumeration(
  'ComparedField',
  comparedFields,
  'What is compared: the data of the passport, and each document of the final application (B§22).',
);

/** What a partner is told of somebody. */
export const residenceStandings = ['NO_MATCH', 'NO_PERMISSION', 'PERMISSION'] as const;

/** What a partner is told of somebody. */
export type ResidenceStanding = (typeof residenceStandings)[number];

/** What a partner is told, as the graph names it. */
export const ResidenceStandingName = enumeration(
  'ResidenceStatus',
  residenceStandings,
  'Whether a person may reside. NO_MATCH: the number, the surname and the date of birth are not of one person with a residence case; NO_PERMISSION: they are, and none was given.',
);
