import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { registerOneself, signUp, tryToRegisterOneself } from '../support/applicants.ts';
import { erika, formNumber, married } from '../support/corrections.ts';
import type { Numbered } from '../support/corrections.ts';
import { attach, consent, person } from '../support/counter.ts';
import type { PersonInput } from '../support/counter.ts';
import { rolePasswords } from '../support/databases.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Whoever asks for residence already has a number and a signature (order B): signed in with it, the person is registered with that number, and what a mission knows
// of it has to agree.

let product: TestProduct;
let consul: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterAll(() => product.close());

/** Somebody whose number was formed, and noted at what they had presented to the consul of Berlin. */
async function numbered(input: PersonInput): Promise<Numbered> {
  const formed = await formNumber(consul, product.as('iin_operator'), input);
  await eventually(async () => expect((await asTheConsulSees(formed.applicantId)).iin).toBe(formed.iin));
  return formed;
}

async function asTheConsulSees(id: string) {
  const data = await consul.ask('query A($id: ID!) { applicant(id: $id) { id version iin documents { id } } }', { id });
  return data.applicant as { id: string; version: number; iin: string | null; documents: { id: string }[] };
}

async function ownApplicants(client: GraphClient): Promise<string[]> {
  const data = await client.ask('{ applicants { edges { node { id } } } }');
  return data.applicants.edges.map(({ node }: { node: { id: string } }) => node.id);
}

async function problemsOf(client: GraphClient, input: PersonInput) {
  const { errors, codes } = await tryToRegisterOneself(client, input);
  expect(codes).toEqual(['BAD_USER_INPUT']);
  return errors[0]!.extensions.problems!;
}

/** The one answer to whatever doesn't agree. */
const disagrees = [{ code: 'IIN_PERSON_DISAGREES', path: [], message: expect.any(String), reference: null }];

const everything = async () =>
  (await product.database.query<object>('select * from applicants.applicant order by id')).rows;

describe('Erika Mustermann, who has her number from the consul of Berlin', () => {
  const passport = erika('1971-05-09');
  const newPassport = erika('1971-05-09');
  let formed: Numbered;
  let accountId: string;
  let client: GraphClient;
  beforeAll(async () => {
    formed = await numbered(passport);
    ({ accountId, client } = await signUp(product, formed.iin));
  });

  test('signs in, knows the number of her certificate, and finds nobody yet', async () => {
    expect(await client.ask('{ me { account { iin } } }')).toEqual({ me: { account: { iin: formed.iin } } });
    expect(await ownApplicants(client)).toEqual([]);
    const { codes } = await client.send('query A($id: ID!) { applicant(id: $id) { id } }', { id: formed.applicantId });
    expect(codes).toEqual(['NOT_FOUND']);
  });

  test('registers with the passport that she showed there, and gets what the consul registered', async () => {
    const before = await asTheConsulSees(formed.applicantId);
    expect(await registerOneself(client, passport)).toEqual({
      id: formed.applicantId,
      version: before.version + 1,
      iin: formed.iin,
      travelDocument: { number: passport.visualZone.documentNumber },
      documents: before.documents,
      consents: [{ id: expect.any(String) }],
    });
    expect(await ownApplicants(client)).toEqual([formed.applicantId]);
  });

  test('the consul still sees it, in its new version, and what happened is written in her name', async () => {
    expect((await asTheConsulSees(formed.applicantId)).documents).toHaveLength(3);
    const { rows } = await product.database.query(
      'select account_id, role, details from applicants.event where case_id = $1 and kind = $2',
      [formed.applicantId, 'CLAIMED'],
    );
    expect(rows).toEqual([{ account_id: accountId, role: 'applicant', details: {} }]);
  });

  test('registers once more, and nothing changes; her way of writing the number of the passport is no other passport', async () => {
    const before = await everything();
    const { visualZone } = passport;
    const spaced = { ...visualZone, documentNumber: String(visualZone.documentNumber).replace(/^(..)/, '$1 ') };
    for (const input of [passport, { ...passport, visualZone: spaced }])
      expect((await registerOneself(client, input)).id).toBe(formed.applicantId);
    expect(await everything()).toEqual(before);
  });

  test('registers with a new passport: another applicant, with the same number, which no office received', async () => {
    const own = await registerOneself(client, newPassport);
    expect(own).toMatchObject({ version: 1, iin: formed.iin, documents: [], consents: [] });
    expect(own.id).not.toBe(formed.applicantId);
    expect(await ownApplicants(client)).toEqual([own.id, formed.applicantId]);
    const { codes } = await consul.send('query A($id: ID!) { applicant(id: $id) { id } }', { id: own.id });
    expect(codes).toEqual(['NOT_FOUND']);
    expect((await registerOneself(client, newPassport)).id).toBe(own.id);
  });

  test('twice at the same moment, with a third passport: one applicant', async () => {
    const third = erika('1971-05-09');
    const [one, other] = await Promise.all([registerOneself(client, third), registerOneself(client, third)]);
    expect(one.id).toBe(other.id);
    expect(await ownApplicants(client)).toHaveLength(3);
  });

  test('attaches documents and gives her consent, to what is hers and to nothing else', async () => {
    const { id } = await registerOneself(client, newPassport);
    const document = await attach(client, id, 'IDENTITY_DOCUMENT', { originalShown: true });
    // Nobody was there to whom the original could be shown.
    expect(await client.ask('query D($id: ID!) { document(id: $id) { originalShown } }', { id: document })).toEqual({
      document: { originalShown: false },
    });
    await consent(client, id);
    const { documents, consents } = await registerOneself(client, newPassport);
    expect([documents, consents].map(({ length }) => length)).toEqual([1, 1]);
    const somebody = await numbered(erika('1969-01-02'));
    await expect(attach(client, somebody.applicantId, 'IDENTITY_DOCUMENT')).rejects.toThrow('NOT_FOUND');
    await expect(consent(client, somebody.applicantId)).rejects.toThrow('NOT_FOUND');
  });

  test('a key that is repeated leads to the same outcome', async () => {
    const input = { ...erika('1971-05-09'), idempotencyKey: 'once' };
    expect((await registerOneself(client, input)).id).toBe((await registerOneself(client, input)).id);
  });
});

