import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apply, attach, consent, person, presentHead, registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { checkDigit } from '../support/mrz.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { problemsOf, refused } from './refusals.ts';

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const registerMutation = `mutation Register($input: RegisterApplicantInput!) {
  registerApplicant(input: $input) { applicant { id } } }`;
const refuseMutation = `mutation Refuse($input: RefuseIinInput!) { refuseIin(input: $input) { application { id state } } }`;
const applyMutation = `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
  __typename ... on AcceptanceRefusal { reasons { code reference } } } }`;
const nobody = '0199b2f0-0000-7000-8000-000000000001';

const register = (input: unknown, language?: string) => consul.send(registerMutation, { input }, language);

describe('A passport', () => {
  test.each([
    ['number', 9, ['MRZ_DOCUMENT_NUMBER_CHECK_DIGIT', 'MRZ_COMPOSITE_CHECK_DIGIT']],
    ['date of birth', 19, ['MRZ_BIRTH_DATE_CHECK_DIGIT', 'MRZ_COMPOSITE_CHECK_DIGIT']],
    ['date of expiry', 27, ['MRZ_EXPIRY_DATE_CHECK_DIGIT', 'MRZ_COMPOSITE_CHECK_DIGIT']],
    ['second line', 43, ['MRZ_COMPOSITE_CHECK_DIGIT']],
  ])('with a wrong check digit of the %s is refused; with the right one it is taken', async (_name, at, codes) => {
    const right = person();
    const wrong = { ...right, machineReadableZone: withOtherDigit(right.machineReadableZone, at) };
    const answer = await refused(product, (language) => register(wrong, language));
    expect(problemsOf(answer)).toEqual(codes.map((code) => `${code} machineReadableZone.1`));
    expect((await register(right)).errors).toEqual([]);
  });

  test('of somebody born on 30 February, with right check digits, is refused', async () => {
    const input = person({ birthDate: '1964-02-28' });
    const [names, line] = input.machineReadableZone as [string, string];
    const born = `640230${checkDigit('640230')}`;
    const composite = checkDigit(`${line.slice(0, 10)}${born}${line.slice(21, 43)}`);
    const zone = [names, `${line.slice(0, 13)}${born}${line.slice(20, 43)}${composite}`];
    const answer = await refused(product, (language) => register({ ...input, machineReadableZone: zone }, language));
    expect(problemsOf(answer)).toEqual(['MRZ_BIRTH_DATE machineReadableZone.1']);
    expect((await register(input)).errors).toEqual([]);
  });

  test('that has expired is no error: its refusal is an outcome with its reason', async () => {
    const applicantId = await presentHead(consul, person({ expiryDate: '2026-03-01' }));
    const answer = await consul.send(applyMutation, {
      input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' },
    });
    expect(answer).toMatchObject({ status: 200, errors: [] });
    expect(answer.data.registerIinApplication).toEqual({
      __typename: 'AcceptanceRefusal',
      reasons: [{ code: 'DOCUMENT_EXPIRED', reference: 'A§7' }],
    });
  });

  test('with much that is wrong is refused for all of it at once', async () => {
    const right = person();
    const wrong = {
      ...right,
      machineReadableZone: withOtherDigit(right.machineReadableZone, 9),
      visualZone: { ...right.visualZone, birthPlace: ' ', birthDate: '2026-03-03' },
      cyrillicName: { surname: 'Mustermann' },
      latinPatronymic: 'Иванович',
      contacts: { email: 'nobody' },
      settledDisagreements: [{ field: 'sex', reason: '' }],
    };
    const answer = await refused(product, (language) => register(wrong, language));
    expect(answer.errors).toHaveLength(1);
    expect(problemsOf(answer).toSorted()).toEqual([
      'BIRTH_DATE_IN_FUTURE visualZone.birthDate',
      'EMAIL_INVALID contacts.email',
      'MRZ_COMPOSITE_CHECK_DIGIT machineReadableZone.1',
      'MRZ_DOCUMENT_NUMBER_CHECK_DIGIT machineReadableZone.1',
      'NAME_NOT_CYRILLIC cyrillicName.surname',
      'NAME_NOT_LATIN latinPatronymic',
      'TEXT_EMPTY settledDisagreements.0.reason',
      'TEXT_EMPTY visualZone.birthPlace',
    ]);
    expect(answer.errors[0]).toMatchObject({ message: 'The input has problems.', path: ['registerApplicant'] });
  });
});

