import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { errorCodes } from '../../subgraphs/kit/errors/codes.ts';
import { describeFailure } from '../../subgraphs/kit/errors/describe.ts';
import { presentError } from '../../subgraphs/kit/errors/present.ts';
import { person, registerPerson } from '../support/counter.ts';
import type { Answer, GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { contents } from '../support/contents.ts';
import { contractCodes } from '../support/contract-codes.ts';

// A bug of ours says nothing of what happened inside, neither to the caller nor, of people, to the log.

let product: TestProduct;
let consul: GraphClient;
let id: string;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  id = await registerPerson(consul);
});
afterAll(() => product.close());

const registerMutation =
  'mutation Register($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }';
const readQuery = 'query Read($id: ID!) { applicant(id: $id) { id latinName { surname } } }';

describe('A bug', () => {
  test('in a reading leaves as INTERNAL_SERVER_ERROR with the number of the request, and the log knows what it is', async () => {
    await product.database.query('alter table applicants.applicant rename to lost');
    product.log.length = 0;
    const answer = await consul.send(readQuery, { id });
    await product.database.query('alter table applicants.lost rename to applicant');

    expect(answer.data).toEqual({ applicant: null });
    expectMasked(answer, 'applicant');
    expect(failureInLog(answer)).toMatchObject({
      operation: 'Read',
      error: { code: '42P01', stack: expect.any(Array) },
    });
    expect(await consul.ask(readQuery, { id })).toEqual({ applicant: { id, latinName: { surname: 'MUSTERMANN' } } });
  });

  test.each([
    ['kk', 'Ішкі қате. Қызметке сұраудың нөмірін хабарлаңыз.'],
    ['ru', 'Внутренняя ошибка. Сообщите службе номер запроса.'],
    ['en', 'Internal error. Tell the service the number of your request.'],
  ])('says in %s: %s', async (language, message) => {
    await product.database.query('alter table applicants.applicant rename to lost');
    const answer = await consul.send(readQuery, { id }, language);
    await product.database.query('alter table applicants.lost rename to applicant');
    expect(answer.errors.map((error) => error.message)).toEqual([message]);
  });

  test('in a command writes nothing, and its values come into no answer and no log', async () => {
    // PostgreSQL repeats a value that it can't read: invalid input syntax for type integer: "Entenhausen".
    await product.database.query('alter table applicants.applicant alter birth_place type int using 0');
    const { visualZone, ...input } = person();
    const before = await contents(product.database);
    product.log.length = 0;
    const answer = await consul.send(registerMutation, {
      input: { ...input, visualZone: { ...visualZone, birthPlace: 'Entenhausen' } },
    });
    const after = await contents(product.database);
    await product.database.query(`alter table applicants.applicant alter birth_place type text using 'Berlin'`);

    expect(after).toEqual(before);
    expectMasked(answer, 'registerApplicant');
    expect(failureInLog(answer)).toMatchObject({ error: { code: '22P02' } });
    expect(product.log.join()).not.toMatch(/Entenhausen|Mustermann|Мустерманн|Эрика|T0000/i);
    expect(await registerPerson(consul)).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that breaks a constraint says which, and nothing of the row', async () => {
    const constraint = `add constraint nobody_from_there check (birth_place <> 'Berlin') not valid`;
    await product.database.query(`alter table applicants.applicant ${constraint}`);
    product.log.length = 0;
    const answer = await consul.send(registerMutation, { input: person() });
    await product.database.query('alter table applicants.applicant drop constraint nobody_from_there');

    expectMasked(answer, 'registerApplicant');
    expect(failureInLog(answer)).toMatchObject({
      error: { code: '23514', table: 'applicant', constraint: 'nobody_from_there' },
    });
    expect(product.log.join()).not.toMatch(/Berlin|Mustermann|Мустерманн|Эрика|T0000/i);
  });

  test('in one subgraph leaves the answers of the others', async () => {
    await product.database.query('alter table applicants.applicant rename to lost');
    const answer = await consul.send(
      'query Both($id: ID!) { applicant(id: $id) { id } mission(number: 13) { number } }',
      { id },
    );
    await product.database.query('alter table applicants.lost rename to applicant');
    expect(answer.codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.data).toEqual({ applicant: null, mission: { number: 13 } });
  });

  test('leaves no connection behind: more of them than there are connections', async () => {
    await product.database.query('alter table applicants.event rename to lost');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => consul.send(registerMutation, { input: person() })),
    );
    await product.database.query('alter table applicants.lost rename to event');
    expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['INTERNAL_SERVER_ERROR']));
    expect(await registerPerson(consul)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('A subgraph says nothing of a bug either, whichever router asks it', () => {
  const bug = new GraphQLError('No surname for Mustermann', {
    path: ['applicant'],
    originalError: new Error('Mustermann'),
  });
  const trace = { address: null, requestId: 'request', operationName: null, operationHash: null };
  const { message, path, extensions } = presentError(bug, 'en', pino({ level: 'silent' }), trace);
  expect({ message, path, extensions }).toEqual({
    message: 'Internal error. Tell the service the number of your request.',
    path: ['applicant'],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
});

test('The codes are those of the contract, each of them explained', async () => {
  expect(errorCodes).toEqual(contractCodes);
  const page = await readFile(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
  expect([...page.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code)).toEqual(contractCodes);
});

describe('A failure in the log', () => {
  test.each([
    [
      new TypeError(`Cannot read properties of undefined (reading 'iin')`),
      'Cannot read properties of undefined (reading ',
    ],
    [new Error('Enum "Sex" cannot represent value: "Mustermann"'), 'Enum '],
    [new Error('String cannot represent value: { surname: "Mustermann" }'), 'String cannot represent value'],
    [new SyntaxError('Unexpected token \'M\', "Mustermann" is not valid JSON'), 'Unexpected token '],
    [new Error('The storage is full'), 'The storage is full'],
  ])('has no value that its message repeats: %s', (failure, message) => {
    expect(describeFailure(failure)).toMatchObject({ name: failure.name, message, stack: expect.any(Array) });
    expect(JSON.stringify(describeFailure(failure))).not.toContain('Mustermann');
  });

  test('of a database has names only', () => {
    const failure = Object.assign(
      new Error('duplicate key value\n - detail: Key (iin)=(640812900015) already exists.'),
      {
        code: '23505',
        detail: 'Key (iin)=(640812900015) already exists.',
        constraint: 'record_iin_unique',
      },
    );
    expect(describeFailure(failure)).toMatchObject({ code: '23505', constraint: 'record_iin_unique' });
    expect(JSON.stringify(describeFailure(failure))).not.toContain('640812900015');
  });
});

function expectMasked({ errors }: Answer, field: string): void {
  expect(errors).toEqual([
    {
      message: 'Internal error. Tell the service the number of your request.',
      path: [field],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    },
  ]);
}

/** What the subgraph logged of the request that failed. */
function failureInLog({ errors }: Answer): unknown {
  const lines = product.log.map((line) => JSON.parse(line) as { requestId?: string; msg: string });
  return lines.find(({ requestId, msg }) => msg === 'failed' && requestId === errors[0]!.extensions.requestId);
}