describe('What is known of a number has to agree', () => {
  test('the surname and the date of birth, each alone; nothing is told of which, and nothing is written', async () => {
    const { iin, applicantId } = await numbered(erika('1972-05-09'));
    const { client } = await signUp(product, iin);
    const before = await everything();
    for (const input of [erika('1972-05-09', married), erika('1972-05-10'), erika('1972-05-10', married)])
      expect(await problemsOf(client, input)).toEqual(disagrees);
    expect(await everything()).toEqual(before);
    // In the passport it is written in two words.
    const right = erika('1972-05-09', { surname: 'Muster Mann' });
    expect(await registerOneself(client, right)).toMatchObject({ iin });
    expect(await ownApplicants(client)).not.toContain(applicantId);
  });

  test('a passport that was shown to a consul with another number is somebody else’s, even when all the rest agrees', async () => {
    const theirs = erika('1973-05-09');
    const { applicantId, iin } = await numbered(theirs);
    // Born on the same day, with a number that nobody carries here.
    const other = await signUp(product, '730509400018');
    const before = await everything();
    expect(await problemsOf(other.client, theirs)).toEqual(disagrees);
    expect(await everything()).toEqual(before);
    expect(await ownApplicants(other.client)).toEqual([]);
    const { client } = await signUp(product, iin);
    expect((await registerOneself(client, theirs)).id).toBe(applicantId);
  });

  test('one number is one account: a second sign-in finds the first one', async () => {
    const { iin } = await numbered(erika('1974-05-09'));
    const [one, other] = [await signUp(product, iin), await signUp(product, iin)];
    expect(one.accountId).toBe(other.accountId);
  });
});

describe('A number that nobody carries here', () => {
  test('is set at a new applicant, when its six digits are the date of birth', async () => {
    const { client } = await signUp(product, '850312090019');
    const input = person({ birthDate: '1985-03-12' });
    expect(await problemsOf(client, person({ birthDate: '1985-03-13' }))).toEqual(disagrees);
    const own = await registerOneself(client, input);
    expect(own).toMatchObject({ version: 1, iin: '850312090019' });
    expect((await registerOneself(client, input)).id).toBe(own.id);
    expect(await ownApplicants(client)).toEqual([own.id]);
    const { rows } = await product.database.query(
      'select office_id, person_account_id is not null as own from applicants.applicant where id = $1',
      [own.id],
    );
    expect(rows).toEqual([{ office_id: null, own: true }]);
  });

  test('tells the century too, when it has one', async () => {
    const { client } = await signUp(product, '800416100016');
    // Place 7 says born 1800–1899.
    expect(await problemsOf(client, person({ birthDate: '1980-04-16' }))).toEqual(disagrees);
  });

  test('is needed: without it there is nobody to be', async () => {
    const { client, accountId } = await signUp(product, '680503200018');
    await product.database.query('update missions.account set iin = null where id = $1', [accountId]);
    expect(await problemsOf(client, person({ birthDate: '1968-05-03' }))).toEqual([
      { code: 'ACCOUNT_WITHOUT_IIN', path: [], message: expect.any(String), reference: null },
    ]);
  });

  test('the demo account has that of its passport', async () => {
    const client = product.as('applicant');
    expect(await registerOneself(client, person())).toMatchObject({ iin: '640812090003' });
  });
});

