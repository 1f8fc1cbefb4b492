import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { deliverWaiting } from './commands/delivery.ts';
import { iinCounting } from './commands/count-case.ts';
import { recountIinTerms } from './commands/recount-terms.ts';
import { noteBounce } from './commands/note-bounce.ts';
import { remindOfIinTerms } from './commands/remind-of-terms.ts';
import { AcceptanceRefusalFields } from './graph/acceptance-refusal-fields.ts';
import { IinApplicationFields } from './graph/application-fields.ts';
import { IinCaseFile } from './graph/case-file.ts';
import { ConventionParties } from './graph/convention-parties.ts';
import { Corrections } from './graph/corrections.ts';
import { DocumentCheckQuery } from './graph/document-check.ts';
import { DuplicateDecisionFields, Duplicates, PossibleDuplicateFields } from './graph/duplicates.ts';
import { CounterMutations, OperatorMutations } from './graph/mutations.ts';
import { Incidents } from './graph/incidents.ts';
import { ApplicationForms } from './graph/application-forms.ts';
import { IinQueries } from './graph/queries.ts';
import { Refusals } from './graph/refusals.ts';
import { IinRequirementsQuery } from './graph/requirements-query.ts';
import { IinRecordFields, IinRecords, IinRecordVersionFields } from './graph/records.ts';
import { VerifyIinQuery } from './graph/verify-iin.ts';
import { AcceptanceRefusalTable } from './model/acceptance-refusal.ts';
import { ApplicationTable } from './model/application.ts';
import { ConventionPartyTable } from './model/convention-party.ts';
import { DuplicateDecisionTable } from './model/duplicate-decision.ts';
import {
  acceptanceRefusalsById,
  applicationsById,
  printedFormsById,
  recordsById,
  recordsByIin,
} from './model/loaders.ts';
import { FormingTable, NumberInUseTable } from './model/numbers.ts';
import { IncidentTable } from './model/incident.ts';
import { PrintedFormTable } from './model/printed-form.ts';
import { RecordVersionTable } from './model/record-version.ts';
import { RecordTable } from './model/record.ts';
import { conventionProblems } from './rules/convention-problems.ts';
import { incidentProblems } from './rules/incident-problems.ts';
import { applicationProblems, iinProblems } from './rules/problems.ts';

describeProblems(iinProblems);
describeProblems(applicationProblems);
describeProblems(incidentProblems);
describeProblems(conventionProblems);

/** The service of order A: applications for a number, their decision, the registry of numbers, the printed results. */
export const iin: SubgraphDefinition = {
  name: 'iin',
  resolvers: [
    IinQueries,
    IinApplicationFields,
    IinCaseFile,
    Incidents,
    AcceptanceRefusalFields,
    CounterMutations,
    OperatorMutations,
    ApplicationForms,
    Duplicates,
    PossibleDuplicateFields,
    DuplicateDecisionFields,
    Corrections,
    Refusals,
    IinRecords,
    IinRecordFields,
    IinRecordVersionFields,
    DocumentCheckQuery,
    VerifyIinQuery,
    IinRequirementsQuery,
    ConventionParties,
  ],
  entities: [
    ApplicationTable,
    RecordTable,
    RecordVersionTable,
    AcceptanceRefusalTable,
    PrintedFormTable,
    NumberInUseTable,
    FormingTable,
    ConventionPartyTable,
    IncidentTable,
    DuplicateDecisionTable,
    eventTable('iin', 'iin.application', 'iin.incident', 'kit.convention_party'),
  ],
  references: {
    IinApplication: byId(applicationsById),
    IinRecord: (context, key) =>
      'iin' in key ? context.load(recordsByIin, String(key.iin)) : context.load(recordsById, String(key.id)),
    AcceptanceRefusal: byId(acceptanceRefusalsById),
    PrintedForm: byId(printedFormsById),
  },
  jobs: { deliverWaiting, noteBounce, recountTerms: recountIinTerms, ...iinCounting, remind: remindOfIinTerms },
  schedule: { remind: '*/5 * * * *' },
};
