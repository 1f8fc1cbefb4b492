import { demoAccount } from '../../installation/demo/accounts.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { insertCases } from './case-rows.ts';
import { insertComplaints } from './world-complaints.ts';
import { act, apply, presentHead, registerPerson } from './counter.ts';
import { eventually } from './eventually.ts';
import type { GraphClient } from './graph-client.ts';
import { believeAnySignature, insertPetitions } from './petition-rows.ts';
import { startTestProduct } from './product.ts';
import type { TestProduct } from './product.ts';
import { representationFor } from './representations.ts';
import { colleagues, counters } from './world-names.ts';
import type { CaseRows, Colleague, Counter, Kind, Owner, ViewerName } from './world-names.ts';

/** The product with a case of each counter, and everybody who may or may not see it. */
export interface World {
  product: TestProduct;
  clients: Record<ViewerName, GraphClient>;
  /** The account of each viewer; nobody has none. */
  accounts: Record<Exclude<ViewerName, 'nobody'>, DemoAccount>;
  /** The ids of the rows there are, by whose they are. */
  rows: Record<Kind, Partial<Record<Owner, string>>>;
}

/** Starts it. Close its product in `afterAll`. */
export async function startWorld(): Promise<World> {
  const product = await startTestProduct({ verifier: believeAnySignature });
  try {
    return await worldOf(product);
  } catch (error) {
    await product.close();
    throw error;
  }
}

async function worldOf(product: TestProduct): Promise<World> {
  const ivan = { ...demoAccount('applicant')!, id: newId(), name: 'Ivan Demo', iin: undefined };
  await insertAccount(product, ivan);
  const accounts = accountsOf(ivan);
  const clients = {
    ...Object.fromEntries(Object.entries(accounts).map(([name, account]) => [name, product.asAccount(account)])),
    partner: product.as('partner', {}, ['iin:verify', 'border:write', 'fingerprint:write', 'residence:status']),
    nobody: product.anybody(),
  } as Record<ViewerName, GraphClient>;

  const [Berlin, Tirana, MFA] = await Promise.all([
    receive(product, clients['consul of Berlin'], 'LEGAL_ENTITY_HEAD'),
    receive(product, clients['consul of Tirana'], 'LEGAL_ENTITY_HEAD'),
    receive(product, clients['authorised employee'], 'REPRESENTATION_STAFF'),
  ]);
  await giveAccount(product, Berlin, accounts['Erika, applicant']);
  await giveAccount(product, Tirana, ivan);
  const cases = { Berlin, Tirana, MFA };
  const petitioners = {
    Berlin: { ...accounts['Erika, applicant'], applicantId: Berlin.applicant },
    Tirana: { ...ivan, applicantId: Tirana.applicant },
  };
  const kinds = Object.keys(Berlin) as (keyof CaseRows)[];
  const residenceCases = await insertCases(product, petitioners);
  const complainedOf = { application: Berlin.application, residenceCase: residenceCases.residenceCase.Tirana };
  return {
    product,
    clients,
    accounts,
    rows: {
      ...(Object.fromEntries(
        kinds.map((kind) => [kind, Object.fromEntries(counters.map((counter) => [counter, cases[counter][kind]]))]),
      ) as Record<keyof CaseRows, Record<Counter, string>>),
      ...(await insertPetitions(product, petitioners)),
      ...residenceCases,
      ...(await insertComplaints(product, { ...complainedOf, accounts })),
      account: await insertColleagues(product, accounts),
      ...(await insertPartner(product, accounts.partner)),
      incident: { 'the product': await insertIncident(product, accounts.operator) },
      journalEntry: { 'the product': await aJournalEntry(product) },
      disclosure: { 'the product': await insertDisclosure(product, accounts.auditor) },
    },
  };
}

