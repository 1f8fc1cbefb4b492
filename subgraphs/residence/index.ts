import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { noteBorderCrossing, noteFingerprints } from './commands/note-arrival.ts';
import { recountResidenceTerms } from './commands/recount-terms.ts';
import { ArrivalMutations } from './graph/arrival-mutations.ts';
import { CaseDocumentQuery } from './graph/case-parts.ts';
import { ResidenceCaseFields } from './graph/case-fields.ts';
import { ResidenceCaseQueries } from './graph/case-queries.ts';
import { FinalReviewFields } from './graph/final-fields.ts';
import { FinalReviewMutations, ServiceCentreMutations } from './graph/final-mutations.ts';
import { PetitionFields } from './graph/petition-fields.ts';
import { PetitionQueries } from './graph/petition-queries.ts';
import { ResidenceStatusQuery } from './graph/residence-status.ts';
import { BorderCrossingTable, FingerprintingTable } from './model/arrival-reports.ts';
import { CaseDocumentTable } from './model/case-document.ts';
import { InterviewTimeTable } from './model/interview-time.ts';
import { casesById, petitionsById } from './model/loaders.ts';
import { PetitionTable } from './model/petition.ts';
import { ResidenceCaseTable } from './model/residence-case.ts';
import { CaseTermTable } from './model/running-term.ts';
import { SecurityCheckTable } from './model/security-check.ts';
import { finalProblems } from './rules/final-problems.ts';

describeProblems(finalProblems);

/** The service of order B: the petition, the residence case from the e-application to the permit. */
export const residence: SubgraphDefinition = {
  name: 'residence',
  resolvers: [
    PetitionQueries,
    PetitionFields,
    ResidenceCaseQueries,
    ResidenceCaseFields,
    CaseDocumentQuery,
    ArrivalMutations,
    FinalReviewFields,
    FinalReviewMutations,
    ServiceCentreMutations,
    ResidenceStatusQuery,
  ],
  entities: [
    PetitionTable,
    InterviewTimeTable,
    ResidenceCaseTable,
    CaseTermTable,
    CaseDocumentTable,
    SecurityCheckTable,
    BorderCrossingTable,
    FingerprintingTable,
    eventTable('residence', 'residence.petition', 'residence.residence_case'),
  ],
  references: {
    Petition: byId(petitionsById),
    ResidenceCase: byId(casesById),
  },
  jobs: { recountTerms: recountResidenceTerms, noteBorderCrossing, noteFingerprints },
};
