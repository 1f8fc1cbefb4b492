import { beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isCompositeType, isInputObjectType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { judge, requirementOf } from '../../subgraphs/kit/access/requirements.ts';
import { subgraphSchema } from '../../subgraphs/kit/subgraph/schema.ts';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import type { Viewer } from '../../subgraphs/kit/viewer/viewer.ts';

// What an auditor reaches is masked, or somebody decided that it isn't personal. What is added tomorrow fails here until somebody has.

/** Texts, dates and filters that an auditor reaches and that aren't personal data. Written by hand; a whole type by its name. */
const notPersonal = new Set([
  // Words that the product itself says, and where a list stands.
  ...['LocalizedText', 'CaseHappening', 'PageInfo', 'RunningTerm'],
  ...['ApplicantEdge', 'IinApplicationEdge', 'IinRecordEdge', 'IncidentEdge', 'PossibleDuplicateEdge'],
  ...['PetitionEdge', 'ResidenceCaseEdge', 'ComplaintEdge'],
  'ComplaintDecision.courtStatement',
  // What failed, in texts into which no personal data belong.
  ...['Incident.description', 'Incident.measures', 'Incident.closingMeasures'],
  // Numbers of cases, not of people.
  ...['IinApplication.number', 'Petition.number', 'ResidenceCase.number', 'ResidenceCase.approvalNumber'],
  ...['Complaint.number', 'ComplaintSubject.number', 'IinApplicationFilter.number', 'PetitionFilter.number'],
  ...['ResidenceCaseFilter.number', 'ResidenceCaseFilter.approvalNumber', 'ComplaintFilter.number'],
  // Of documents: what they are, and on which days they hold, which decisions stand on.
  ...['TravelDocument.documentCode', 'TravelDocument.issuedOn', 'TravelDocument.expiryDate'],
  ...['PresentedTravelDocument.documentCode', 'PresentedTravelDocument.issuedOn', 'PresentedTravelDocument.expiryDate'],
  ...['Document.mediaType', 'Document.issuedOn', 'Document.expiresOn', 'Document.attestedOn', 'Document.appointedOn'],
  ...['Document.languages', 'CaseDocument.mediaType', 'ComplaintDocument.mediaType', 'ComplaintDocument.kind'],
  'PrintedForm.issuedOn',
  // Days of steps.
  ...['Consent.givenOn', 'RefusalNotice.issuedOn', 'ResidenceCase.barredUntil'],
  // The name of a field of the questionnaire.
  'ReasonOfReturn.field',
]);

const auditor: Viewer = {
  ...demoAccount('auditor')!,
  accountId: '',
  scopes: new Set(['role:auditor']),
  expiresAt: 0,
};

/** The subgraphs that hold what people present. */
const holders = [allSubgraphs.applicants, allSubgraphs.iin, allSubgraphs.residence, allSubgraphs.complaints];

let decided: Set<string>;
let reached: Set<string>;
beforeAll(async () => {
  const schemas = await Promise.all(holders.map((holder) => subgraphSchema(holder)));
  decided = new Set(schemas.flatMap(({ maskings }) => [...maskings.keys()]));
  reached = new Set(schemas.flatMap(({ schema }) => [...reachedBy(schema)]));
});

test('every text, date and number that an auditor reaches is masked, or is no personal data', () => {
  const undecided = [...reached].filter(
    (name) => !decided.has(name) && !notPersonal.has(name) && !notPersonal.has(name.split('.')[0]!),
  );
  expect(undecided).toEqual([]);
});

test('what is listed as no personal data is reached, and is not masked', () => {
  const types = new Set([...reached].map((name) => name.split('.')[0]!));
  expect([...notPersonal].filter((name) => !reached.has(name) && !types.has(name))).toEqual([]);
  expect([...notPersonal].filter((name) => decided.has(name))).toEqual([]);
});

test('what an auditor reaches includes names, numbers and dates of birth', () => {
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'PersonName.surname',
      'Applicant.birthDate',
      'IinRecord.iin',
      'Complaint.text',
      'IinApplicationFilter.text',
      'Query.iinRecord.iin',
    ]),
  );
});

/** The fields, filters and arguments of texts, dates and numbers that an auditor reaches in a subgraph. */
function reachedBy(schema: GraphQLSchema): Set<string> {
  const found = new Set<string>();
  const visited = new Set<string>();
  const query = schema.getQueryType()!;
  for (const field of Object.values(query.getFields())) {
    const requirement = requirementOf(schema, query, field);
    // What is open to everybody is nobody's; what isn't open to auditors they don't reach.
    if (!requirement || requirement.all.length === 0 || judge(requirement, auditor) !== 'ALLOWED') continue;
    for (const { name, type } of field.args) noteInput(`Query.${field.name}.${name}`, getNamedType(type));
    visit(getNamedType(field.type));
  }
  return found;

  function visit(type: GraphQLNamedType): void {
    if (visited.has(type.name)) return;
    visited.add(type.name);
    if (isUnionType(type)) type.getTypes().forEach(visit);
    if (isObjectType(type)) Object.values(type.getFields()).forEach((field) => visitField(type, field.name));
  }

  function visitField(parent: GraphQLObjectType, name: string): void {
    const field = parent.getFields()[name]!;
    if (judge(requirementOf(schema, parent, field), auditor) !== 'ALLOWED') return;
    const type = getNamedType(field.type);
    if (isPersonalKind(type)) found.add(`${parent.name}.${name}`);
    // Within what is hidden nothing is shown.
    if (isCompositeType(type) && !decided.has(`${parent.name}.${name}`)) visit(type);
  }

  function noteInput(name: string, type: GraphQLNamedType): void {
    if (isPersonalKind(type) && !['after', 'before'].includes(name.split('.').at(-1)!)) found.add(name);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        noteInput(`${type.name}.${field.name}`, getNamedType(field.type));
  }
}

function isPersonalKind(type: GraphQLNamedType): boolean {
  return ['String', 'Date', 'IIN'].includes(type.name);
}
