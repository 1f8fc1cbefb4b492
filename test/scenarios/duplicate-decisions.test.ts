import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { OperatorDesk } from '../support/operator-desk.ts';
import type { Candidate } from '../support/operator-desk.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

let product: TestProduct;
let desk: OperatorDesk;
beforeAll(async () => {
  product = await startTestProduct();
  desk = new OperatorDesk(product);
});
afterAll(() => product.close());

const [berlin, tirana] = [13, 1];

describe('somebody who has a number applies at another mission', () => {
  const passport = { documentNumber: 'C01X0006H', birthDate: '1970-01-02', surname: 'Schmidt', givenNames: 'Karin' };
  const cyrillicName = { surname: 'Шмидт', givenNames: 'Карин' };
  let first: string;
  let second: string;
  beforeAll(async () => {
    first = await desk.registered(berlin, { ...passport, cyrillicName });
    second = await desk.taken(await desk.comes(tirana, { ...passport, cyrillicName }));
  });

  test('the operator sees who that is, with the record', async () => {
    const [candidate, ...others] = await desk.candidates(second);
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({
      candidateId: first,
      strength: 'STRONG',
      matches: ['SAME_TRAVEL_DOCUMENT', 'SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'],
      record: { iin: expect.stringMatching(/^700102090/) },
    });
  });

  test('no number is formed before that is decided, and the refusal says why and of whom, in three languages', async () => {
    for (const [language, words] of [
      ['kk', 'Ықтимал қайталанулар бар'],
      ['ru', 'Есть возможные дубликаты'],
      ['en', 'There are possible duplicates'],
    ] as const) {
      const { data, errors } = await desk.form(second, language);
      expect(data?.formIin ?? null).toBeNull();
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining(words),
          extensions: {
            code: 'WRONG_STATE',
            reason: 'DUPLICATES_UNDECIDED',
            candidateIds: [first],
            state: 'IN_REVIEW',
            currentVersion: 2,
          },
        },
      ]);
    }
  });

  test('once it is the same person the number is refused, with the record there is', async () => {
    expect((await desk.decide(second, first, 'SAME_PERSON')).codes).toEqual([]);
    const { errors } = await desk.form(second);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('the same person'),
        extensions: { code: 'WRONG_STATE', reason: 'DUPLICATE_SAME_PERSON', candidateIds: [first] },
      },
    ]);
    const [{ record }] = (await desk.candidates(second)) as [Candidate];
    const data = await product.as('iin_operator').ask(
      `mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application {
         state iin refusalNotice { grounds existingRecord { iin } } } } }`,
      {
        input: {
          id: second,
          expectedVersion: 2,
          grounds: ['IIN_ALREADY_REGISTERED'],
          reason: 'She has a number since this morning.',
          existingRecordId: record!.id,
        },
      },
    );
    expect(data.refuseIin.application).toEqual({
      state: 'REFUSED',
      iin: null,
      refusalNotice: { grounds: ['IIN_ALREADY_REGISTERED'], existingRecord: { iin: record!.iin } },
    });
  });
});

describe('one person has applications at two missions', () => {
  const who = (birthDate: string, documentNumber: string) => ({
    birthDate,
    documentNumber,
    surname: 'Novak',
    givenNames: 'Ivana',
    cyrillicName: { surname: 'Новак', givenNames: 'Ивана' },
  });

  test('each is shown beside the other, and neither is formed, also in the same moment', async () => {
    const [one, other] = [
      await desk.taken(await desk.comes(berlin, who('1985-07-11', 'A1'))),
      await desk.taken(await desk.comes(tirana, who('1985-07-11', 'A1'))),
    ];
    expect(await desk.candidates(one)).toMatchObject([{ candidateId: other, strength: 'STRONG', record: null }]);
    expect(await desk.candidates(other)).toMatchObject([{ candidateId: one, strength: 'STRONG', record: null }]);
    const answers = await Promise.all([desk.form(one), desk.form(other)]);
    expect(answers.map(({ codes }) => codes)).toEqual([['WRONG_STATE'], ['WRONG_STATE']]);
  });

  test('the one on which it is decided gives way; the other is formed, and the first refused with its record', async () => {
    const [one, other] = [
      await desk.taken(await desk.comes(berlin, who('1973-02-28', 'A2'))),
      await desk.taken(await desk.comes(tirana, who('1973-02-28', 'A2'))),
    ];
    expect((await desk.decide(one, other, 'SAME_PERSON')).codes).toEqual([]);
    const answers = await Promise.all([desk.form(one), desk.form(other), desk.form(one)]);
    expect(answers.map(({ codes }) => codes)).toEqual([['WRONG_STATE'], [], ['WRONG_STATE']]);
    const [candidate] = await desk.candidates(one);
    expect(candidate).toMatchObject({ candidateId: other, record: { iin: expect.stringMatching(/^730228/) } });
    expect((await desk.form(one)).errors).toMatchObject([
      { extensions: { reason: 'DUPLICATE_SAME_PERSON', candidateIds: [other] } },
    ]);
  });

  test('the last decision holds, on whichever of the two it was taken', async () => {
    const [one, other] = [
      await desk.taken(await desk.comes(berlin, who('1991-12-05', 'A3'))),
      await desk.taken(await desk.comes(tirana, who('1991-12-05', 'A4'))),
    ];
    await desk.decide(one, other, 'SAME_PERSON');
    await desk.decide(other, one, 'SAME_PERSON');
    expect((await desk.form(other)).errors).toMatchObject([{ extensions: { reason: 'DUPLICATE_SAME_PERSON' } }]);
    await desk.decide(other, one, 'ANOTHER_PERSON');
    expect((await desk.form(one)).codes).toEqual([]);
    expect((await desk.form(other)).codes).toEqual([]);
  });

  test('never get two numbers, though both are formed while another operator turns the decision round', async () => {
    for (const year of [1931, 1942, 1953, 1964, 1975, 1986]) {
      const [one, other] = await Promise.all([
        desk.comes(berlin, who(`${year}-10-20`, `R${year}`)).then((id) => desk.taken(id)),
        desk.comes(tirana, who(`${year}-10-20`, `R${year}`)).then((id) => desk.taken(id)),
      ]);
      await desk.decide(one, other, 'SAME_PERSON');
      await Promise.all([desk.form(other), desk.decide(other, one, 'SAME_PERSON'), desk.form(one)]);
      await desk.form(one);
      await desk.form(other);
      const { rows } = await product.database.query(
        'select count(*)::int as formed from iin.record where application_id = any($1)',
        [[one, other]],
      );
      expect(rows).toEqual([{ formed: 1 }]);
    }
  });

  test('one that was withdrawn, or has not passed to the operators, is not shown', async () => {
    const operator = product.as('iin_operator');
    const [one, other] = [
      await desk.comes(berlin, who('1968-04-17', 'A5')),
      await desk.comes(tirana, who('1968-04-17', 'A5')),
    ];
    expect(await desk.candidates(one)).toMatchObject([{ candidateId: other }]);
    await desk.withdraw(tirana, other);
    expect(await desk.candidates(one)).toEqual([]);
    const { openIncident } = await operator.ask(
      `mutation I { openIncident(input: { system: LINK, foundAt: "2026-03-02T05:00:00Z", description: "The link is down.", stopsDelivery: true }) { incident { id version } } }`,
    );
    const late = await desk.comes(tirana, who('1968-04-17', 'A5'));
    expect(await desk.candidates(one)).toEqual([]);
    await product.database.query('update iin.application set delivered_at = registered_at where id = $1', [late]);
    expect(await desk.candidates(one)).toMatchObject([{ candidateId: late }]);
    const { id, version } = openIncident.incident;
    await operator.ask('mutation C($input: CloseIncidentInput!) { closeIncident(input: $input) { incident { id } } }', {
      input: { id, expectedVersion: version, endedAt: '2026-03-02T05:00:00Z', measures: 'Mended.' },
    });
  });
});

