import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { residenceCounting } from './commands/count-case.ts';
import { noteBorderCrossing, noteEarlierReports, noteFingerprints } from './commands/note-arrival.ts';
import { noteBounce } from './commands/note-bounce.ts';
import { recordLapses } from './commands/record-lapses.ts';
import { recountResidenceTerms } from './commands/recount-terms.ts';
import { remindOfResidenceTerms } from './commands/remind-of-terms.ts';
import { ArrivalMutations } from './graph/arrival-mutations.ts';
import { PetitionCaseFile, ResidenceCaseFile } from './graph/case-files.ts';
import { CaseDocumentQuery } from './graph/case-parts.ts';
import { ResidenceCaseFields } from './graph/case-fields.ts';
import { ResidenceCaseQueries } from './graph/case-queries.ts';
import { FinalReviewFields } from './graph/final-fields.ts';
import { FinalReviewMutations, ServiceCentreMutations } from './graph/final-mutations.ts';
import { StateDuties } from './graph/duty.ts';
import { DutyFigures } from './graph/duty-figures.ts';
import { PetitionFields } from './graph/petition-fields.ts';
import { PetitionApplicantMutations, PetitionOfficerMutations } from './graph/petition-mutations.ts';
import { PetitionQueries } from './graph/petition-queries.ts';
import { PreliminaryFields } from './graph/preliminary-fields.ts';
import { EApplicationMutations, PreliminaryMutations } from './graph/preliminary-mutations.ts';
import { Questionnaires } from './graph/questionnaires.ts';
import { Reopening } from './graph/reopening.ts';
import { ResidenceStatusQuery } from './graph/residence-status.ts';
import { BorderCrossingTable, FingerprintingTable } from './model/arrival-reports.ts';
import { CaseDocumentTable } from './model/case-document.ts';
import { CaseTermTable } from './model/case-term.ts';
import { declinedConsentsById, DeclinedConsentTable } from './model/declined-consent.ts';
import { DutyFigureTable, DutyPaymentTable } from './model/duty.ts';
import { InterviewTimeTable } from './model/interview-time.ts';
import { casesById, petitionsById } from './model/loaders.ts';
import { PetitionTable } from './model/petition.ts';
import { QuestionnaireTable } from './model/questionnaire.ts';
import { ResidenceCaseTable } from './model/residence-case.ts';
import { SecurityCheckTable } from './model/security-check.ts';
import { StateBodyTable } from './model/state-body.ts';
import { SubmissionTable } from './model/submission.ts';
import { dutyFigureProblems } from './rules/duty-figure-problems.ts';
import { finalProblems } from './rules/final-problems.ts';
import { petitionProblems } from './rules/petition-problems.ts';
import { preliminaryProblems, questionnaireMessages } from './rules/preliminary-problems.ts';

describeProblems(petitionProblems);
describeProblems(preliminaryProblems);
describeProblems(questionnaireMessages);
describeProblems(finalProblems);
describeProblems(dutyFigureProblems);

/** The service of order B: the petition, the residence case from the e-application to the permit. */
export const residence: SubgraphDefinition = {
  name: 'residence',
  resolvers: [
    PetitionQueries,
    PetitionFields,
    PetitionCaseFile,
    PetitionApplicantMutations,
    PetitionOfficerMutations,
    ResidenceCaseQueries,
    ResidenceCaseFields,
    ResidenceCaseFile,
    CaseDocumentQuery,
    StateDuties,
    DutyFigures,
    Questionnaires,
    EApplicationMutations,
    PreliminaryMutations,
    PreliminaryFields,
    ArrivalMutations,
    Reopening,
    FinalReviewFields,
    FinalReviewMutations,
    ServiceCentreMutations,
    ResidenceStatusQuery,
  ],
  entities: [
    PetitionTable,
    InterviewTimeTable,
    DeclinedConsentTable,
    StateBodyTable,
    ResidenceCaseTable,
    CaseTermTable,
    CaseDocumentTable,
    SecurityCheckTable,
    BorderCrossingTable,
    FingerprintingTable,
    DutyFigureTable,
    DutyPaymentTable,
    QuestionnaireTable,
    SubmissionTable,
    eventTable('residence', 'residence.petition', 'residence.residence_case', 'residence.duty_figure'),
  ],
  references: {
    Petition: byId(petitionsById),
    ResidenceCase: byId(casesById),
    PetitionConsentDeclined: byId(declinedConsentsById),
  },
  jobs: {
    recountTerms: recountResidenceTerms,
    recordLapses,
    noteBorderCrossing,
    noteEarlierReports,
    noteFingerprints,
    noteBounce,
    ...residenceCounting,
    remind: remindOfResidenceTerms,
  },
  // Nobody waits for either: what lapsed has lapsed by the clock.
  schedule: { recordLapses: '*/5 * * * *', remind: '*/5 * * * *' },
};
