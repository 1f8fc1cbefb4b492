import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { act, apply, person, presentHead } from '../support/counter.ts';
import type { PersonInput } from '../support/counter.ts';
import { rolePasswords } from '../support/databases.ts';
import type { Answer, GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Verification needs a partner's scope, takes number, surname and date of birth together, and answers match or no match: nobody learns more, nor whether a
// number is somebody's. It is counted, whoever asks and through whichever process, and recorded.

/** The policy, by hand: what an account may ask in a minute and in a day, and how often all of them may be wrong about one number in a day. */
const [inMinute, inDay, mismatches] = [30, 1_000, 5];

let product: TestProduct;
let partner: GraphClient;
let erika: Claim;
let erikaRecord: string;

beforeAll(async () => {
  product = await startTestProduct();
  partner = product.as('partner', {}, ['iin:verify']);
  ({ claim: erika, record: erikaRecord } = await formed());
});
afterAll(() => product.close());

let day = Temporal.ZonedDateTime.from('2026-03-02T10:00:00[Asia/Almaty]');
// Each test has whole allowances.
beforeEach(() => {
  day = day.add({ days: 2 });
  later(0);
});

/** Moves the clock to so many seconds after the beginning of the test. */
function later(seconds: number): void {
  product.clock.set(day.add({ seconds }).toInstant().toString());
}

interface Claim {
  iin: string;
  surname: string;
  birthDate: string;
}

/** Forms a number for somebody; answers what is true of them. */
async function formed(input: PersonInput = person()): Promise<{ claim: Claim; record: string }> {
  const consul = product.as('consul');
  const operator = product.as('iin_operator');
  const application = await apply(consul, await presentHead(consul, input));
  await act(operator, 'takeIinApplication', application, 1);
  const { iin } = await act(operator, 'formIin', application, 2);
  const data = await consul.ask('query R($id: ID!) { iinApplication(id: $id) { record { id } } }', { id: application });
  const birthDate = String(input.visualZone.birthDate);
  return { claim: { iin: String(iin), surname: 'Mustermann', birthDate }, record: data.iinApplication.record.id };
}

const query =
  'query Verify($iin: IIN!, $surname: String!, $birthDate: Date!) { verifyIin(iin: $iin, surname: $surname, birthDate: $birthDate) }';
const verify = (claim: Claim, client = partner): Promise<Answer> => client.send(query, { ...claim });

/** Asks again and again, one after the other; answers what was answered, or the code of the error. */
async function ask(times: number, claim: Claim, client = partner): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 1; time <= times; time += 1) {
    const { data, codes } = await verify(claim, client);
    answers.push(codes[0] ?? data.verifyIin);
  }
  return answers;
}
const all = (times: number, answer: string) => Array<string>(times).fill(answer);

/** A number that is right in itself, and nobody's. */
const nobodys: Claim = { iin: '850312090019', surname: 'Mustermann', birthDate: '1985-03-12' };

/** Registers a partner's system; answers its id, and a client of it with the scope. */
async function register(): Promise<{ id: string; client: GraphClient }> {
  const data = await product
    .as('state_corporation')
    .ask(
      'mutation C($input: CreatePartnerClientInput!) { createPartnerClient(input: $input) { partnerClient { id } } }',
      {
        input: {
          name: 'Front office',
          agency: 'Bank of the Steppe',
          email: 'systems@bank.example',
          scopes: ['iin:verify'],
          jwksUrl: 'https://bank.example/keys',
          expiresAt: day.add({ years: 1 }).toInstant().toString(),
        },
      },
    );
  const { id } = data.createPartnerClient.partnerClient as { id: string };
  const account = { id, name: 'Front office', role: 'partner' as const, officeId: null, city: null };
  return { id, client: product.asAccount(account, ['iin:verify']) };
}

