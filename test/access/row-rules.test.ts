import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { World } from '../support/world.ts';
import { viewers } from '../support/world-names.ts';
import type { Kind } from '../support/world-names.ts';
import { leaveTraces, unexpected } from './database-access.ts';
import { removableDeclarations } from './declarations.ts';
import { read, readings, shownBySees } from './readings.ts';
import { keepFilters, opened, policiesOf, setPolicies } from './row-rules.ts';
import type { Policy } from './row-rules.ts';
import { sees } from './sees.ts';

// Each row rule alone: a filter of the resolvers, or a policy of the database. No declaration and no other rule is left, so whatever hides a row is that one.

const keepDeclarations = await removableDeclarations();
const { startWorld } = await import('../support/world.ts');
const { allSubgraphs } = await import('../../subgraphs/all.ts');

/** The entity and the table that the rows of each kind are of. */
const placeOf: Record<Kind, readonly [entity: string, table: string]> = {
  applicant: ['Applicant', 'applicants.applicant'],
  newcomer: ['Applicant', 'applicants.applicant'],
  document: ['Document', 'applicants.document'],
  consent: ['Consent', 'applicants.consent'],
  application: ['IinApplication', 'iin.application'],
  waiting: ['IinApplication', 'iin.application'],
  waitingNumber: ['IinApplication', 'iin.application'],
  duplicateDecision: ['DuplicateDecision', 'iin.duplicate_decision'],
  record: ['IinRecord', 'iin.record'],
  iin: ['IinRecord', 'iin.record'],
  recordVersion: ['IinRecordVersion', 'iin.record_version'],
  printedForm: ['PrintedForm', 'iin.printed_form'],
  acceptanceRefusal: ['AcceptanceRefusal', 'iin.acceptance_refusal'],
  petition: ['Petition', 'residence.petition'],
  // What belongs to a petition is hidden together with it.
  caseDocument: ['Petition', 'residence.petition'],
  interviewTime: ['Petition', 'residence.petition'],
  declinedConsent: ['DeclinedConsent', 'residence.declined_consent'],
  residenceCase: ['ResidenceCase', 'residence.residence_case'],
  casePaper: ['ResidenceCase', 'residence.residence_case'],
  questionnaire: ['Questionnaire', 'residence.questionnaire'],
  complaint: ['Complaint', 'complaints.complaint'],
  // What belongs to a complaint is hidden together with it, what belongs to a case file together with that.
  complaintPaper: ['Complaint', 'complaints.complaint'],
  sentPaper: ['ComplaintCaseFile', 'complaints.case_file'],
  account: ['Account', 'missions.account'],
  partnerClient: ['PartnerClient', 'missions.partner_client'],
  webhook: ['Webhook', 'missions.webhook'],
  delivery: ['Delivery', 'missions.delivery'],
  incident: ['Incident', 'iin.incident'],
  journalEntry: ['JournalEntry', 'audit.journal'],
  disclosure: ['Disclosure', 'audit.disclosure'],
};

let world: World;
let policies: Policy[];
let putFiltersBack = () => {};
beforeAll(async () => {
  world = await startWorld();
  await leaveTraces(world);
  policies = await policiesOf(world.product.database);
  keepDeclarations(() => false);
});
afterEach(async () => {
  putFiltersBack();
  await setPolicies(world.product.database, policies);
});
afterAll(() => world.product.close());

test('without any rule everything is shown to those who see nothing: the tests below can fail', async () => {
  await keepRules({ filter: () => false, policy: () => false });
  for (const [name, reading] of Object.entries(readings)) {
    const everything = Object.keys(world.rows[reading.shows]).toSorted();
    for (const viewer of ['nobody', 'partner', 'KNB officer'] as const) {
      const { owners } = await read(world, viewer, reading);
      expect([name, viewer, owners]).toEqual([name, viewer, everything]);
    }
  }
});

test.each([
  ['the filters of the resolvers', { filter: () => true, policy: () => false }],
  ['the policies of the database', { filter: () => false, policy: () => true }],
])(
  '%s alone show everybody exactly what they see',
  async (_rules, rules) => {
    await keepRules(rules);
    for (const [name, reading] of Object.entries(readings)) {
      for (const viewer of viewers) {
        const { foreign, ...shown } = await read(world, viewer, reading);
        expect([name, viewer, shown, foreign]).toEqual([name, viewer, shownBySees(world, viewer, reading), []]);
      }
    }
  },
  120_000,
);

test('each filter hides exactly the foreign rows alone', async () => {
  const entities = Object.values(allSubgraphs).flatMap((subgraph) => subgraph.entities.map(({ meta }) => meta));
  const filtered = entities.filter(({ filters }) => filters?.visible).map(({ className }) => className);
  expect(filtered).toContain('Applicant');
  for (const entity of filtered) {
    await keepRules({ filter: (name) => name === entity, policy: () => false });
    expect([entity, await differences(0, entity)]).toEqual([entity, []]);
  }
});

test('each policy hides exactly the foreign rows alone', async () => {
  const tables = new Set(Object.values(placeOf).map(([, table]) => table));
  for (const table of tables) {
    await keepRules({ filter: () => false, policy: (policy) => policy.table === table });
    expect([table, await differences(1, table)]).toEqual([table, []]);
  }
});

test('each half of each policy is missed when it is opened, though all the others are there', async () => {
  const unmissed: string[] = [];
  for (const policy of policies) {
    const { table, name } = policy;
    expect([table, await unexpected(world, table)]).toEqual([table, []]);
    for (const half of ['using', 'check'] as const) {
      if (policy[half] === null) continue;
      await setPolicies(world.product.database, [{ ...policy, [half]: 'true' }]);
      if ((await unexpected(world, table)).length === 0) unmissed.push(`${name} on ${table}: ${half}`);
      await setPolicies(world.product.database, [policy]);
    }
  }
  expect(unmissed).toEqual([]);
});

async function keepRules(kept: { filter: (entity: string) => boolean; policy: (policy: Policy) => boolean }) {
  putFiltersBack();
  putFiltersBack = keepFilters(kept.filter);
  await setPolicies(
    world.product.database,
    policies.map((policy) => (kept.policy(policy) ? policy : opened(policy))),
  );
}

/** Where a reading of the rows of one entity or table shows others than the viewer sees; a rule that no reading is about. */
async function differences(place: 0 | 1, name: string): Promise<string[]> {
  const about = Object.entries(readings).filter(([, { shows }]) => placeOf[shows][place] === name);
  if (about.length === 0) return ['No reading is about it'];
  const found: string[] = [];
  for (const [way, reading] of about) {
    for (const viewer of viewers) {
      const { owners } = await read(world, viewer, reading);
      // What is masked to auditors no rule of rows hides.
      const masked = viewer === 'auditor' && reading.masked;
      const seen = masked ? [] : (sees[reading.shows][viewer] ?? []).toSorted();
      if (owners.join() !== seen.join()) found.push(`${way} by ${viewer}: ${owners.join()} instead of ${seen.join()}`);
    }
  }
  return found;
}
