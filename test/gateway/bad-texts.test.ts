import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, apply, person, presentHead } from '../support/counter.ts';
import type { PersonInput } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { problemsOf, refused } from './refusals.ts';

// What people may write, and what nobody means.

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
  registerApplicant(input: $input) { applicant { id ethnicity address { address } } } }`;
const refuseMutation = `mutation Refuse($input: RefuseIinInput!) { refuseIin(input: $input) { application { id state } } }`;

const register = (input: unknown, language?: string) => consul.send(registerMutation, { input }, language);

/** How many keys there were: the same one again, with another input, would be a conflict. */
let keys = 0;

/** Each text of `registerApplicant`, and an input in which it is the given one. */
const textsOfRegistration: Record<string, (input: PersonInput, text: string) => object> = {
  'machineReadableZone.0': (input, text) => ({ ...input, machineReadableZone: [text, input.machineReadableZone[1]] }),
  'visualZone.birthPlace': (input, text) => ({ ...input, visualZone: { ...input.visualZone, birthPlace: text } }),
  'visualZone.documentNumber': (input, text) => ({
    ...input,
    visualZone: { ...input.visualZone, documentNumber: text },
  }),
  'settledDisagreements.0.reason': (input, text) => ({
    ...input,
    settledDisagreements: [{ field: 'sex', reason: text }],
  }),
  'cyrillicName.surname': (input, text) => ({ ...input, cyrillicName: { surname: text, givenNames: 'Эрика' } }),
  'cyrillicName.givenNames': (input, text) => ({ ...input, cyrillicName: { surname: 'Мустерманн', givenNames: text } }),
  'cyrillicName.patronymic': (input, text) => ({ ...input, cyrillicName: { surname: 'Мустерманн', patronymic: text } }),
  latinPatronymic: (input, text) => ({ ...input, latinPatronymic: text }),
  ethnicity: (input, text) => ({ ...input, ethnicity: text }),
  'contacts.email': (input, text) => ({ ...input, contacts: { email: text } }),
  'contacts.telephone': (input, text) => ({ ...input, contacts: { telephone: text } }),
  'address.region': (input, text) => ({ ...input, address: { country: 'D', region: text, address: 'Hauptstraße 1' } }),
  'address.district': (input, text) => ({
    ...input,
    address: { country: 'D', district: text, address: 'Hauptstraße 1' },
  }),
  'address.address': (input, text) => ({ ...input, address: { country: 'D', address: text } }),
  idempotencyKey: (input, text) => ({ ...input, idempotencyKey: `${text} ${keys++}` }),
};

/** Each text of `refuseIin`. */
const textsOfRefusal: Record<string, (input: object, text: string) => object> = {
  reason: (input, text) => ({ ...input, reason: text }),
  'marks.0.remark': (input, text) => ({ ...input, marks: [{ field: 'ADDRESS', remark: text }] }),
  'marks.0.documentId': (input, text) => ({ ...input, marks: [{ documentId: text, remark: 'Remark.' }] }),
  existingRecordId: (input, text) => ({ ...input, existingRecordId: text }),
  id: (input, text) => ({ ...input, id: text }),
  idempotencyKey: (input, text) => ({ ...input, idempotencyKey: `${text} ${keys++}` }),
};

describe('Every text of an input', () => {
  const everyText = Object.entries(textsOfRegistration);
  let application: string;
  const refusal = () => ({
    id: application,
    expectedVersion: 2,
    grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
    reason: 'Reason.',
    marks: [{ field: 'ADDRESS', remark: 'Remark.' }],
  });

  beforeAll(async () => {
    application = await takenApplication();
  });

  test.each([
    ['a null character', 'а\u0000б'],
    ['a bell', 'а\u0007б'],
    ['half of a pair', 'а\ud83d'],
    ['a right-to-left mark', 'а\u200fб'],
    ['an Arabic letter mark', 'а\u061cб'],
    ['a right-to-left override', 'а\u202eб'],
    ['a byte order mark', '\ufeffаб'],
  ])('is refused with %s, all at once', async (_name, text) => {
    const everywhere = everyText.reduce<object>(
      (input, [path, change]) => merge(input, change(person(), text), path),
      person(),
    );
    const answer = await refused(product, (language) => register(everywhere, language));
    expect(problemsOf(answer).toSorted()).toEqual(
      everyText.map(([path]) => `TEXT_HAS_CONTROL_CHARACTERS ${path}`).toSorted(),
    );
    for (const [path, change] of Object.entries(textsOfRefusal)) {
      const refusing = await operator.send(refuseMutation, { input: change(refusal(), text) });
      expect(problemsOf(refusing)).toEqual([`TEXT_HAS_CONTROL_CHARACTERS ${path}`]);
    }
  });

  test.each(everyText)('is refused with 100,000 characters: %s', async (path, change) => {
    const input = change(person(), 'ё'.repeat(100_000));
    const answer = await refused(product, (language) => register(input, language));
    expect(problemsOf(answer)).toEqual([`TEXT_TOO_LONG ${path}`]);
  });

  test.each(Object.entries(textsOfRefusal))(
    'is refused with 100,000 characters: %s of a refusal',
    async (path, change) => {
      const input = change(refusal(), 'ё'.repeat(100_000));
      const answer = await refused(product, (language) => operator.send(refuseMutation, { input }, language));
      expect(problemsOf(answer)).toEqual([`TEXT_TOO_LONG ${path}`]);
    },
  );

  test('is taken as it is where it may be anything, without the spaces at its ends and in one form', async () => {
    const text = '  👩‍👩‍👧 Große Straße, кв. 5 «А», дом\u0438\u0306  ';
    const { data } = await register(person({ ethnicity: text, address: { country: 'D', address: text } }));
    const kept = '👩‍👩‍👧 Große Straße, кв. 5 «А», домй';
    expect(data.registerApplicant.applicant).toMatchObject({ ethnicity: kept, address: { address: kept } });
  });

  test.each([
    [200, []],
    [201, ['TEXT_TOO_LONG idempotencyKey']],
    [10_000, ['TEXT_TOO_LONG idempotencyKey']],
    [0, ['TEXT_EMPTY idempotencyKey']],
  ])('a key of %i characters', async (length, problems) => {
    expect(problemsOf(await register({ ...person(), idempotencyKey: 'k'.repeat(length) }))).toEqual(problems);
  });

  test('a reason of 2,000 characters is taken, one more is too long', async () => {
    const id = await takenApplication();
    const refuse = (length: number) =>
      operator.send(refuseMutation, { input: { ...refusal(), id, reason: 'x'.repeat(length) } });
    expect(problemsOf(await refuse(2_001))).toEqual(['TEXT_TOO_LONG reason']);
    expect((await refuse(2_000)).data.refuseIin.application).toEqual({ id, state: 'REFUSED' });
  });
});

/** An application that the operator works on, in version 2. */
async function takenApplication(): Promise<string> {
  const id = await apply(consul, await presentHead(consul));
  await act(operator, 'takeIinApplication', id, 1);
  return id;
}

/** An input that has the text at a path from another one. */
function merge(input: object, other: object, path: string): object {
  const name = path.split('.')[0] as never;
  const [mine, theirs] = [input[name], other[name]] as unknown[];
  const isObject = typeof mine === 'object' && mine !== null && !Array.isArray(mine);
  const [, part] = path.split('.');
  return { ...input, [name]: isObject ? { ...mine, [part!]: (theirs as Record<string, unknown>)[part!] } : theirs };
}