function accountsOf(ivan: DemoAccount): World['accounts'] {
  return {
    'consul of Berlin': demoAccount('consul', { mission: 13 })!,
    'consul of Tirana': demoAccount('consul', { mission: 1 })!,
    'authorised employee': demoAccount('authorised_employee')!,
    operator: demoAccount('iin_operator')!,
    manager: demoAccount('manager')!,
    'state corporation': demoAccount('state_corporation')!,
    auditor: demoAccount('auditor')!,
    'Erika, applicant': demoAccount('applicant')!,
    'Ivan, applicant': ivan,
    'hub officer': demoAccount('hub_officer')!,
    'MDDIAI signer': demoAccount('mddiai_signer')!,
    'migration officer of Astana': demoAccount('kkq_officer', { city: 'ASTANA' })!,
    'migration officer of Almaty': demoAccount('kkq_officer', { city: 'ALMATY' })!,
    'KNB officer': demoAccount('knb_officer')!,
    'service centre officer of Astana': demoAccount('psc_officer', { city: 'ASTANA' })!,
    'service centre officer of Almaty': demoAccount('psc_officer', { city: 'ALMATY' })!,
    'complaint reviewer': demoAccount('complaint_reviewer')!,
    partner: demoAccount('partner')!,
  };
}

/** Everything that a counter receives, and what follows from it. */
async function receive(product: TestProduct, client: GraphClient, category: string): Promise<CaseRows> {
  const operator = product.as('iin_operator');
  const applicant = await presentHead(client);
  const application = await apply(client, applicant, category);
  await act(operator, 'takeIinApplication', application, 1);
  await act(operator, 'formIin', application, 2);
  const printed = await act(client, 'printResult', application, 3);
  const waiting = await apply(client, await presentHead(client), category);
  const newcomer = await registerPerson(client);
  const { registerIinApplication: refusal } = await client.ask(
    `mutation Refused($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) { ... on AcceptanceRefusal { id } } }`,
    { input: { applicantId: newcomer, applicantVersion: 1, category, ...representationFor(category) } },
  );
  // What follows from a number changes the person; nothing is to change while a test looks.
  await eventually(async () => {
    if ((await readCase()).applicant.iin === null) throw new Error('The number has not been noted yet');
  });
  const { applicant: person, iinApplication, waitingFor } = await readCase();
  const { iinRecord } = await operator.ask('query Versions($id: ID!) { iinRecord(id: $id) { versions { id } } }', {
    id: iinApplication.record.id,
  });
  return {
    applicant,
    document: person.documents[0].id,
    consent: person.consents[0].id,
    application,
    record: iinApplication.record.id,
    recordVersion: iinRecord.versions[0].id,
    iin: iinApplication.iin,
    printedForm: (printed.printedForm as { id: string }).id,
    waiting,
    waitingNumber: waitingFor.number,
    duplicateDecision: await insertDuplicateDecision(product, waiting, application),
    newcomer,
    acceptanceRefusal: refusal.id,
  };

  function readCase() {
    return client.ask(
      `query Case($applicant: ID!, $application: ID!, $waiting: ID!) {
         applicant(id: $applicant) { iin documents { id } consents { id } }
         iinApplication(id: $application) { iin record { id } }
         waitingFor: iinApplication(id: $waiting) { number } }`,
      { applicant, application, waiting },
    );
  }
}

/** Makes an account the one of a counter's persons, as registering oneself does. */
async function giveAccount({ database }: TestProduct, rows: CaseRows, { id }: DemoAccount): Promise<void> {
  const persons = [rows.applicant, rows.newcomer];
  await database.query('update applicants.applicant set person_account_id = $1 where id = any($2)', [id, persons]);
  for (const table of ['applicants.document', 'applicants.consent'])
    await database.query(`update ${table} set person_account_id = $1 where applicant_id = any($2)`, [id, persons]);
}

