import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { act, apply, person, presentHead } from '../support/counter.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

const [berlin, tirana] = [13, 1];
const stranger = { surname: 'Petrov', givenNames: 'Oleg', cyrillicName: { surname: 'Петров', givenNames: 'Олег' } };

/** Somebody comes to a mission and applies; answers the application. */
async function comes(mission: number, who: Record<string, unknown>): Promise<string> {
  const consul = product.as('consul', { mission });
  return apply(consul, await presentHead(consul, person(who)));
}

/** An operator takes an application; answers the same one. */
async function taken(id: string): Promise<string> {
  await act(product.as('iin_operator'), 'takeIinApplication', id, 1);
  return id;
}

const form = (id: string, language?: string) =>
  product
    .as('iin_operator')
    .send(
      'mutation F($input: IinApplicationInput!) { formIin(input: $input) { application { state iin } } }',
      { input: { id, expectedVersion: 2 } },
      language,
    );

/** Somebody comes, and a number is formed for them. */
async function registered(mission: number, who: Record<string, unknown>): Promise<string> {
  const id = await taken(await comes(mission, who));
  expect((await form(id)).codes).toEqual([]);
  return id;
}

const decide = (id: string, candidateId: string, decision: string, more: Record<string, unknown> = {}) =>
  product
    .as('iin_operator')
    .send(
      'mutation D($input: DecideDuplicateInput!) { decideDuplicate(input: $input) { application { version availableActions } } }',
      { input: { id, expectedVersion: 2, candidateId, decision, reason: 'I compared the photographs.', ...more } },
    );

interface Candidate {
  candidateId: string;
  strength: string;
  matches: string[];
  record: { id: string; iin: string } | null;
}

async function candidates(id: string): Promise<Candidate[]> {
  const data = await product.as('iin_operator').ask(
    `query Candidates($id: ID!) { possibleDuplicates(applicationId: $id) { edges { node {
       candidateId strength matches record { id iin } } } } }`,
    { id },
  );
  return data.possibleDuplicates.edges.map(({ node }: { node: Candidate }) => node);
}

/** The candidates as a scenario spells them. */
async function spelled(id: string): Promise<string[][]> {
  return (await candidates(id)).map(({ candidateId, strength, matches }) => [candidateId, strength, ...matches]);
}

