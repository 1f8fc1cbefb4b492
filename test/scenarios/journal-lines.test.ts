import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import * as openid from 'openid-client';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { act, apply, attach, person, presentHead, registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { newConsul, signIn, startSignIn } from '../support/sign-in.ts';

// docs/journal.md, line by line: each thing is done, and its line is read as the auditor reads it.

let product: TestProduct;
let auditor: GraphClient;
let consul: GraphClient;
let operator: GraphClient;
beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
  auditor = product.as('auditor');
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

interface Line {
  kind: string;
  action: string;
  outcome: string;
  reason: string | null;
  role: string;
  accountId: string;
  address: string | null;
  subjects: string[];
  operationHash: string | null;
}

/** The lines that a filter finds, as the auditor reads them, newest first. */
async function lines(filter: object): Promise<Line[]> {
  const { journal } = await auditor.ask(
    `query Audit($filter: JournalFilter) { journal(first: 100, filter: $filter) { edges { node {
       kind action outcome reason role accountId address subjects operationHash } } } }`,
    { filter },
  );
  return journal.edges.map(({ node }: { node: Line }) => node) as Line[];
}

const nothings = '01964631-f000-7000-8000-00000000ffff';

describe('What is done', () => {
  test('at a counter is a COMMAND; with the ids of the case and the person', async () => {
    const applicant = await presentHead(consul);
    const application = await apply(consul, applicant);
    expect(await lines({ caseId: application, kind: 'COMMAND' })).toEqual([
      expect.objectContaining({
        action: 'registerIinApplication',
        outcome: 'DONE',
        role: 'consul',
        accountId: demoAccount('consul')!.id,
        address: '127.0.0.1',
        subjects: [application, applicant],
        operationHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ]);
    expect((await lines({ subject: applicant, caseId: application, kind: 'COMMAND' })).length).toBe(1);
  });

  test('by a job is a JOB, a print a PRINT, a download a DOWNLOAD', async () => {
    const applicant = await presentHead(consul);
    const application = await apply(consul, applicant);
    await act(operator, 'takeIinApplication', application, 1);
    await act(operator, 'formIin', application, 2);
    const { printedForm } = await act(consul, 'printResult', application, 3);
    const { id: form } = printedForm as { id: string };
    expect((await consul.get(`/documents/${form}`)).status).toBe(200);
    expect(await lines({ caseId: application, kind: 'PRINT' })).toMatchObject([
      { action: 'printResult', outcome: 'DONE', role: 'consul' },
    ]);
    expect(await lines({ subject: form, kind: 'DOWNLOAD' })).toMatchObject([
      { action: 'PrintedForm', outcome: 'DONE', role: 'consul' },
    ]);
    expect(await lines({ subject: form, kind: 'REFUSAL' })).toEqual([]);
    await eventually(async () =>
      expect(await lines({ subject: applicant, kind: 'JOB' })).toMatchObject([{ action: 'noteIin', role: 'system' }]),
    );
  });

  test('for a reason tells it in codes, and no word of it', async () => {
    const application = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', application, 1);
    await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
      input: {
        id: application,
        expectedVersion: 2,
        grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
        reason: 'Quxword',
        marks: [{ field: 'CITIZENSHIP', remark: 'Quxword' }],
      },
    });
    expect(await lines({ caseId: application, action: 'refuseIin' })).toMatchObject([
      { kind: 'COMMAND', reason: 'UNTRUE_DOCUMENTS_OR_DATA' },
    ]);
  });

  test('to an account is a COMMAND of whoever manages it', async () => {
    const { accountId } = await newConsul(product);
    const { account } = await product
      .as('manager')
      .ask('query A($id: ID!) { account(id: $id) { version } }', { id: accountId });
    await product
      .as('manager')
      .ask('mutation B($input: ChangeAccountInput!) { blockAccount(input: $input) { account { id } } }', {
        input: { id: accountId, expectedVersion: account.version as number, reason: 'Quxword' },
      });
    expect(await lines({ subject: accountId, action: 'blockAccount' })).toMatchObject([
      { kind: 'COMMAND', role: 'manager', reason: null },
    ]);
    expect(await lines({ subject: accountId, action: 'createAccount' })).toHaveLength(1);
  });
});

describe('What is refused', () => {
  test('by the gateway, since the role may not, is a REFUSAL of each field; whoever has no token makes none', async () => {
    const query = 'query NotMine { journal { totalCount } verifySeals { sound } }';
    expect((await consul.send(query)).codes).toContain('FORBIDDEN');
    const refused = await lines({ operationName: 'NotMine' });
    expect(refused.map(({ action }) => action).toSorted()).toEqual(
      expect.arrayContaining(['Query.journal', 'Query.verifySeals']),
    );
    expect(new Set(refused.map(({ kind, outcome, role }) => [kind, outcome, role].join()))).toEqual(
      new Set(['REFUSAL,FORBIDDEN,consul']),
    );
    expect((await product.anybody().send(query.replace('NotMine', 'Nobodys'))).codes).toContain('UNAUTHENTICATED');
    expect(await lines({ operationName: 'Nobodys' })).toEqual([]);
    expect(await lines({ operationName: 'Audit', kind: 'REFUSAL' })).toEqual([]);
  });

  test('when somebody asks for what they may not see, or what is not there, names the type and the id', async () => {
    const applicant = await registerPerson(product.as('consul', { mission: 1 }));
    for (const id of [applicant, nothings])
      expect((await consul.send('query Elses($id: ID!) { applicant(id: $id) { id } }', { id })).codes).toEqual([
        'NOT_FOUND',
      ]);
    expect(await lines({ operationName: 'Elses' })).toMatchObject(
      [nothings, applicant].map((id) => ({
        kind: 'REFUSAL',
        action: 'Applicant',
        outcome: 'NOT_FOUND',
        subjects: [id],
      })),
    );
    await consul.send('query NoId { applicant(id: "Quxenberg") { id } }');
    expect(await lines({ operationName: 'NoId' })).toMatchObject([{ outcome: 'NOT_FOUND', subjects: [] }]);
    await operator.send('query Number { iinRecord(iin: "850312090019") { id } }');
    expect(await lines({ operationName: 'Number' })).toMatchObject([
      { action: 'IinRecord', outcome: 'NOT_FOUND', subjects: [] },
    ]);
  });

  test('of a command names what it was to change; of a document to download or bring, the document', async () => {
    const application = await apply(consul, await presentHead(consul));
    await operator.send('mutation F($i: IinApplicationInput!) { formIin(input: $i) { application { id } } }', {
      i: { id: application, expectedVersion: 1 },
    });
    expect(await lines({ subject: application, kind: 'REFUSAL' })).toMatchObject([
      { action: 'formIin', outcome: 'WRONG_STATE', role: 'iin_operator' },
    ]);
    const document = await attach(consul, await registerPerson(consul), 'IDENTITY_DOCUMENT');
    expect((await product.as('consul', { mission: 1 }).get(`/documents/${document}`)).status).toBe(404);
    expect(await lines({ subject: document, kind: 'REFUSAL' })).toMatchObject([
      { action: 'Document', outcome: 'NOT_FOUND', role: 'consul' },
    ]);
    await expect(product.as('knb_officer').upload(new Uint8Array([1]))).rejects.toThrow('FORBIDDEN');
    expect(await lines({ operationName: 'Upload' })).toMatchObject([
      { kind: 'REFUSAL', action: 'Document', outcome: 'FORBIDDEN', role: 'knb_officer' },
    ]);
  });
});

describe('Signing in', () => {
  test('and out, in vain, and with an invitation are lines of the account', async () => {
    const person = await newConsul(product);
    const attempt = async (password: string, code: string, email = person.email) => {
      const { browser, page } = await startSignIn(product);
      await browser.submit(page, 'password', { email, password, code });
    };
    await attempt('not this one', '000000');
    await attempt(person.password, '000000');
    const { browser } = await signIn(product, person);
    const page = await browser.open('/identity/sign-out');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.html)![1]!;
    await browser.send('/identity/sign-out/confirm', { xsrf, logout: 'yes' });
    const told = await lines({ accountId: person.accountId, kind: 'SIGN_IN' });
    expect(told.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'signOut DONE',
      'signIn DONE',
      'signIn WRONG_CODE',
      'signIn WRONG_PASSWORD',
      'acceptInvitation DONE',
    ]);
    for (const line of told)
      expect(line).toMatchObject({ role: 'consul', address: '127.0.0.1', subjects: [person.accountId] });
  });

  test('as nobody who is known is a line of the provider, without what was typed', async () => {
    const { browser, page } = await startSignIn(product);
    await browser.submit(page, 'password', { email: 'quxenberg@mission.example', password: 'x', code: '1' });
    expect(await lines({ kind: 'SIGN_IN', outcome: 'UNKNOWN_ACCOUNT' })).toMatchObject([
      { role: 'system', action: 'signIn', address: '127.0.0.1', subjects: [] },
    ]);
  });

  test('to a blocked account, and too often, is told', async () => {
    const person = await newConsul(product);
    const wrong = async () => {
      const { browser, page } = await startSignIn(product);
      return browser.submit(page, 'password', { email: person.email, password: 'x', code: '1' });
    };
    for (let time = 1; time <= 12; time += 1) await wrong();
    const told = await lines({ accountId: person.accountId, kind: 'SIGN_IN' });
    expect(told.filter(({ outcome }) => outcome === 'WRONG_PASSWORD')).toHaveLength(10);
    expect(told.filter(({ outcome }) => outcome === 'TRY_LATER')).toHaveLength(1);

    const blocked = await newConsul(product);
    await product.database.query(`update missions.account set state = 'BLOCKED' where id = $1`, [blocked.accountId]);
    await expect(signIn(product, blocked)).rejects.toThrow();
    expect(await lines({ accountId: blocked.accountId, outcome: 'ACCOUNT_NOT_ACTIVE' })).toHaveLength(1);
  });

  test("of a partner's system is a line for each token, and for why it gets none", async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwks = JSON.stringify({
      keys: [{ ...(await exportJWK(publicKey)), kid: 'first', alg: 'ES256', use: 'sig' }],
    });
    const expiresAt = product.clock.now().add({ hours: 240 }).toString();
    const { createPartnerClient } = await product
      .as('state_corporation')
      .ask('mutation C($i: CreatePartnerClientInput!) { createPartnerClient(input: $i) { partnerClient { id } } }', {
        i: { name: 'Bank', agency: 'Bank', email: 'it@bank.example', scopes: ['iin:verify'], jwks, expiresAt },
      });
    const id = createPartnerClient.partnerClient.id as string;
    const grant = async (kid: string) =>
      openid.clientCredentialsGrant(
        await openid.discovery(new URL(product.url), id, undefined, openid.PrivateKeyJwt({ key: privateKey, kid }), {
          execute: [openid.allowInsecureRequests],
        }),
        { scope: 'iin:verify' },
      );
    await grant('first');
    await expect(grant('other')).rejects.toThrow();
    expect(await lines({ accountId: id, kind: 'SIGN_IN' })).toMatchObject([
      { action: 'issueToken', outcome: 'KEY_UNKNOWN', role: 'partner' },
      { action: 'issueToken', outcome: 'DONE', role: 'partner' },
    ]);
  });
});