describe('the answer', () => {
  test('is a match when all three are of one person, and a mismatch when any one is not', async () => {
    const { claim: hans } = await formed(person({ surname: 'Schmidt', birthDate: '1970-01-02' }));
    expect(await ask(1, erika)).toEqual(['MATCH']);
    expect(await ask(1, { ...erika, surname: 'Musterfrau' })).toEqual(['NO_MATCH']);
    expect(await ask(1, { ...erika, birthDate: '1964-08-13' })).toEqual(['NO_MATCH']);
    expect(await ask(1, { ...erika, iin: hans.iin })).toEqual(['NO_MATCH']);
    expect(await ask(1, { ...hans, surname: 'Schmidt' })).toEqual(['MATCH']);
  });

  test("doesn't depend on the script, on case, spaces, hyphens or apostrophes", async () => {
    const written = [
      'MUSTERMANN',
      'mustermann',
      ' Muster-mann ',
      "Muster'mann",
      'Мустерманн',
      'МУСТЕРМАНН',
      'мустерманн',
    ];
    for (const surname of written)
      expect([surname, ...(await ask(1, { ...erika, surname }))]).toEqual([surname, 'MATCH']);
    for (const surname of ['Mustermanna', 'Muster', 'Mустерманн', '%', 'Erika'])
      expect([surname, ...(await ask(1, { ...erika, surname }))]).toEqual([surname, 'NO_MATCH']);
  });

  test('is about the only name of who has a single one', async () => {
    const { claim } = await formed(person({ cyrillicName: { givenNames: 'Эрика' }, birthDate: '1971-01-02' }));
    expect(await ask(1, { ...claim, surname: 'Эрика' })).toEqual(['MATCH']);
    expect(await ask(1, { ...claim, surname: 'Мустерманн' })).toEqual(['NO_MATCH']);
  });

  test("is the same for a number that is nobody's as for a wrong surname", async () => {
    const unknown = await verify(nobodys);
    const wrong = await verify({ ...erika, surname: 'Musterfrau' });
    expect(unknown).toEqual({ status: 200, data: { verifyIin: 'NO_MATCH' }, errors: [], codes: [] });
    expect(wrong).toEqual(unknown);
  });

  test('is none to what is no number, or no surname', async () => {
    const problems = async (change: object) =>
      (await verify({ ...erika, ...change })).errors.flatMap(({ extensions }) =>
        extensions.problems!.map(({ code, path }) => [extensions.code, code, ...path]),
      );
    expect(await problems({ iin: '12345' })).toEqual([['BAD_USER_INPUT', 'VALUE_INVALID', 'iin']]);
    expect(await problems({ iin: '850312090018', surname: ' ' })).toEqual([
      ['BAD_USER_INPUT', 'IIN_CHECK_DIGIT', 'iin'],
      ['BAD_USER_INPUT', 'TEXT_EMPTY', 'surname'],
    ]);
    expect(await problems({ surname: 'a\u0000b' })).toEqual([
      ['BAD_USER_INPUT', 'TEXT_HAS_CONTROL_CHARACTERS', 'surname'],
    ]);
  });

  test('is about one person, with nothing beside it', async () => {
    const field = (name: string, iin: string) =>
      `${name}: verifyIin(iin: "${iin}", surname: "Mustermann", birthDate: "1964-08-12")`;
    const beside = [
      `{ ${field('a', erika.iin)} ${field('b', nobodys.iin)} }`,
      `{ ${field('a', erika.iin)} documentCheck(token: "x") { state } }`,
      `query { ...F ... { ${field('b', nobodys.iin)} } } fragment F on Query { ${field('a', erika.iin)} }`,
    ];
    for (const text of beside) {
      const { errors, data } = await partner.send(text);
      expect(JSON.stringify(data)).not.toContain('MATCH');
      expect(errors.flatMap(({ extensions }) => extensions.problems ?? []).map(({ code }) => code)).toContain(
        'VERIFICATION_ALONE',
      );
    }
    expect(await partner.ask(`{ __typename ${field('a', erika.iin)} mission(number: 13) { number } }`)).toEqual({
      __typename: 'Query',
      a: 'MATCH',
      mission: { number: 13 },
    });
  });

  test('comes also when more ask at once than there are connections', async () => {
    const narrow = await startTestProduct({ beside: product, poolSize: 1 });
    const client = narrow.as('partner', {}, ['iin:verify']);
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(erika, client)));
    await narrow.close();
    expect(answers.map(({ data }) => data)).toEqual(Array(10).fill({ verifyIin: 'MATCH' }));
  });
});