describe('Variables', () => {
  test('of wrong types are one error with a problem for each', async () => {
    const { visualZone, ...input } = person();
    const wrong = {
      ...input,
      machineReadableZone: [5, null, 'right'],
      visualZone: {
        ...visualZone,
        birthDate: '2026-02-30',
        birthPlace: { name: 'Berlin' },
        sex: 'OTHER',
        nationality: 'ZZZ',
        expiryDate: 20331031,
        issuedOn: '01.02.2023',
        height: 180,
      },
      cyrillicName: 'Мустерманн',
      language: null,
      address: { country: 'D' },
      nothing: 1,
    };
    const answer = await refused(product, (language) => register(wrong, language));
    expect(answer).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
    expect(problemsOf(answer).toSorted()).toEqual([
      'FIELD_UNKNOWN input.nothing',
      'FIELD_UNKNOWN input.visualZone.height',
      'VALUE_INVALID input.cyrillicName',
      'VALUE_INVALID input.machineReadableZone.0',
      'VALUE_INVALID input.visualZone.birthDate',
      'VALUE_INVALID input.visualZone.birthPlace',
      'VALUE_INVALID input.visualZone.expiryDate',
      'VALUE_INVALID input.visualZone.issuedOn',
      'VALUE_INVALID input.visualZone.nationality',
      'VALUE_INVALID input.visualZone.sex',
      'VALUE_MISSING input.address.address',
      'VALUE_MISSING input.language',
      'VALUE_MISSING input.machineReadableZone.1',
    ]);
    const messages = answer.errors[0]!.extensions.problems!.map(({ message }) => message);
    expect(messages).toContain('A value of the type Date belongs here.');
    // What was sent isn't repeated.
    expect(JSON.stringify(answer.errors)).not.toMatch(/OTHER|ZZZ|20331031|Berlin|Мустерманн/);
  });

  test.each([
    ['none at all', {}, ['VALUE_MISSING input']],
    ['null', { input: null }, ['VALUE_MISSING input']],
    ['a text', { input: 'person' }, ['VALUE_INVALID input']],
    ['a list', { input: [] }, ['VALUE_INVALID input']],
    [
      'an empty object',
      { input: {} },
      ['machineReadableZone', 'visualZone', 'cyrillicName', 'language'].map((field) => `VALUE_MISSING input.${field}`),
    ],
  ])('where an object is needed and %s came', async (_name, variables, problems) => {
    const answer = await refused(product, (language) => consul.send(registerMutation, variables, language));
    expect(answer.codes).toEqual(['BAD_USER_INPUT']);
    expect(problemsOf(answer)).toEqual(problems);
  });

  test('nested 100,000 deep are one problem', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const response = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query": "query ($lines: [String!]!) { readMrz(lines: $lines) { surname } }", "variables": {"lines": ${deep}}}`,
    });
    const { errors } = (await response.json()) as Awaited<ReturnType<typeof register>>;
    expect(problemsOf({ status: 400, errors })).toEqual(['VALUE_INVALID lines.0']);
  });

  test('with 50,000 unknown fields are told up to a hundred', async () => {
    const input = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`field${at}`, at]));
    const answer = await refused(product, (language) => register(input, language));
    const problems = problemsOf(answer);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('PROBLEMS_TOO_MANY ');
  });

  test('of a version beyond 32 bits', async () => {
    const input = { id: nobody, expectedVersion: 2 ** 31, grounds: [], reason: 'x' };
    const answer = await refused(product, (language) => operator.send(refuseMutation, { input }, language));
    expect(problemsOf(answer)).toEqual(['VALUE_INVALID input.expectedVersion']);
  });
});

describe('An id', () => {
  const strangeIds = ['', 'x', '1', nobody.slice(1), `${nobody}0`, nobody, "' or 1=1", '../../etc/passwd', 'я'];

  test.each(['applicant', 'iinApplication', 'document', 'printedForm'])('that is none finds no %s', async (field) => {
    for (const id of strangeIds) {
      const ask = (language: string) =>
        consul.send(`query ($id: ID!) { found: ${field}(id: $id) { id } }`, { id }, language);
      const answer = id === nobody ? await refused(product, ask) : await ask('en');
      expect(answer).toMatchObject({ codes: ['NOT_FOUND'], data: { found: null } });
    }
  });

  test('that is none changes nothing', async () => {
    for (const id of strangeIds) {
      const input = { id, expectedVersion: 1, grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], reason: 'Reason.' };
      const answers = [
        await operator.send(refuseMutation, { input }),
        await consul.send(applyMutation, {
          input: { applicantId: id, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' },
        }),
        await consul.send(
          'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id } } }',
          {
            input: { applicantId: id, kind: 'PERSONAL_DATA_PROCESSING', givenOn: '2026-03-02' },
          },
        ),
      ];
      expect(answers.map(({ codes }) => codes)).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND']]);
    }
  });

  test('of an upload that is none attaches nothing; that of an upload does', async () => {
    const applicantId = await registerPerson(consul);
    for (const uploadId of strangeIds) {
      const input = { applicantId, uploadId, kind: 'IDENTITY_DOCUMENT' };
      const answer = await refused(product, (language) =>
        consul.send(
          'mutation ($input: AttachDocumentInput!) { attachDocument(input: $input) { document { id } } }',
          { input },
          language,
        ),
      );
      expect(problemsOf(answer)).toEqual(['DOCUMENT_UNKNOWN uploadId']);
    }
    expect(await attach(consul, applicantId, 'IDENTITY_DOCUMENT')).toMatch(/^[0-9a-f-]{36}$/);
    await consent(consul, applicantId);
  });
});