describe('somebody who has a number applies at another mission', () => {
  const passport = { documentNumber: 'C01X0006H', birthDate: '1970-01-02', surname: 'Schmidt', givenNames: 'Karin' };
  const cyrillicName = { surname: 'Шмидт', givenNames: 'Карин' };
  let first: string;
  let second: string;
  beforeAll(async () => {
    first = await registered(berlin, { ...passport, cyrillicName });
    second = await taken(await comes(tirana, { ...passport, cyrillicName }));
  });

  test('the operator sees who that is, with the record', async () => {
    const [candidate, ...others] = await candidates(second);
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
      const { data, errors } = await form(second, language);
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
    expect((await decide(second, first, 'SAME_PERSON')).codes).toEqual([]);
    const { errors } = await form(second);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('the same person'),
        extensions: { code: 'WRONG_STATE', reason: 'DUPLICATE_SAME_PERSON', candidateIds: [first] },
      },
    ]);
    const [{ record }] = (await candidates(second)) as [Candidate];
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

describe('who may be the person of an application', () => {
  const stored = {
    birthDate: '1980-05-06',
    surname: 'Mukhamedova',
    givenNames: 'Yuliya',
    cyrillicName: { surname: 'Мухамедова', givenNames: 'Юлия' },
  };
  let record: string;
  beforeAll(async () => {
    record = await registered(berlin, stored);
  });

  test.each([
    [
      'in another spelling',
      { surname: 'Muhammedowa', givenNames: 'Julia', cyrillicName: { surname: 'Мұхамедова', givenNames: 'Джулия' } },
      'SIMILAR_NAME',
    ],
    [
      'with Latin letters of her own and the same Cyrillic ones',
      { surname: 'Schmidt', givenNames: 'Karin', cyrillicName: stored.cyrillicName },
      'SAME_NAME',
    ],
    [
      'with surname and given name swapped',
      { surname: 'Yuliya', givenNames: 'Mukhamedova', cyrillicName: { surname: 'Юлия', givenNames: 'Мухамедова' } },
      'SAME_NAME',
    ],
    [
      'with another given name beside',
      {
        surname: 'Mukhamedova',
        givenNames: 'Yuliya Anna',
        cyrillicName: { surname: 'Мухамедова', givenNames: 'Юлия Анна' },
      },
      'SIMILAR_NAME',
    ],
    [
      'with a letter wrong',
      { surname: 'Mukhabedova', givenNames: 'Yuliya', cyrillicName: { surname: 'Мухабедова', givenNames: 'Юлия' } },
      'SIMILAR_NAME',
    ],
    [
      'with a single name',
      { surname: 'Mukhamedova', givenNames: '', cyrillicName: { surname: 'Мухамедова' } },
      'SIMILAR_NAME',
    ],
  ])('is somebody %s who was born on the same day', async (_how, who, name) => {
    const id = await comes(tirana, { birthDate: stored.birthDate, ...who });
    expect(await spelled(id)).toContainEqual([record, 'STRONG', name, 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP']);
    expect((await form(await taken(id))).codes).toEqual(['WRONG_STATE']);
    await withdraw(id);
  });

  test.each([
    ['day and month swapped', '1980-06-05', 'DAY_AND_MONTH_SWAPPED'],
    ['a digit of the year wrong', '1990-05-06', 'BIRTH_DATE_ONE_DIGIT_OFF'],
    ['a digit of the day wrong', '1980-05-16', 'BIRTH_DATE_ONE_DIGIT_OFF'],
  ])('is a namesake with %s, weakly', async (_how, birthDate, match) => {
    const id = await comes(tirana, { ...stored, birthDate });
    expect(await spelled(id)).toEqual([[record, 'WEAK', 'SAME_NAME', match, 'SAME_CITIZENSHIP']]);
    await withdraw(id);
  });

  test.each([
    ['a namesake who was born on another day', { ...stored, birthDate: '1971-11-23' }],
    ['somebody else who was born on the same day', { ...stranger, birthDate: stored.birthDate }],
  ])('is not %s', async (_who, who) => {
    const id = await comes(tirana, who);
    expect(await spelled(id)).toEqual([]);
    await withdraw(id);
  });

  test('is whoever has the same travel document, with another name and birth date too', async () => {
    const holder = await registered(berlin, { birthDate: '1990-01-01', documentNumber: 'X1234', ...stranger });
    const id = await comes(tirana, { ...stored, birthDate: '1991-02-03', documentNumber: 'X1234' });
    expect(await spelled(id)).toEqual([[holder, 'STRONG', 'SAME_TRAVEL_DOCUMENT', 'SAME_CITIZENSHIP']]);
  });
});

async function withdraw(id: string): Promise<void> {
  const { iinApplication } = await product
    .as('consul', { mission: tirana })
    .ask('query V($id: ID!) { iinApplication(id: $id) { version } }', { id });
  await act(product.as('consul', { mission: tirana }), 'withdrawIinApplication', id, iinApplication.version);
}

describe('twins', () => {
  test('are shown with what they have in common, and get their numbers without a decision', async () => {
    const twin = (givenNames: string, cyrillic: string) => ({
      birthDate: '1999-03-04',
      surname: 'Eriksson',
      givenNames,
      cyrillicName: { surname: 'Эрикссон', givenNames: cyrillic },
    });
    const anna = await registered(berlin, twin('Anna', 'Анна'));
    const berta = await taken(await comes(berlin, twin('Berta', 'Берта')));
    expect(await spelled(berta)).toEqual([[anna, 'WEAK', 'PART_OF_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP']]);
    const { data } = await form(berta);
    expect(data.formIin.application).toMatchObject({ state: 'FORMED' });
  });

  test('with names that sound alike get theirs once it was decided that they are two', async () => {
    const twin = {
      birthDate: '1999-04-05',
      surname: 'Eriksson',
      cyrillicName: { surname: 'Эрикссон', givenNames: 'Марья' },
    };
    const maria = await registered(berlin, { ...twin, givenNames: 'Maria' });
    const mary = await taken(await comes(berlin, { ...twin, givenNames: 'Mary' }));
    expect((await form(mary)).errors).toMatchObject([{ extensions: { candidateIds: [maria] } }]);
    expect((await decide(mary, maria, 'ANOTHER_PERSON')).codes).toEqual([]);
    expect((await form(mary)).codes).toEqual([]);
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
      await taken(await comes(berlin, who('1985-07-11', 'A1'))),
      await taken(await comes(tirana, who('1985-07-11', 'A1'))),
    ];
    expect(await candidates(one)).toMatchObject([{ candidateId: other, strength: 'STRONG', record: null }]);
    expect(await candidates(other)).toMatchObject([{ candidateId: one, strength: 'STRONG', record: null }]);
    const answers = await Promise.all([form(one), form(other)]);
    expect(answers.map(({ codes }) => codes)).toEqual([['WRONG_STATE'], ['WRONG_STATE']]);
  });

  test('the one on which it is decided gives way; the other is formed, and the first refused with its record', async () => {
    const [one, other] = [
      await taken(await comes(berlin, who('1973-02-28', 'A2'))),
      await taken(await comes(tirana, who('1973-02-28', 'A2'))),
    ];
    expect((await decide(one, other, 'SAME_PERSON')).codes).toEqual([]);
    const answers = await Promise.all([form(one), form(other), form(one)]);
    expect(answers.map(({ codes }) => codes)).toEqual([['WRONG_STATE'], [], ['WRONG_STATE']]);
    const [candidate] = await candidates(one);
    expect(candidate).toMatchObject({ candidateId: other, record: { iin: expect.stringMatching(/^730228/) } });
    expect((await form(one)).errors).toMatchObject([
      { extensions: { reason: 'DUPLICATE_SAME_PERSON', candidateIds: [other] } },
    ]);
  });

  test('the last decision holds, on whichever of the two it was taken', async () => {
    const [one, other] = [
      await taken(await comes(berlin, who('1991-12-05', 'A3'))),
      await taken(await comes(tirana, who('1991-12-05', 'A4'))),
    ];
    await decide(one, other, 'SAME_PERSON');
    await decide(other, one, 'SAME_PERSON');
    expect((await form(other)).errors).toMatchObject([{ extensions: { reason: 'DUPLICATE_SAME_PERSON' } }]);
    await decide(other, one, 'ANOTHER_PERSON');
    expect((await form(one)).codes).toEqual([]);
    expect((await form(other)).codes).toEqual([]);
  });

  test('one that was withdrawn, or has not passed to the operators, is not shown', async () => {
    const operator = product.as('iin_operator');
    const [one, other] = [await comes(berlin, who('1968-04-17', 'A5')), await comes(tirana, who('1968-04-17', 'A5'))];
    expect(await candidates(one)).toMatchObject([{ candidateId: other }]);
    await withdraw(other);
    expect(await candidates(one)).toEqual([]);
    const { openIncident } = await operator.ask(
      `mutation I { openIncident(input: { system: LINK, foundAt: "2026-03-02T05:00:00Z", description: "The link is down.", stopsDelivery: true }) { incident { id version } } }`,
    );
    const late = await comes(tirana, who('1968-04-17', 'A5'));
    expect(await candidates(one)).toEqual([]);
    await product.database.query('update iin.application set delivered_at = registered_at where id = $1', [late]);
    expect(await candidates(one)).toMatchObject([{ candidateId: late }]);
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
    first = await registered(berlin, { ...who, givenNames: 'Ida' });
    second = await taken(await comes(tirana, { ...who, givenNames: 'Ida' }));
  });

  test('names somebody who is shown, and says why', async () => {
    const { errors } = await decide(second, second, 'ANOTHER_PERSON', { reason: ' ' });
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
    expect((await decide(second, 'nobody', 'ANOTHER_PERSON')).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('is taken by whoever works on the application, in the version that was seen', async () => {
    const untaken = await comes(tirana, { ...who, givenNames: 'Ida' });
    expect((await decide(untaken, first, 'ANOTHER_PERSON', { expectedVersion: 1 })).codes).toEqual(['WRONG_STATE']);
    expect((await decide(second, first, 'ANOTHER_PERSON', { expectedVersion: 1 })).codes).toEqual(['CONFLICT']);
    expect((await decide(first, second, 'ANOTHER_PERSON', { expectedVersion: 3 })).codes).toEqual(['WRONG_STATE']);
    await withdraw(untaken);
  });

  test('is kept with who, when and why: shown, in what happened, and in the journal; repeated with its key it is one', async () => {
    for (let time = 1; time <= 2; time += 1)
      expect((await decide(second, first, 'ANOTHER_PERSON', { idempotencyKey: 'sisters' })).data).toEqual({
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

test('whoever is shown as a possible duplicate is in the journal, and nobody but the operators is shown any', async () => {
  const who = { birthDate: '1966-06-07', surname: 'Kovac', cyrillicName: { surname: 'Ковач', givenNames: 'Ана' } };
  const first = await registered(berlin, { ...who, givenNames: 'Ana' });
  const second = await comes(tirana, { ...who, givenNames: 'Ana' });
  await candidates(second);
  const { rows } = await product.database.query<{ subjects: string[] }>(
    `select subjects from audit.journal where kind = 'READING' and action = 'PossibleDuplicate' and account_id = $1 order by at desc, id desc limit 1`,
    [demoAccount('iin_operator')!.id],
  );
  expect(rows).toEqual([{ subjects: [first] }]);
  const { codes } = await product
    .as('consul', { mission: tirana })
    .send('query P($id: ID!) { possibleDuplicates(applicationId: $id) { totalCount } }', { id: second });
  expect(codes).toEqual(['FORBIDDEN']);
});

test('the likeliest come first, page by page', async () => {
  const born = { birthDate: '1955-05-05', surname: 'Sato' };
  const named = (givenNames: string, cyrillic: string) => ({
    ...born,
    givenNames,
    cyrillicName: { surname: 'Сато', givenNames: cyrillic },
  });
  const aiko = await registered(berlin, named('Aiko', 'Айко'));
  const namesake = await comes(berlin, { ...named('Hanako', 'Ханако'), birthDate: '1955-05-15' });
  const [noriko] = [await registered(berlin, named('Noriko', 'Норико'))];
  const same = await comes(berlin, { ...named('Hanako', 'Ханако'), documentNumber: 'S1' });
  const id = await comes(tirana, { ...named('Hanako', 'Ханако'), documentNumber: 'S1' });
  const page = async (asked: Record<string, unknown>) => {
    const data = await product.as('iin_operator').ask(
      `query P($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
         possibleDuplicates(applicationId: $id, first: $first, after: $after, last: $last, before: $before) {
           totalCount edges { cursor node { candidateId } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { id, ...asked },
    );
    const { edges, pageInfo, totalCount } = data.possibleDuplicates;
    return { found: edges.map(({ node }: { node: Candidate }) => node.candidateId), ...pageInfo, totalCount };
  };
  // The strong one, then the namesake with a slip in the birth date, then those with a surname and a birthday in common, the newest first.
  const all = [same, namesake, noriko, aiko];
  expect(await page({})).toMatchObject({ found: all, hasNextPage: false, hasPreviousPage: false, totalCount: 4 });
  const start = await page({ first: 2 });
  expect(start).toMatchObject({ found: all.slice(0, 2), hasNextPage: true, hasPreviousPage: false, totalCount: 4 });
  const rest = await page({ first: 2, after: start.endCursor });
  expect(rest).toMatchObject({ found: all.slice(2), hasNextPage: false, hasPreviousPage: true });
  expect(await page({ last: 1, before: rest.startCursor })).toMatchObject({ found: [namesake] });
  // The page stays put though the candidate that it follows is gone.
  await act(product.as('consul'), 'withdrawIinApplication', namesake, 1);
  expect(await page({ first: 1, after: start.endCursor })).toMatchObject({ found: [noriko] });
  for (const asked of [{ first: 0 }, { last: 101 }, { first: 1, last: 1 }, { after: 'nonsense' }]) {
    const { codes } = await product.as('iin_operator').send(
      `query P($id: ID!, $first: Int, $last: Int, $after: String) {
         possibleDuplicates(applicationId: $id, first: $first, last: $last, after: $after) { totalCount } }`,
      { id, ...asked },
    );
    expect(codes).toEqual(['BAD_USER_INPUT']);
  }
});