describe('who may ask', () => {
  test('a partner with the scope; not one with another, and nobody by role', async () => {
    expect((await verify(erika)).codes).toEqual([]);
    expect((await verify(erika, product.as('partner', {}, ['payment:write']))).codes).toEqual(['FORBIDDEN']);
    expect((await verify(erika, product.as('partner'))).codes).toEqual(['FORBIDDEN']);
    expect((await verify(erika, product.as('iin_operator'))).codes).toEqual(['FORBIDDEN']);
    expect((await verify(erika, product.anybody())).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('a partner sees no record, whatever it verifies', async () => {
    const read = `query R($of: [_Any!]!) { _entities(representations: $of) { ... on IinRecord { iin } } }`;
    const { data } = await product.subgraphs.send('iin', {
      query: read,
      variables: { of: [{ __typename: 'IinRecord', id: erikaRecord }] },
      authorization: `Bearer ${await partner.freshToken()}`,
      acceptLanguage: 'en',
      trace: { address: null, requestId: 'direct', operationName: null, operationHash: null },
    });
    expect(data).toEqual({ _entities: [null] });
  });

  test("a revoked client is refused from its very next request, and uses up nobody's allowance", async () => {
    const { id, client } = await register();
    expect(await ask(1, erika, client)).toEqual(['MATCH']);
    await product
      .as('state_corporation')
      .ask(
        'mutation R($input: RevokePartnerClientInput!) { revokePartnerClient(input: $input) { partnerClient { id } } }',
        { input: { id, expectedVersion: 1, reason: 'Key was leaked.' } },
      );
    const wrong = { ...erika, surname: 'Musterfrau' };
    expect(await ask(mismatches + 1, wrong, client)).toEqual(all(mismatches + 1, 'UNAUTHENTICATED'));
    expect(await ask(1, wrong)).toEqual(['NO_MATCH']);
  });
});

describe('an account', () => {
  test(`asks ${inMinute} times in a minute, then again when it is over`, async () => {
    // Attempts count that are no number at all, and those that are refused.
    const noNumber = { ...erika, iin: '850312090018' };
    expect(await ask(inMinute - 10, erika)).toEqual(all(inMinute - 10, 'MATCH'));
    expect(await ask(10, noNumber)).toEqual(all(10, 'BAD_USER_INPUT'));
    for (const [seconds, retryAfter] of [
      [0, 60],
      [59, 1],
      [59.5, 1],
    ] as const) {
      later(0);
      product.clock.set(
        day
          .add({ milliseconds: seconds * 1000 })
          .toInstant()
          .toString(),
      );
      const { errors } = await verify(erika);
      expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: 'RATE_LIMITED', retryAfter }]);
    }
    expect(await ask(1, erika, (await register()).client)).toEqual(['MATCH']);
    later(60);
    expect(await ask(inMinute + 1, erika)).toEqual([...all(inMinute, 'MATCH'), 'RATE_LIMITED']);
  });

  test('many at once are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: inMinute + 10 }, () => verify(erika)));
    const refused = answers.filter(({ codes }) => codes[0] === 'RATE_LIMITED');
    expect(refused).toHaveLength(10);
    expect(answers.filter(({ data }) => data?.verifyIin === 'MATCH')).toHaveLength(inMinute);
  });

  test(`asks ${inDay} times in a day`, async () => {
    expect(await ask(1, erika)).toEqual(['MATCH']);
    // As if it had asked almost as often as it may: the only counter here that ends in a day is its own.
    const { rowCount } = await product.database.query('update kit.counter set spent = $1 where ends_at = $2', [
      inDay - 2,
      day.add({ days: 1 }).toInstant().toString(),
    ]);
    expect(rowCount).toBe(1);
    later(61);
    expect(await ask(3, erika)).toEqual(['MATCH', 'MATCH', 'RATE_LIMITED']);
    const oneDay = 24 * 60 * 60;
    later(oneDay - 1);
    const { errors } = await verify(erika);
    expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 1 });
    later(oneDay);
    expect(await ask(1, erika)).toEqual(['MATCH']);
  });
});