async function insertAccount({ database }: TestProduct, account: DemoAccount): Promise<void> {
  const { id, name, role, officeId, city } = account;
  await database.query(
    `insert into missions.account (id, name, role, office_id, city, head_of_office, state, email)
     values ($1, $2, $3, $4, $5, false, 'ACTIVE', 'somebody@qonaq.example')`,
    [id, name, role, officeId, city],
  );
  await database.query(
    `insert into kit.account_state (id, state, role, office_id, city) values ($1, 'ACTIVE', $2, $3, $4)`,
    [id, role, officeId, city],
  );
}

async function insertColleagues(product: TestProduct, accounts: World['accounts']): Promise<Record<Colleague, string>> {
  const ids = {} as Record<Colleague, string>;
  for (const [name, viewer] of Object.entries(colleagues) as [Colleague, keyof World['accounts']][]) {
    ids[name] = newId();
    await insertAccount(product, { ...accounts[viewer], id: ids[name], name });
  }
  return ids;
}

async function insertDuplicateDecision(
  { database }: TestProduct,
  application: string,
  candidate: string,
): Promise<string> {
  const id = newId();
  await database.query(
    `insert into iin.duplicate_decision (id, application_id, candidate_id, verdict, reason, decided_at, decided_by)
     values ($1, $2, $3, 'ANOTHER_PERSON', 'They are sisters.', '2026-03-02', $4)`,
    [id, application, candidate, demoAccount('iin_operator')!.id],
  );
  return id;
}

/** Registers a system of another agency, with the account in whose name it acts, where it is told what happens, and something that it was told in vain. */
async function insertPartner(product: TestProduct, partner: DemoAccount) {
  const id = newId();
  await insertAccount(product, { ...partner, id, name: 'Front office' });
  await product.database.query(
    `insert into missions.partner_client (id, name, agency, email, scopes, jwks_url, expires_at, created_at, created_by)
     values ($1, 'Front office', 'Bank', 'systems@bank.example', '{iin:verify}', 'https://bank.example/keys', '2027-03-02', '2026-03-02', $1)`,
    [id],
  );
  const [webhook, delivery] = [newId(), newId()];
  await product.database.query(
    `insert into missions.webhook (id, client_id, url, kinds, created_at, created_by) values ($1, $2, 'https://bank.example/events', '{}', '2026-03-02', $2)`,
    [webhook, id],
  );
  await product.database.query(
    `insert into missions.delivery (id, notice_id, case_id, channel, target, state, attempts, next_attempt_at, settled_at)
     values ($1, gen_random_uuid(), gen_random_uuid(), 'WEBHOOK', $2, 'DEAD', 75, '2026-03-05', '2026-03-05')`,
    [delivery, webhook],
  );
  return {
    partnerClient: { 'the product': id },
    webhook: { 'the product': webhook },
    delivery: { 'the product': delivery },
  };
}

/** Records a failure that doesn't keep anything from passing to the operators. */
async function insertIncident({ database }: TestProduct, operator: DemoAccount): Promise<string> {
  const id = newId();
  await database.query(
    `insert into iin.incident (id, system, description, stops_delivery, found_at, measures_from, opened_at, opened_by)
     values ($1, 'LINK', 'The link is slow.', false, '2026-03-02', '2026-03-02', '2026-03-02', $2)`,
    [id, operator.id],
  );
  return id;
}

async function aJournalEntry({ database }: TestProduct): Promise<string> {
  const { rows } = await database.query<{ id: string }>('select id from audit.journal order by at, id limit 1');
  return rows[0]!.id;
}

/** That something was disclosed to an auditor, long ago. */
async function insertDisclosure({ database }: TestProduct, { id: auditor }: DemoAccount): Promise<string> {
  const id = newId();
  await database.query(
    `insert into audit.disclosure (id, account_id, subject_kind, subject_id, reason, requested_at, opens_until)
     values ($1, $2, 'PERSON', gen_random_uuid(), 'A reason that was given', '2026-01-05T10:00:00Z', '2026-01-05T11:00:00Z')`,
    [id, auditor],
  );
  return id;
}
