import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import { viewers } from '../support/world-names.ts';
import { askSubgraph } from '../support/ask-subgraph.ts';
import type { World } from '../support/world.ts';
import type { Kind, Owner, ViewerName } from '../support/world-names.ts';
import { sees } from './sees.ts';

// Everything that shows rows, and who may ask for it: the column "may" of the roles in the orders. Whose rows they get then is said in sees.ts.

/** Something that shows rows. */
export interface Reading {
  /** Who may ask for it at all. */
  may: readonly ViewerName[];
  /** What it shows. */
  shows: Kind;
  /** By what it is asked, as `$id` of its selection; nothing for a list of all that there is. */
  by?: Kind;
  /** Whether it is a list, in which what the viewer doesn't see is missing; it is NOT_FOUND otherwise. */
  list?: true;
  /** Whether fewer may ask for what it selects than for what that stands in. */
  ofFewer?: true;
  /** What an auditor gets of it, who sees its rows: nothing where it leads to bytes, a refusal where it asks by what is masked. */
  masked?: 'nothing' | 'refusal';
  /** A selection of `Query`. */
  ask: string;
  /** The subgraph that is asked directly, the gateway bypassed; the gateway is asked otherwise. */
  of?: SubgraphName;
}

const receivers: ViewerName[] = ['consul of Berlin', 'consul of Tirana', 'authorised employee'];
const applicants: ViewerName[] = ['Erika, applicant', 'Ivan, applicant'];
const readersOfCases: ViewerName[] = [...receivers, 'operator', 'auditor'];
const readersOfPersons: ViewerName[] = [...readersOfCases, ...applicants];
const petitioners: ViewerName[] = [...applicants, 'hub officer', 'MDDIAI signer', 'auditor'];
const migrationOfficers: ViewerName[] = ['migration officer of Astana', 'migration officer of Almaty'];
const residenceOfficers: ViewerName[] = [
  ...migrationOfficers,
  'KNB officer',
  'service centre officer of Astana',
  'service centre officer of Almaty',
];
const residents: ViewerName[] = [...applicants, ...residenceOfficers, 'auditor'];
const complainants: ViewerName[] = [
  ...receivers,
  ...applicants,
  'operator',
  'hub officer',
  'MDDIAI signer',
  ...migrationOfficers,
  'service centre officer of Astana',
  'service centre officer of Almaty',
  'complaint reviewer',
  'auditor',
];
const managers: ViewerName[] = ['state corporation', 'manager', 'auditor'];
const signedIn = viewers.filter((viewer) => viewer !== 'nobody');