describe('about one number', () => {
  const wrong = () => ({ ...erika, surname: 'Musterfrau' });

  test(`all accounts together are wrong ${mismatches} times in a day; then it is not told even what is right`, async () => {
    const other = (await register()).client;
    expect(await ask(mismatches - 2, wrong())).toEqual(all(mismatches - 2, 'NO_MATCH'));
    expect(await ask(2, { ...erika, birthDate: '1964-08-13' }, other)).toEqual(all(2, 'NO_MATCH'));
    expect(await ask(1, wrong())).toEqual(['RATE_LIMITED']);
    expect(await ask(1, erika)).toEqual(['RATE_LIMITED']);
    expect(await ask(1, erika, other)).toEqual(['RATE_LIMITED']);
    // Other numbers are not concerned.
    expect(await ask(1, nobodys)).toEqual(['NO_MATCH']);
    later(24 * 60 * 60 - 1);
    const { errors } = await verify(erika);
    expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 1 });
    later(24 * 60 * 60);
    expect(await ask(1, erika)).toEqual(['MATCH']);
  });

  test("the same holds for one that is nobody's", async () => {
    expect(await ask(mismatches + 1, nobodys)).toEqual([...all(mismatches, 'NO_MATCH'), 'RATE_LIMITED']);
  });

  test('matches are no mismatches', async () => {
    expect(await ask(3 * mismatches, erika)).toEqual(all(3 * mismatches, 'MATCH'));
    expect(await ask(mismatches, wrong())).toEqual(all(mismatches, 'NO_MATCH'));
  });

  test('matches of others give nothing back, nor do they take anything', async () => {
    const other = (await register()).client;
    expect(await ask(mismatches - 1, wrong())).toEqual(all(mismatches - 1, 'NO_MATCH'));
    expect(await ask(mismatches, erika, other)).toEqual(all(mismatches, 'MATCH'));
    expect(await ask(2, wrong())).toEqual(['NO_MATCH', 'RATE_LIMITED']);
  });

  test('many wrong ones at once are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 3 * mismatches }, () => verify(wrong())));
    expect(answers.filter(({ data }) => data?.verifyIin === 'NO_MATCH')).toHaveLength(mismatches);
    expect(answers.filter(({ codes }) => codes[0] === 'RATE_LIMITED')).toHaveLength(2 * mismatches);
  });
});

test('processes count together', async () => {
  const second = await startTestProduct({ beside: product });
  const there = second.as('partner', {}, ['iin:verify']);
  const half = inMinute / 2;
  expect(await ask(half, erika)).toEqual(all(half, 'MATCH'));
  expect(await ask(half, erika, there)).toEqual(all(half, 'MATCH'));
  expect(await ask(1, erika, there)).toEqual(['RATE_LIMITED']);
  expect(await ask(1, erika)).toEqual(['RATE_LIMITED']);
  later(60);
  expect(await ask(mismatches, nobodys, there)).toEqual(all(mismatches, 'NO_MATCH'));
  expect(await ask(1, nobodys)).toEqual(['RATE_LIMITED']);
  await second.close();
});

test('each attempt is a line of the journal: who asked, and about whom when it was a match', async () => {
  const { id, client } = await register();
  await ask(1, erika, client);
  await ask(mismatches, { ...erika, iin: '850312091807' }, client);
  await ask(1, { ...erika, iin: '850312091807' }, client);
  await ask(1, { ...erika, iin: '850312090018' }, client);
  const { rows } = await product.database.query(
    'select role, operation_name, kind, action, subjects, outcome from audit.journal where account_id = $1 order by id',
    [id],
  );
  const line = { role: 'partner', operation_name: 'Verify', action: 'verifyIin', subjects: [] };
  expect(rows).toEqual([
    { ...line, kind: 'READING', subjects: [erikaRecord], outcome: 'DONE' },
    ...Array<object>(mismatches).fill({ ...line, kind: 'READING', outcome: 'DONE' }),
    { ...line, kind: 'REFUSAL', outcome: 'RATE_LIMITED' },
    { ...line, kind: 'REFUSAL', outcome: 'BAD_USER_INPUT' },
  ]);
  const found = await product
    .as('auditor')
    .ask('query J($of: ID!) { journal(first: 1, filter: { subject: $of }) { edges { node { role action } } } }', {
      of: erikaRecord,
    });
  expect(found.journal.edges).toEqual([{ node: { role: 'partner', action: 'verifyIin' } }]);
});

test('the database compares and tells no more: the viewer stays who it was, and sees no row', async () => {
  const iin = new Client({ connectionString: roleUrl(product.databaseUrl, 'qonaq_iin', rolePasswords.qonaq_iin!) });
  await iin.connect();
  await iin.query('begin');
  await iin.query(`select kit.enter($1, 'partner', null, null, '2026-03-02T10:00:00+05:00')`, [
    demoAccount('partner')!.id,
  ]);
  const { rows } = await iin.query('select iin.verify($1, $2, $3) as record, kit.viewer_role() as role', [
    erika.iin,
    erika.surname,
    erika.birthDate,
  ]);
  expect(rows).toEqual([{ record: erikaRecord, role: 'partner' }]);
  expect((await iin.query('select from iin.record')).rowCount).toBe(0);
  await iin.end();
});