test('Filters combine, whichever are given', async () => {
  const all = await lines({});
  const filters = all.flatMap(({ kind, action, outcome, accountId, subjects: [subject] }) => [
    { kind, outcome },
    { action, outcome, accountId },
    { accountId, kind },
    { subject, outcome, kind },
    { action, kind, accountId, subject },
  ]);
  for (const filter of filters.filter((_, index) => index % 17 === 0)) {
    const found = await lines(filter);
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) {
      const { subject, ...columns } = filter as { subject?: string };
      expect(line).toMatchObject(columns);
      if (subject) expect(line.subjects).toContain(subject);
    }
  }
});

test('No value of personal data stands in any line', async () => {
  const names = person({ surname: 'Quxenberg', ethnicity: 'Quxenberg' });
  await registerPerson(consul, names);
  const { rows: people } = await product.database.query<{ value: string }>(
    `select unnest(array[latin_name ->> 'surname', cyrillic_name ->> 'surname', iin]) as value from applicants.applicant
      union select email from missions.account union select iin from missions.account union select name from missions.account where role <> 'system'`,
  );
  const values = new Set(['quxenberg', 'quxword', ...people.map(({ value }) => value?.toLowerCase())]);
  const { rows } = await product.database.query<{ entry: string }>(
    'select lower(entry::text) as entry from audit.journal entry',
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const value of values) {
    if (!value || value.length < 4) continue;
    expect(rows.filter(({ entry }) => entry.includes(value))).toEqual([]);
  }
});