/** What shows rows, by the way that it takes. */
export const readings: Record<string, Reading> = {
  applicant: {
    may: [...receivers, ...applicants, 'auditor'],
    by: 'applicant',
    shows: 'applicant',
    ask: 'applicant(id: $id) { id }',
  },
  'applicant → documents': {
    may: [...receivers, ...applicants, 'auditor'],
    by: 'applicant',
    shows: 'document',
    ask: 'applicant(id: $id) { documents { id } }',
  },
  'applicant → consents': {
    may: [...receivers, ...applicants, 'auditor'],
    by: 'applicant',
    shows: 'consent',
    ask: 'applicant(id: $id) { consents { id } }',
  },
  applicants: {
    may: [...receivers, ...applicants, 'auditor'],
    shows: 'applicant',
    list: true,
    ask: 'applicants(first: 100) { edges { node { id } } }',
  },
  document: {
    may: readersOfPersons,
    masked: 'nothing',
    by: 'document',
    shows: 'document',
    ask: 'document(id: $id) { id }',
  },

  iinApplication: ofApplication('application', 'id'),
  'iinApplication → record': ofApplication('record', 'record { id }'),
  'iinApplication → printedForm': ofApplication('printedForm', 'printedForm { id }'),
  'iinApplication → applicant': ofApplication('applicant', 'applicant { id birthPlace }'),
  'iinApplication → applicant → documents': ofApplication('document', 'applicant { documents { id } }'),
  'iinApplication → applicant → consents': ofApplication('consent', 'applicant { consents { id } }'),
  'iinApplication → caseFile': {
    ...ofApplication('application', 'id caseFile { number documents { id } actedBy }'),
    ofFewer: true,
    may: ['operator'],
  },
  iinApplications: {
    may: readersOfCases,
    shows: 'application',
    list: true,
    ask: 'iinApplications(first: 100) { edges { node { id } } }',
  },
  'iinApplications by number': {
    may: readersOfCases,
    by: 'waitingNumber',
    shows: 'waiting',
    list: true,
    ask: 'iinApplications(filter: { number: $id }) { edges { node { id } } }',
  },
  'possibleDuplicates → application': {
    may: ['operator', 'auditor'],
    by: 'waiting',
    shows: 'application',
    ask: 'possibleDuplicates(applicationId: $id) { edges { node { application { id } } } }',
  },
  'possibleDuplicates → record': {
    may: ['operator', 'auditor'],
    by: 'waiting',
    shows: 'record',
    ask: 'possibleDuplicates(applicationId: $id) { edges { node { record { id } } } }',
  },
  'possibleDuplicates → decision': {
    may: ['operator', 'auditor'],
    by: 'waiting',
    shows: 'duplicateDecision',
    ask: 'possibleDuplicates(applicationId: $id) { edges { node { decision { id } } } }',
  },
  iinRecords: {
    may: ['operator', 'auditor'],
    shows: 'record',
    list: true,
    ask: 'iinRecords(first: 100) { edges { node { id } } }',
  },
  'iinRecords by number': {
    may: ['operator'],
    masked: 'refusal',
    by: 'iin',
    shows: 'record',
    list: true,
    ask: 'iinRecords(filter: { iin: $id }) { edges { node { id } } }',
  },
  iinRecord: { may: ['operator', 'auditor'], by: 'record', shows: 'record', ask: 'iinRecord(id: $id) { id }' },
  'iinRecord by number': {
    may: ['operator'],
    masked: 'refusal',
    by: 'iin',
    shows: 'record',
    ask: 'iinRecord(iin: $id) { id }',
  },
  'iinRecord → versions': ofRecord('recordVersion', 'versions { id }'),
  'iinRecord → versions → application': ofRecord('application', 'versions { application { id } }'),
  'iinRecord → applications': ofRecord('application', 'applications { id }'),
  'iinRecord → applications → printedForm': ofRecord('printedForm', 'applications { printedForm { id } }'),
  printedForm: {
    may: readersOfCases,
    masked: 'nothing',
    by: 'printedForm',
    shows: 'printedForm',
    ask: 'printedForm(id: $id) { id }',
  },

  petition: ofPetition('petition', 'id'),
  'petition → documents': ofPetition('caseDocument', 'documents { id }'),
  'petition → interviewTimes': ofPetition('interviewTime', 'interviewTimes { id }'),
  'petition → caseFile': {
    ...ofPetition('petition', 'id caseFile { documents { id } actedBy }'),
    ofFewer: true,
    may: ['hub officer', 'MDDIAI signer'],
  },
  'petition → noticeBouncedAt': {
    ...ofPetition('petition', 'id noticeBouncedAt'),
    ofFewer: true,
    may: ['hub officer', 'auditor'],
  },
  petitions: {
    may: petitioners,
    shows: 'petition',
    list: true,
    ask: 'petitions(first: 100) { edges { node { id } } }',
  },
  caseDocument: {
    may: [...petitioners, ...residenceOfficers],
    masked: 'nothing',
    by: 'caseDocument',
    shows: 'caseDocument',
    ask: 'caseDocument(id: $id) { id }',
  },

  residenceCase: ofCase('residenceCase', 'id'),
  'residenceCase → documents': ofCase('casePaper', 'documents { id }'),
  'residenceCase → petition': {
    ...ofCase('residenceCase', 'id petition { id }'),
    ofFewer: true,
    may: [...applicants, 'auditor'],
  },
  'residenceCase → submissions': {
    ...ofCase('residenceCase', 'id submissions { ordinal }'),
    ofFewer: true,
    may: [...applicants, ...migrationOfficers, 'auditor'],
  },
  'residenceCase → checks': { ...ofCase('residenceCase', 'id checks { kind }'), ofFewer: true, may: migrationOfficers },
  'residenceCase → noticeBouncedAt': {
    ...ofCase('residenceCase', 'id noticeBouncedAt'),
    ofFewer: true,
    may: [...residenceOfficers.filter((viewer) => viewer !== 'KNB officer'), 'auditor'],
  },
  'residenceCase → documentComparison': {
    ...ofCase('residenceCase', 'id documentComparison { field }'),
    ofFewer: true,
    may: [...migrationOfficers, 'auditor'],
  },
  'residenceCase → dutyPayment': {
    ...ofCase('residenceCase', 'id dutyPayment { reference }'),
    ofFewer: true,
    may: residents.filter((viewer) => viewer !== 'KNB officer'),
  },
  'residenceCase → earlierDecisions → knbAgreement': {
    ...ofCase('residenceCase', 'id earlierDecisions { knbAgreement { agreed } }'),
    ofFewer: true,
    may: [...migrationOfficers, 'KNB officer'],
  },
  'residenceCase → caseFile': {
    ...ofCase('residenceCase', 'id caseFile { documents { id } actedBy }'),
    ofFewer: true,
    may: migrationOfficers,
  },
  'residenceCase → knbAgreement': {
    ...ofCase('residenceCase', 'id knbAgreement { agreed }'),
    ofFewer: true,
    may: [...migrationOfficers, 'KNB officer'],
  },
  residenceCases: {
    may: residents,
    shows: 'residenceCase',
    list: true,
    ask: 'residenceCases(first: 100) { edges { node { id } } }',
  },
  'caseDocument of a case': {
    may: [...petitioners, ...residenceOfficers],
    masked: 'nothing',
    by: 'casePaper',
    shows: 'casePaper',
    ask: 'caseDocument(id: $id) { id }',
  },
  questionnaire: { may: applicants, by: 'questionnaire', shows: 'questionnaire', ask: 'questionnaire(id: $id) { id }' },
  questionnaires: {
    may: applicants,
    shows: 'questionnaire',
    list: true,
    ask: 'questionnaires(first: 100) { edges { node { id } } }',
  },

  complaint: { may: complainants, by: 'complaint', shows: 'complaint', ask: 'complaint(id: $id) { id }' },
  complaints: {
    may: complainants,
    shows: 'complaint',
    list: true,
    ask: 'complaints(first: 100) { edges { node { id } } }',
  },
  'complaint → noticeBouncedAt': {
    may: complainants.filter((viewer) => !applicants.includes(viewer) && viewer !== 'complaint reviewer'),
    ofFewer: true,
    by: 'complaint',
    shows: 'complaint',
    ask: 'complaint(id: $id) { id noticeBouncedAt }',
  },
  'complaint → documents': {
    may: complainants,
    by: 'complaint',
    shows: 'complaintPaper',
    ask: 'complaint(id: $id) { documents { id } }',
  },
  'complaints → caseFile': {
    may: ['complaint reviewer'],
    ofFewer: true,
    shows: 'sentPaper',
    list: true,
    ask: 'complaints(first: 100) { edges { node { caseFile { documents { id } } } } }',
  },
  complaintDocument: {
    may: complainants,
    masked: 'nothing',
    by: 'complaintPaper',
    shows: 'complaintPaper',
    ask: 'complaintDocument(id: $id) { id }',
  },
  'complaintDocument of a case file': {
    may: complainants,
    masked: 'nothing',
    by: 'sentPaper',
    shows: 'sentPaper',
    ask: 'complaintDocument(id: $id) { id }',
  },

  account: { may: managers, by: 'account', shows: 'account', ask: 'account(id: $id) { id name }' },
  accounts: {
    may: managers,
    shows: 'account',
    list: true,
    ask: 'accounts(first: 100) { edges { node { id } } }',
  },
  partnerClients: {
    may: ['state corporation'],
    shows: 'partnerClient',
    list: true,
    ask: 'partnerClients(first: 100) { edges { node { id } } }',
  },
  webhooks: {
    may: ['state corporation'],
    shows: 'webhook',
    list: true,
    ask: 'webhooks(first: 100) { edges { node { id } } }',
  },
  'webhooks → client': {
    may: ['state corporation'],
    shows: 'partnerClient',
    list: true,
    ask: 'webhooks(first: 100) { edges { node { client { id } } } }',
  },
  deliveries: {
    may: ['state corporation'],
    shows: 'delivery',
    list: true,
    ask: 'deliveries(first: 100, filter: { states: [DEAD] }) { edges { node { id } } }',
  },
  'deliveries → webhook': {
    may: ['state corporation'],
    shows: 'webhook',
    list: true,
    ask: 'deliveries(first: 100, filter: { states: [DEAD] }) { edges { node { webhook { id } } } }',
  },
  incidents: {
    may: ['operator', 'auditor'],
    shows: 'incident',
    list: true,
    ask: 'incidents(first: 100) { edges { node { id } } }',
  },
  disclosures: {
    may: ['auditor', 'state corporation'],
    shows: 'disclosure',
    list: true,
    ask: 'disclosures(first: 100) { edges { node { id } } }',
  },
  journal: { may: ['auditor'], shows: 'journalEntry', list: true, ask: 'journal(last: 100) { edges { node { id } } }' },

  'Applicant, directly': entity('applicants', 'Applicant', 'applicant', readersOfPersons),
  'Applicant → documents, directly': {
    ...entity('applicants', 'Applicant', 'applicant', readersOfPersons, 'documents { id }'),
    shows: 'document',
  },
  'Applicant without an application, directly': entity('applicants', 'Applicant', 'newcomer', readersOfPersons),
  'Document, directly': { ...entity('applicants', 'Document', 'document', readersOfPersons), masked: 'nothing' },
  'IinApplication, directly': entity('iin', 'IinApplication', 'application', readersOfCases),
  'IinRecord, directly': entity('iin', 'IinRecord', 'record', readersOfCases),
  'IinRecord by its number, directly': {
    may: readersOfCases,
    masked: 'nothing',
    by: 'iin',
    shows: 'record',
    ask: '_entities(representations: [{ __typename: "IinRecord", iin: $id }]) { ... on IinRecord { id } }',
    of: 'iin',
  },
  'PrintedForm, directly': { ...entity('iin', 'PrintedForm', 'printedForm', readersOfCases), masked: 'nothing' },
  'AcceptanceRefusal, directly': entity('iin', 'AcceptanceRefusal', 'acceptanceRefusal', receivers),
  'Petition, directly': entity('residence', 'Petition', 'petition', petitioners),
  'PetitionConsentDeclined, directly': entity('residence', 'PetitionConsentDeclined', 'declinedConsent', applicants),
  'Complaint, directly': entity('complaints', 'Complaint', 'complaint', complainants),
  'ResidenceCase, directly': entity('residence', 'ResidenceCase', 'residenceCase', residents),
  'Account, directly': entity('missions', 'Account', 'account', signedIn, 'id name'),
  'PartnerClient, directly': entity('missions', 'PartnerClient', 'partnerClient', ['state corporation']),
};

