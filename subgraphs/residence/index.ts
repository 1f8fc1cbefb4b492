import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { recountResidenceTerms } from './commands/recount-terms.ts';
import { CaseDocumentQuery } from './graph/case-parts.ts';
import { ResidenceCaseFields } from './graph/case-fields.ts';
import { ResidenceCaseQueries } from './graph/case-queries.ts';
import { PetitionFields } from './graph/petition-fields.ts';
import { PetitionApplicantMutations, PetitionOfficerMutations } from './graph/petition-mutations.ts';
import { PetitionQueries } from './graph/petition-queries.ts';
import { CaseDocumentTable } from './model/case-document.ts';
import { declinedConsentsById, DeclinedConsentTable } from './model/declined-consent.ts';
import { InterviewTimeTable } from './model/interview-time.ts';
import { casesById, petitionsById } from './model/loaders.ts';
import { PetitionTable } from './model/petition.ts';
import { ResidenceCaseTable } from './model/residence-case.ts';
import { CaseTermTable } from './model/running-term.ts';
import { SecurityCheckTable } from './model/security-check.ts';
import { StateBodyTable } from './model/state-body.ts';
import { petitionProblems } from './rules/petition-problems.ts';

describeProblems(petitionProblems);

/** The service of order B: the petition, the residence case from the e-application to the permit. */
export const residence: SubgraphDefinition = {
  name: 'residence',
  resolvers: [
    PetitionQueries,
    PetitionFields,
    PetitionApplicantMutations,
    PetitionOfficerMutations,
    ResidenceCaseQueries,
    ResidenceCaseFields,
    CaseDocumentQuery,
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
    eventTable('residence', 'residence.petition', 'residence.residence_case'),
  ],
  references: {
    Petition: byId(petitionsById),
    ResidenceCase: byId(casesById),
    PetitionConsentDeclined: byId(declinedConsentsById),
  },
  jobs: { recountTerms: recountResidenceTerms },
};
