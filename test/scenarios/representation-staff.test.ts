import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  applicationForm,
  erika,
  formNumber,
  nameChange,
  passport,
  presentAnew,
  registerCorrection,
} from '../support/corrections.ts';
import { apply, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { embassyOf, germanEmbassy } from '../support/representations.ts';

// A§1, A§4, A§9: staff of foreign representations in Kazakhstan go through the MFA, and say of which representation they are.

let product: TestProduct;
let administrator: GraphClient;
let employee: GraphClient;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  administrator = product.as('state_corporation');
  employee = product.as('authorised_employee');
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const applyMutation = `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
  __typename ... on IinApplication { id category representationName { en } representation { id name { en } kind country } } } }`;
const setMutation = `mutation Set($input: SetForeignRepresentationInput!) { setForeignRepresentation(input: $input) {
  foreignRepresentation { id version } } }`;

const unknown = '01964631-f000-7000-8000-00000000ffff';

/** What comes of an application with these told of it: the application, or its problems. */
async function outcome(told: object, counter = employee) {
  const applicantId = await presentHead(counter);
  const input = { applicantId, applicantVersion: 1, category: 'REPRESENTATION_STAFF', ...told };
  const { data, errors } = await counter.send(applyMutation, { input });
  const problems = errors[0]?.extensions.problems;
  return problems
    ? problems.map(({ code, path, reference }) => `${code} ${path.join('.')} ${reference}`)
    : data.registerIinApplication;
}

/** Sets another period or name of a representation that there is. */
async function change(id: string, told: object): Promise<void> {
  const query = `query R($id: ID!) { foreignRepresentation(id: $id) {
    id version kind country city from until source name { kk ru en } } }`;
  const { version, ...known } = (await product.anybody().ask(query, { id })).foreignRepresentation;
  const input = { ...known, ...told, expectedVersion: version, reason: 'Note of the MFA' };
  await administrator.ask(setMutation, { input });
}

describe('An application of staff of a representation', () => {
  test('names the representation, and holds what that was called then', async () => {
    expect(await outcome({ representationId: germanEmbassy })).toMatchObject({
      __typename: 'IinApplication',
      representationName: { en: 'Embassy of the Federal Republic of Germany in the Republic of Kazakhstan' },
      representation: { id: germanEmbassy, kind: 'EMBASSY', country: 'D' },
    });
  });

  test('keeps the name when the representation is renamed; what it is now is told beside it', async () => {
    const embassy = embassyOf('CZE');
    const { id } = await outcome({ representationId: embassy });
    await change(embassy, { name: { kk: 'Чехия елшілігі', ru: 'Посольство Чехии', en: 'Embassy of Czechia' } });
    const query = `query A($id: ID!) { iinApplication(id: $id) { representationName { en } representation { name { en } } } }`;
    for (const reader of [employee, operator]) {
      expect((await reader.ask(query, { id })).iinApplication).toEqual({
        representationName: { en: 'Embassy of the Czech Republic in the Republic of Kazakhstan' },
        representation: { name: { en: 'Embassy of Czechia' } },
      });
    }
  });

  test.each([
    ['no representation', {}, ['REPRESENTATION_MISSING representationId A§4']],
    ['one that there is not', { representationId: unknown }, ['REPRESENTATION_UNKNOWN representationId A§4']],
    ['what is no id', { representationId: 'Berlin' }, ['REPRESENTATION_UNKNOWN representationId A§4']],
  ])('is refused with %s', async (_what, told, problems) => {
    expect(await outcome(told)).toEqual(problems);
  });

  test.each([
    // The embassy is in force from 3 March until 5 March 2026, both days in Astana.
    ['2026-03-02T23:59:59+05:00', false],
    ['2026-03-03T00:00:00+05:00', true],
    ['2026-03-05T23:59:59+05:00', true],
    ['2026-03-06T00:00:00+05:00', false],
  ])('at %s, from one that is in force for a few days: accepted is %s', async (at, accepted) => {
    const embassy = embassyOf('LBY');
    await change(embassy, { from: '2026-03-03', until: '2026-03-05' });
    product.clock.set(at);
    expect(await outcome({ representationId: embassy })).toEqual(
      accepted
        ? expect.objectContaining({ __typename: 'IinApplication' })
        : ['REPRESENTATION_NOT_IN_FORCE representationId A§4'],
    );
  });

  test('repeated with its key is the same one, also when the representation has ended since', async () => {
    const embassy = embassyOf('IRQ');
    const applicantId = await presentHead(employee);
    const input = {
      applicantId,
      applicantVersion: 1,
      category: 'REPRESENTATION_STAFF',
      representationId: embassy,
      idempotencyKey: 'staff',
    };
    const first = await employee.ask(applyMutation, { input });
    await change(embassy, { until: '2026-03-01' });
    expect((await employee.ask(applyMutation, { input })).registerIinApplication.id).toBe(
      first.registerIinApplication.id,
    );
  });
});

describe('Everybody else', () => {
  test('names no representation', async () => {
    const told = { category: 'LEGAL_ENTITY_HEAD', representationId: germanEmbassy };
    expect(await outcome(told, consul)).toEqual(['REPRESENTATION_NOT_ASKED representationId A§4']);
    const accepted = await outcome({ category: 'LEGAL_ENTITY_HEAD' }, consul);
    expect(accepted).toMatchObject({ representation: null, representationName: null });
  });

  test('is told everything at once, at the wrong counter too', async () => {
    const told = { category: 'LEGAL_ENTITY_HEAD', representationId: germanEmbassy };
    expect(await outcome(told)).toEqual([
      'CATEGORY_CHANNEL category A§4',
      'REPRESENTATION_NOT_ASKED representationId A§4',
    ]);
    expect(await outcome({}, consul)).toEqual([
      'CATEGORY_CHANNEL category A§4',
      'REPRESENTATION_MISSING representationId A§4',
    ]);
  });
});

describe('Applications of staff of representations', () => {
  test('are registered and seen by the MFA and the operators, and by no mission', async () => {
    expect(await outcome({ representationId: germanEmbassy }, consul)).toEqual(['CATEGORY_CHANNEL category A§4']);
    const { id } = await outcome({ representationId: germanEmbassy });
    const query = 'query A($id: ID!) { iinApplication(id: $id) { representation { id } } }';
    for (const reader of [employee, operator])
      expect((await reader.ask(query, { id })).iinApplication).toEqual({ representation: { id: germanEmbassy } });
    expect((await consul.send(query, { id })).codes).toEqual(['NOT_FOUND']);
    expect((await administrator.send(query, { id })).codes[0]).toBe('FORBIDDEN');
  });

  test('are found by their representation', async () => {
    const [japanese, french] = [embassyOf('JPN'), embassyOf('FRA')];
    const ids = [
      (await outcome({ representationId: japanese })).id,
      (await outcome({ representationId: japanese })).id,
      (await outcome({ representationId: french })).id,
    ];
    const found = async (client: GraphClient, representationId: string) => {
      const query = `query F($filter: IinApplicationFilter) { iinApplications(filter: $filter) { edges { node { id } } } }`;
      const { iinApplications } = await client.ask(query, { filter: { representationId } });
      return iinApplications.edges.map(({ node }: { node: { id: string } }) => node.id);
    };
    expect(await found(employee, japanese)).toEqual([ids[1], ids[0]]);
    expect(await found(operator, french)).toEqual([ids[2]]);
    expect(await found(consul, japanese)).toEqual([]);
    expect(await found(employee, 'Japan')).toEqual([]);
  });

  test('from before representations were asked for stay readable', async () => {
    const id = await apply(employee, await presentHead(employee), 'REPRESENTATION_STAFF');
    await product.database.query(
      'update iin.application set representation_id = null, representation_version = null, representation_name = null where id = $1',
      [id],
    );
    const query = `query A($id: ID!) { iinApplication(id: $id) { category representation { id } representationName { en } } }`;
    expect((await employee.ask(query, { id })).iinApplication).toEqual({
      category: 'REPRESENTATION_STAFF',
      representation: null,
      representationName: null,
    });
  });
});

describe('A correction for staff of a representation', () => {
  const birthDate = '1975-06-07';
  let iin: string;
  beforeAll(async () => {
    ({ iin } = await formNumber(consul, operator, erika(birthDate)));
  });

  async function correct(told: object) {
    const married = { surname: 'Schmidt', cyrillicName: { surname: 'Шмидт', givenNames: 'Эрика' } };
    const applicantId = await presentAnew(employee, erika(birthDate, married), [applicationForm, passport, nameChange]);
    const input = {
      applicantId,
      applicantVersion: 1,
      category: 'REPRESENTATION_STAFF',
      iin,
      surname: 'Mustermann',
      birthDate,
      fields: ['LATIN_SURNAME', 'CYRILLIC_SURNAME'],
      ...told,
    };
    const { data, errors } = await employee.send(registerCorrection, { input });
    return (
      errors[0]?.extensions.problems?.map(({ code, path }) => `${code} ${path.join('.')}`) ?? data.registerIinCorrection
    );
  }

  test('names the representation too', async () => {
    const { id } = await correct({ representationId: germanEmbassy });
    const query = 'query A($id: ID!) { iinApplication(id: $id) { kind representation { id } } }';
    expect((await employee.ask(query, { id })).iinApplication).toEqual({
      kind: 'CORRECTION',
      representation: { id: germanEmbassy },
    });
  });

  test('without one is refused, with everything else that is wrong', async () => {
    expect(await correct({ surname: ' ' })).toEqual(['REPRESENTATION_MISSING representationId', 'TEXT_EMPTY surname']);
    expect(await correct({ representationId: unknown })).toEqual(['REPRESENTATION_UNKNOWN representationId']);
  });
});