describe('A page', () => {
  const pageQuery = (list: string) => `query Page($first: Int, $after: String, $last: Int, $before: String) {
    page: ${list}(first: $first, after: $after, last: $last, before: $before) { edges { cursor node { id } } } }`;

  test.each([
    [{ first: 0 }, ['PAGE_SIZE first']],
    [{ first: -1 }, ['PAGE_SIZE first']],
    [{ first: 101 }, ['PAGE_SIZE first']],
    [{ last: 0 }, ['PAGE_SIZE last']],
    [{ last: 101 }, ['PAGE_SIZE last']],
    [{ first: 1, last: 1 }, ['PAGE_DIRECTION last']],
    [
      { first: 0, last: 101, after: 'x', before: 'y' },
      ['PAGE_SIZE first', 'PAGE_SIZE last', 'PAGE_DIRECTION last', 'CURSOR_INVALID after', 'CURSOR_INVALID before'],
    ],
  ])('%j is refused', async (variables, problems) => {
    const answer = await refused(product, (language) => consul.send(pageQuery('applicants'), variables, language));
    expect(answer.codes).toEqual(['BAD_USER_INPUT']);
    expect(problemsOf(answer)).toEqual(problems);
  });

  test.each([[{ first: 1 }], [{ first: 100 }], [{ last: 1 }], [{ last: 100 }], [{ first: null, last: null }], [{}]])(
    '%j is read',
    async (variables) => {
      expect((await consul.send(pageQuery('applicants'), variables)).errors).toEqual([]);
    },
  );

  const cursor = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
  const strangeCursors = [
    '',
    'x',
    '!!!',
    'я',
    'x'.repeat(100_000),
    cursor({}),
    cursor('x'),
    cursor(null),
    cursor([]),
    cursor([null]),
    cursor([{}]),
    cursor([[nobody]]),
    cursor([5]),
    cursor([1e300, nobody]),
    cursor([1.5, nobody]),
    cursor(['x']),
    cursor(['\u0000']),
    cursor([`${nobody}'`]),
    cursor([nobody, nobody, nobody]),
    cursor(['99999-01-01', nobody]),
    cursor(['2026-03-02', nobody]),
  ];

  test.each(['applicants', 'iinApplications', 'missions', 'journal'])(
    'of %s does not begin at a cursor that is none',
    async (list) => {
      const reader = list === 'journal' ? product.as('auditor') : consul;
      for (const [index, place] of strangeCursors.entries()) {
        const ask = (language: string) => reader.send(pageQuery(list), { after: place, before: place }, language);
        const answer = index === 0 ? await refused(product, ask) : await ask('en');
        expect([place, ...problemsOf(answer)]).toEqual([place, 'CURSOR_INVALID after', 'CURSOR_INVALID before']);
      }
      const { page } = await reader.ask(pageQuery(list), { first: 1 });
      expect((await reader.send(pageQuery(list), { after: page.edges[0]?.cursor })).errors).toEqual([]);
    },
  );

  test('of another list is no cursor of this one', async () => {
    const { page } = await consul.ask(pageQuery('missions'), { first: 1 });
    const answer = await consul.send(pageQuery('applicants'), { after: page.edges[0].cursor });
    expect(problemsOf(answer)).toEqual(['CURSOR_INVALID after']);
  });

  test.each([
    ['a null character', 'IIN-2026-\u0000', 'TEXT_HAS_CONTROL_CHARACTERS filter.number'],
    ['half of a pair', 'IIN-2026-\udc00', 'TEXT_HAS_CONTROL_CHARACTERS filter.number'],
    ['100,000 characters', '1'.repeat(100_000), 'TEXT_TOO_LONG filter.number'],
  ])('is not looked for with %s in a filter', async (_name, number, problem) => {
    const query =
      'query ($number: String!) { iinApplications(filter: { number: $number }) { edges { node { number } } } }';
    const answer = await refused(product, (language) => operator.send(query, { number }, language));
    expect(problemsOf(answer)).toEqual([problem]);
    await apply(consul, await presentHead(consul));
    const found = await operator.ask(query, { number: 'IIN-2026-000001' });
    expect(found.iinApplications.edges).toEqual([{ node: { number: 'IIN-2026-000001' } }]);
  });
});

function withOtherDigit([names, line]: readonly string[], at: number): string[] {
  const other = String((Number(line![at]) + 1) % 10);
  return [names!, line!.slice(0, at) + other + line!.slice(at + 1)];
}
