import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { approvedCase } from '../../support/final-applications.ts';
import type { ApprovedCase } from '../../support/final-applications.ts';
import type { Answer, GraphClient } from '../../support/graph-client.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// A partner with the scope asks by number, surname and date of birth together whether somebody was permitted to reside, and learns no more. It is counted, and
// recorded.

/** The policy, by hand: what an account may ask in a minute, and how often all of them may be wrong about one number in a day. */
const [inMinute, mismatches] = [30, 5];

let product: TestProduct;
let partner: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  partner = product.as('partner', {}, ['residence:status']);
});
afterAll(() => product.close());

let day = Temporal.ZonedDateTime.from('2026-03-02T10:00:00[Asia/Almaty]');
// Each test has whole allowances.
beforeEach(() => {
  day = day.add({ days: 2 });
  product.clock.set(day.toInstant().toString());
});

const query =
  'query S($iin: IIN!, $surname: String!, $birthDate: Date!) { residenceStatus(iin: $iin, surname: $surname, birthDate: $birthDate) }';

function status({ iin }: ApprovedCase, change: object = {}, client = partner): Promise<Answer> {
  return client.send(query, { iin, surname: 'Nomad', birthDate: '1985-03-12', ...change });
}

/** Somebody with a case in a state. */
async function nomadIn(state: string): Promise<ApprovedCase> {
  const nomad = await approvedCase(product);
  await product.database.query('update residence.residence_case set state = $1 where id = $2', [state, nomad.caseId]);
  return nomad;
}

describe('what is told', () => {
  test.each([
    ['PERMITTED', 'PERMISSION'],
    ['PERMIT_ISSUED', 'PERMISSION'],
    ['PRELIMINARILY_APPROVED', 'NO_PERMISSION'],
    ['FINAL_REVIEW', 'NO_PERMISSION'],
    ['FINALLY_REFUSED', 'NO_PERMISSION'],
    ['LAPSED', 'NO_PERMISSION'],
  ])('of somebody whose case is %s: %s', async (state, told) => {
    expect((await status(await nomadIn(state))).data).toEqual({ residenceStatus: told });
  });

  test('nothing unless number, surname and date of birth are of one person; in either script', async () => {
    const nomad = await nomadIn('PERMITTED');
    const answers = async (change: object) => (await status(nomad, change)).data.residenceStatus as string;
    expect(await answers({ surname: 'nom-ad' })).toBe('PERMISSION');
    expect(await answers({ surname: 'НОМАД' })).toBe('PERMISSION');
    expect(await answers({ surname: 'Nomade' })).toBe('NO_MATCH');
    expect(await answers({ birthDate: '1985-03-13' })).toBe('NO_MATCH');
    expect(await answers({ iin: '850312099999' })).toBe('NO_MATCH');
  });

  test('a permission also when another case of the person ended without one', async () => {
    const [permitted, refused] = [await nomadIn('PERMITTED'), await nomadIn('FINALLY_REFUSED')];
    await product.database.query('update residence.residence_case set iin = $1 where id = $2', [
      permitted.iin,
      refused.caseId,
    ]);
    expect((await status(permitted)).data).toEqual({ residenceStatus: 'PERMISSION' });
  });
});

describe('who may ask, and how often', () => {
  test('a partner with the scope, and nobody else', async () => {
    const nomad = await nomadIn('PERMITTED');
    for (const client of [
      product.as('partner', {}, ['iin:verify']),
      product.as('kkq_officer'),
      product.as('applicant'),
    ])
      expect((await status(nomad, {}, client)).codes).toEqual(['FORBIDDEN']);
    expect((await status(nomad)).codes).toEqual([]);
  });

  test('with nothing beside it', async () => {
    const { iin } = await nomadIn('PERMITTED');
    const field = `residenceStatus(iin: "${iin}", surname: "Nomad", birthDate: "1985-03-12")`;
    const { errors, data } = await partner.send(`{ a: ${field} b: ${field} }`);
    expect(JSON.stringify(data)).not.toContain('PERMISSION');
    expect(errors[0]?.extensions.problems).toMatchObject([{ code: 'VERIFICATION_ALONE' }]);
  });

  test(`${inMinute} times in a minute`, async () => {
    const nomad = await nomadIn('PERMITTED');
    for (let each = 0; each < inMinute; each += 1) expect((await status(nomad)).codes).toEqual([]);
    expect((await status(nomad)).codes).toEqual(['RATE_LIMITED']);
  });

  test(`${mismatches} mismatches about one number in a day; then it is not told even what is right`, async () => {
    const nomad = await nomadIn('PERMITTED');
    for (let each = 0; each < mismatches; each += 1)
      expect((await status(nomad, { surname: 'Other' })).data).toEqual({ residenceStatus: 'NO_MATCH' });
    expect((await status(nomad)).codes).toEqual(['RATE_LIMITED']);
    product.clock.set(day.add({ hours: 24 }).toInstant().toString());
    expect((await status(nomad)).data).toEqual({ residenceStatus: 'PERMISSION' });
  });

  test('each attempt is a line of the journal', async () => {
    const nomad = await nomadIn('PERMITTED');
    await status(nomad);
    const { rows } = await product.database.query(
      `select role, kind, action, subjects, outcome from audit.journal where $1 = any(subjects)`,
      [nomad.caseId],
    );
    expect(rows).toEqual([
      { role: 'partner', kind: 'READING', action: 'residenceStatus', subjects: [nomad.caseId], outcome: 'DONE' },
    ]);
  });

  test('a partner sees no case, whatever it asks', async () => {
    const { caseId } = await nomadIn('PERMITTED');
    const { data } = await product.subgraphs.send('residence', {
      query: `query R($of: [_Any!]!) { _entities(representations: $of) { ... on ResidenceCase { iin } } }`,
      variables: { of: [{ __typename: 'ResidenceCase', id: caseId }] },
      authorization: `Bearer ${await partner.freshToken()}`,
      acceptLanguage: 'en',
      trace: { address: null, requestId: 'direct', operationName: null, operationHash: null },
    });
    expect(data).toEqual({ _entities: [null] });
  });
});
