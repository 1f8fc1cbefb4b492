import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import {
  applyForSchmidt,
  correctionOf,
  erika,
  formNumber,
  married,
  presentAnew,
  registerCorrection,
} from '../support/corrections.ts';
import { act } from '../support/counter.ts';
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
const stranger = { surname: 'Petrov', givenNames: 'Oleg', cyrillicName: { surname: 'Петров', givenNames: 'Олег' } };

describe('who may be the person of an application', () => {
  const stored = {
    birthDate: '1980-05-06',
    surname: 'Mukhamedova',
    givenNames: 'Yuliya',
    cyrillicName: { surname: 'Мухамедова', givenNames: 'Юлия' },
  };
  let record: string;
  beforeAll(async () => {
    record = await desk.registered(berlin, stored);
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
    const id = await desk.comes(tirana, { birthDate: stored.birthDate, ...who });
    expect(await desk.spelled(id)).toContainEqual([record, 'STRONG', name, 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP']);
    expect((await desk.form(await desk.taken(id))).codes).toEqual(['WRONG_STATE']);
    await desk.withdraw(tirana, id);
  });

  test.each([
    ['day and month swapped', '1980-06-05', 'DAY_AND_MONTH_SWAPPED'],
    ['a digit of the year wrong', '1990-05-06', 'BIRTH_DATE_ONE_DIGIT_OFF'],
    ['a digit of the day wrong', '1980-05-16', 'BIRTH_DATE_ONE_DIGIT_OFF'],
  ])('is a namesake with %s, weakly', async (_how, birthDate, match) => {
    const id = await desk.comes(tirana, { ...stored, birthDate });
    expect(await desk.spelled(id)).toEqual([[record, 'WEAK', 'SAME_NAME', match, 'SAME_CITIZENSHIP']]);
    await desk.withdraw(tirana, id);
  });

  test.each([
    ['a namesake who was born on another day', { ...stored, birthDate: '1971-11-23' }],
    ['somebody else who was born on the same day', { ...stranger, birthDate: stored.birthDate }],
  ])('is not %s', async (_who, who) => {
    const id = await desk.comes(tirana, who);
    expect(await desk.spelled(id)).toEqual([]);
    await desk.withdraw(tirana, id);
  });

  test('is whoever has the same travel document, with another name and birth date too', async () => {
    const holder = await desk.registered(berlin, { birthDate: '1990-01-01', documentNumber: 'X1234', ...stranger });
    const id = await desk.comes(tirana, { ...stored, birthDate: '1991-02-03', documentNumber: 'X1234' });
    expect(await desk.spelled(id)).toEqual([[holder, 'STRONG', 'SAME_TRAVEL_DOCUMENT', 'SAME_CITIZENSHIP']]);
  });
});

describe('twins', () => {
  test('are shown with what they have in common, and get their numbers without a decision', async () => {
    const twin = (givenNames: string, cyrillic: string) => ({
      birthDate: '1999-03-04',
      surname: 'Eriksson',
      givenNames,
      cyrillicName: { surname: 'Эрикссон', givenNames: cyrillic },
    });
    const anna = await desk.registered(berlin, twin('Anna', 'Анна'));
    const berta = await desk.taken(await desk.comes(berlin, twin('Berta', 'Берта')));
    expect(await desk.spelled(berta)).toEqual([[anna, 'WEAK', 'PART_OF_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP']]);
    const { data } = await desk.form(berta);
    expect(data.formIin.application).toMatchObject({ state: 'FORMED' });
  });

  test('with names that sound alike get theirs once it was decided that they are two', async () => {
    const twin = {
      birthDate: '1999-04-05',
      surname: 'Eriksson',
      cyrillicName: { surname: 'Эрикссон', givenNames: 'Марья' },
    };
    const maria = await desk.registered(berlin, { ...twin, givenNames: 'Maria' });
    const mary = await desk.taken(await desk.comes(berlin, { ...twin, givenNames: 'Mary' }));
    expect((await desk.form(mary)).errors).toMatchObject([{ extensions: { candidateIds: [maria] } }]);
    expect((await desk.decide(mary, maria, 'ANOTHER_PERSON')).codes).toEqual([]);
    expect((await desk.form(mary)).codes).toEqual([]);
  });
});

test('somebody whose record is to be corrected is shown by the record, first as it was, then as it is; the correction itself is nobody else', async () => {
  const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
  const birthDate = '1982-09-10';
  const { iin, applicationId } = await formNumber(consul, operator, erika(birthDate));
  const correction = await applyForSchmidt(consul, iin, birthDate);
  expect(await desk.candidates(correction)).toEqual([]);
  const namesake = await desk.comes(tirana, { ...married, givenNames: 'Erika', birthDate });
  const rest = ['SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'];
  expect(await desk.spelled(namesake)).toEqual([[applicationId, 'WEAK', 'PART_OF_NAME', ...rest]]);
  await act(operator, 'takeIinApplication', correction, 1);
  await act(operator, 'correctIin', correction, 2);
  expect(await desk.spelled(namesake)).toEqual([[applicationId, 'STRONG', 'SAME_NAME', ...rest]]);
});

describe('somebody with a single name and a consonant wrong', () => {
  test.each([
    ['1951-06-06', 'Suharto', 'Сухарто', 'Sukarto', 'Сукарто', 'STRONG', 'SIMILAR_NAME'],
    ['1937-08-08', 'Abdul Rahman', 'Абдул Рахман', 'Abmul Rahman', 'Абмул Рахман', 'WEAK', 'PART_OF_NAME'],
  ])('born on %s, %s and %s', async (birthDate, latin, cyrillic, wrong, wrongCyrillic, strength, match) => {
    const single = (name: string, inCyrillic: string) => ({
      birthDate,
      surname: name,
      givenNames: '',
      cyrillicName: { surname: inCyrillic },
    });
    const known = await desk.registered(berlin, single(latin, cyrillic));
    const open = await desk.comes(berlin, single(latin, cyrillic));
    const id = await desk.comes(tirana, single(wrong, wrongCyrillic));
    const rest = [strength, match, 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'];
    expect(await desk.spelled(id)).toEqual([
      [open, ...rest],
      [known, ...rest],
    ]);
    // Whoever has another name altogether isn't shown, though born on the same day.
    expect(await desk.spelled(await desk.comes(tirana, { ...stranger, birthDate }))).toEqual([]);
  });
});

describe('somebody whose record was corrected', () => {
  const birthDate = '1947-01-21';
  const [before, after] = ['F0000001', 'F0000002'];
  let applicationId: string;
  beforeAll(async () => {
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    const formed = await formNumber(consul, operator, erika(birthDate, { documentNumber: before }));
    applicationId = formed.applicationId;
    const applicantId = await presentAnew(consul, erika(birthDate, { ...married, documentNumber: after }));
    const input = correctionOf(formed.iin, applicantId, { birthDate });
    const { registerIinCorrection: correction } = await consul.ask(registerCorrection, { input });
    await act(operator, 'takeIinApplication', correction.id, 1);
    await act(operator, 'correctIin', correction.id, 2);
  });

  const erikaBefore = { surname: 'Mustermann', givenNames: 'Erika', cyrillicName: erika(birthDate).cyrillicName };
  const erikaNow = { ...married, givenNames: 'Erika' };
  const alike = ['SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'];
  test.each([
    ['the former name', 1, { ...erikaBefore, birthDate }, alike],
    ['the present name', 2, { ...erikaNow, birthDate }, alike],
    ['the former passport', 1, { ...stranger, birthDate: '1936-04-25', documentNumber: before }, ['SAME_CITIZENSHIP']],
    ['the new passport', 2, { ...stranger, birthDate: '1938-07-29', documentNumber: after }, ['SAME_CITIZENSHIP']],
    ['the former name and passport', 1, { ...erikaBefore, birthDate, documentNumber: before }, alike],
    [
      'the former name and the new passport',
      2,
      { ...erikaBefore, birthDate, documentNumber: after },
      ['PART_OF_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'],
    ],
  ])('comes again with %s: shown once, by that version of the record, and holds up the number', async (...row) => {
    const [, recordVersion, who, rest] = row;
    const id = await desk.comes(tirana, who);
    const matches = 'documentNumber' in who ? ['SAME_TRAVEL_DOCUMENT', ...rest] : rest;
    const found = await desk.candidates(id);
    const { errors } = await desk.form(await desk.taken(id));
    await desk.withdraw(tirana, id);
    expect(found).toMatchObject([{ candidateId: applicationId, strength: 'STRONG', recordVersion, matches }]);
    expect(errors).toMatchObject([{ extensions: { reason: 'DUPLICATES_UNDECIDED', candidateIds: [applicationId] } }]);
  });
});

test('whoever is shown as a possible duplicate is in the journal, and nobody but the operators is shown any', async () => {
  const who = { birthDate: '1966-06-07', surname: 'Kovac', cyrillicName: { surname: 'Ковач', givenNames: 'Ана' } };
  const first = await desk.registered(berlin, { ...who, givenNames: 'Ana' });
  const second = await desk.comes(tirana, { ...who, givenNames: 'Ana' });
  await desk.candidates(second);
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
  const aiko = await desk.registered(berlin, named('Aiko', 'Айко'));
  const namesake = await desk.comes(berlin, { ...named('Hanako', 'Ханако'), birthDate: '1955-05-15' });
  const [noriko] = [await desk.registered(berlin, named('Noriko', 'Норико'))];
  const same = await desk.comes(berlin, { ...named('Hanako', 'Ханако'), documentNumber: 'S1' });
  const id = await desk.comes(tirana, { ...named('Hanako', 'Ханако'), documentNumber: 'S1' });
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