function ofApplication(shows: Kind, fields: string): Reading {
  return { may: readersOfCases, by: 'application', shows, ask: `iinApplication(id: $id) { ${fields} }` };
}

function ofPetition(shows: Kind, fields: string): Reading {
  return { may: petitioners, by: 'petition', shows, ask: `petition(id: $id) { ${fields} }` };
}

function ofCase(shows: Kind, fields: string): Reading {
  return { may: residents, by: 'residenceCase', shows, ask: `residenceCase(id: $id) { ${fields} }` };
}

function ofRecord(shows: Kind, fields: string): Reading {
  return { may: ['operator', 'auditor'], by: 'record', shows, ask: `iinRecord(id: $id) { ${fields} }` };
}

function entity(of: SubgraphName, type: string, kind: Kind, may: readonly ViewerName[], fields = 'id'): Reading {
  const ask = `_entities(representations: [{ __typename: "${type}", id: $id }]) { ... on ${type} { ${fields} } }`;
  return { may, by: kind, shows: kind, ask, of };
}

/** What came of a reading. */
export interface Shown {
  /** Whose rows were shown. */
  owners: Owner[];
  /** The codes of the errors, each once. */
  codes: string[];
}

/** What comes of a reading that a viewer may not ask for. */
export function refused(viewer: ViewerName): Shown {
  return { owners: [], codes: [viewer === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN'] };
}

/** What comes of a reading of which an auditor gets nothing that others get; nothing for other viewers and readings. */
export function maskedFrom(viewer: ViewerName, { masked, of }: Reading): Shown | undefined {
  if (viewer !== 'auditor' || !masked) return undefined;
  return masked === 'refusal' ? refused(viewer) : { owners: [], codes: of ? [] : ['NOT_FOUND'] };
}

/** What comes of a reading that a viewer may ask for: of what is asked for and of what it shows, the rows that the viewer sees. */
export function shownBySees(world: World, viewer: ViewerName, reading: Reading): Shown {
  const masked = maskedFrom(viewer, reading);
  if (masked) return masked;
  const { by, shows, list, of } = reading;
  const [asked = [], shown = []] = [sees[by ?? shows][viewer], sees[shows][viewer]];
  const owners = asked.filter((owner) => shown.includes(owner)).toSorted();
  const told = list || of || owners.length === Object.keys(world.rows[shows]).length;
  return { owners, codes: told ? [] : ['NOT_FOUND'] };
}

/** The text of a reading: of everybody's rows at once, each under an alias of its own. Everybody asks with the same text. */
export function textOf({ rows }: World, { by, ask }: Reading): string {
  if (!by) return `{ ${ask} }`;
  const asked = Object.values(rows[by]).map((id, index) => `row${index}: ${ask.replace('$id', JSON.stringify(id))}`);
  return `{ ${asked.join(' ')} }`;
}

/**
 * Asks for everybody's rows, through the gateway over HTTP or a subgraph directly.
 *
 * @param write writes the operation in another form.
 * @returns what came of it, and the rows in the answer, of whatever kind, that the viewer doesn't see.
 */
export async function read(
  world: World,
  viewer: ViewerName,
  reading: Reading,
  write = (text: string) => text,
): Promise<Shown & { foreign: string[] }> {
  const { data, codes } = await askAs(world, viewer, write(textOf(world, reading)), reading.of);
  const answer = JSON.stringify(data ?? null);
  const shown = (Object.entries(world.rows) as [Kind, Partial<Record<Owner, string>>][]).flatMap(([kind, rows]) =>
    (Object.entries(rows) as [Owner, string][])
      .filter(([, id]) => answer.includes(id))
      .map(([owner]) => ({ kind, owner })),
  );
  return {
    owners: shown
      .filter(({ kind }) => kind === reading.shows)
      .map(({ owner }) => owner)
      .toSorted(),
    foreign: shown
      .filter(({ kind, owner }) => !sees[kind][viewer]?.includes(owner))
      // The id of a partner client is also that of its account.
      .filter(({ kind }) => kind !== 'partnerClient' || reading.shows !== 'account')
      .map(({ kind, owner }) => `${kind} of ${owner}`),
    codes: [...new Set(codes)],
  };
}

/** Asks in a viewer's name: the gateway over HTTP, or a subgraph with the gateway bypassed. */
export async function askAs(
  { clients, product }: World,
  viewer: ViewerName,
  text: string,
  of?: SubgraphName,
): Promise<{ data: unknown; codes: string[] }> {
  if (!of) return clients[viewer].send(text);
  const authorization = viewer === 'nobody' ? undefined : `Bearer ${await clients[viewer].freshToken()}`;
  return askSubgraph(product, of, text, authorization);
}