describe('a decision', () => {
  const who = { birthDate: '1977-02-03', surname: 'Weber', cyrillicName: { surname: 'Вебер', givenNames: 'Ида' } };
  let first: string;
  let second: string;
  beforeAll(async () => {
    first = await desk.registered(berlin, { ...who, givenNames: 'Ida' });
    second = await desk.taken(await desk.comes(tirana, { ...who, givenNames: 'Ida' }));
  });

  test('names somebody who is shown, and says why', async () => {
    const { errors } = await desk.decide(second, second, 'ANOTHER_PERSON', { reason: ' ' });
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'BAD_USER_INPUT',
          problems: [
            { code: 'DUPLICATE_UNKNOWN', path: ['candidateId'], reference: 'A§13' },
            { code: 'TEXT_EMPTY', path: ['reason'], reference: 'A§13' },
          ],
        },
      },
    ]);
    expect((await desk.decide(second, 'nobody', 'ANOTHER_PERSON')).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('is taken by whoever works on the application, in the version that was seen', async () => {
    const untaken = await desk.comes(tirana, { ...who, givenNames: 'Ida' });
    expect((await desk.decide(untaken, first, 'ANOTHER_PERSON', { expectedVersion: 1 })).codes).toEqual([
      'WRONG_STATE',
    ]);
    expect((await desk.decide(second, first, 'ANOTHER_PERSON', { expectedVersion: 1 })).codes).toEqual(['CONFLICT']);
    expect((await desk.decide(first, second, 'ANOTHER_PERSON', { expectedVersion: 3 })).codes).toEqual(['WRONG_STATE']);
    await desk.withdraw(tirana, untaken);
  });

  test('is kept with who, when and why: shown, in what happened, and in the journal; repeated with its key it is one', async () => {
    for (let time = 1; time <= 2; time += 1)
      expect((await desk.decide(second, first, 'ANOTHER_PERSON', { idempotencyKey: 'sisters' })).data).toEqual({
        decideDuplicate: {
          application: {
            version: 2,
            availableActions: ['RELEASE', 'DECIDE_DUPLICATE', 'FORM', 'REFUSE'],
          },
        },
      });
    const operator = demoAccount('iin_operator')!;
    const data = await product.as('iin_operator').ask(
      `query Decided($id: ID!) { possibleDuplicates(applicationId: $id) { edges { node {
         decision { applicationId verdict reason decidedAt decidedBy { id name } } } } } }`,
      { id: second },
    );
    expect(data.possibleDuplicates.edges).toEqual([
      {
        node: {
          decision: {
            applicationId: second,
            verdict: 'ANOTHER_PERSON',
            reason: 'I compared the photographs.',
            decidedAt: '2026-03-02T10:00:00.000+05:00',
            decidedBy: { id: operator.id, name: operator.name },
          },
        },
      },
    ]);
    const { rows: events } = await product.database.query(
      `select account_id, details from iin.event where case_id = $1 and kind = 'DECIDE_DUPLICATE'`,
      [second],
    );
    expect(events).toEqual([{ account_id: operator.id, details: { candidateId: first, verdict: 'ANOTHER_PERSON' } }]);
    const { rows: lines } = await product.database.query<{ count: string }>(
      `select count(*) from audit.journal where kind = 'COMMAND' and action = 'decideDuplicate' and outcome = 'DONE' and account_id = $1 and $2 = any(subjects)`,
      [operator.id, second],
    );
    expect(lines).toEqual([{ count: '1' }]);
  });
});