describe('Trying', () => {
  test('what is wrong with the document is told, all of it, before what is known', async () => {
    const { client } = await signUp(product, '850312091807');
    const input = { ...person({ birthDate: '1990-01-01' }), contacts: { email: 'nobody' } };
    const problems = await problemsOf(client, { ...input, machineReadableZone: ['A'] });
    expect(problems.map(({ code }) => code)).toEqual(['MRZ_LINE_COUNT', 'EMAIL_INVALID']);
  });

  test('is counted for each account: after twenty in a day nothing is looked at any more, until the day is over', async () => {
    const { iin } = await numbered(erika('1975-05-09'));
    const { client, accountId } = await signUp(product, iin);
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect(await problemsOf(client, erika('1975-05-09', married))).toEqual(disagrees);
    const right = erika('1975-05-09');
    const { codes, errors } = await tryToRegisterOneself(client, right);
    expect(codes).toEqual(['RATE_LIMITED']);
    expect(errors[0]!.extensions.retryAfter).toBe(24 * 60 * 60);
    const { rows } = await product.database.query(
      `select outcome, count(*)::int from audit.journal where account_id = $1 and action = 'registerApplicant' group by 1 order by 1`,
      [accountId],
    );
    expect(rows).toEqual([
      { outcome: 'BAD_USER_INPUT', count: 20 },
      { outcome: 'RATE_LIMITED', count: 1 },
    ]);
    const somebody = await signUp(product, '850312091820');
    await registerOneself(somebody.client, person({ birthDate: '1985-03-12' }));
    product.clock.set('2026-03-03T10:00:00+05:00');
    await registerOneself(client, right);
  });
});

describe('The function of the database that looks behind the row rules', () => {
  const claim = `select outcome from applicants.claim_presentation('640812090003', 'Mustermann', '1964-08-12', 'D', 'X')`;

  /** What it answers somebody who acts in a role, to a subgraph. */
  async function outcomeFor(subgraph: string, role: 'applicant' | 'consul'): Promise<unknown> {
    const database = `qonaq_${subgraph}`;
    const connectionString = roleUrl(product.databaseUrl, database, rolePasswords[database]!);
    const connection = new Client({ connectionString });
    await connection.connect();
    try {
      await connection.query('begin');
      const { id, officeId, city } = demoAccount(role)!;
      await connection.query('select kit.enter($1, $2, $3, $4, now())', [id, role, officeId, city]);
      const { rows } = await connection.query<{ outcome: string }>(claim);
      const { rows: viewer } = await connection.query('select kit.viewer_role() as role');
      return [rows, viewer];
    } catch (error) {
      return (error as { message: string }).message;
    } finally {
      await connection.end();
    }
  }

  test('answers applicants only, and nobody but its subgraph; afterwards the viewer is who they were', async () => {
    expect(await outcomeFor('applicants', 'applicant')).toEqual([
      [{ outcome: 'ANOTHER_DOCUMENT' }],
      [{ role: 'applicant' }],
    ]);
    expect(await outcomeFor('applicants', 'consul')).toBe('Only an applicant registers oneself');
    expect(await outcomeFor('iin', 'applicant')).toMatch(/permission denied/);
  });

  test('compares surnames as the registry does', async () => {
    const written = ["O'Neill-Smith", 'Müller  von der Au', 'Қазыбек ұлы', 'Straße', 'D’Arc', 'Ли.', ''];
    const { rows } = await product.database.query(
      'select text from unnest($1::text[]) as text where applicants.comparable(text) <> iin.comparable(text)',
      [written],
    );
    expect(rows).toEqual([]);
  });
});
