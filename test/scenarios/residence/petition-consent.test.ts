import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { nomad } from '../../support/nomads.ts';
import type { Nomad } from '../../support/nomads.ts';
import { attachPapers, papers, problemsOf, readPetition, trySubmit } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§4: consent to the collection and processing of personal data comes first; without it the process ends there.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const application = async (person: Nomad) => ({
  applicantId: person.applicantId,
  applicantVersion: 1,
  documentIds: await attachPapers(person, await papers()),
});

const rows = async (sql: string, ...values: unknown[]) => (await product.database.query<object>(sql, values)).rows;

describe('without consent', () => {
  test('the process ends, which is recorded; nothing of the person is read or kept', async () => {
    const person = await nomad(product);
    const given = await application(person);
    const readings = async () =>
      rows(`select id from audit.journal where account_id = $1 and kind = 'READING' order by id`, person.account.id);
    const before = await readings();
    const { outcome } = await trySubmit(person.client, { consent: false, application: given });
    expect(outcome).toEqual({ __typename: 'PetitionConsentDeclined', at: '2026-03-02T10:00:00.000+05:00' });

    expect(await rows('select account_id from residence.declined_consent')).toEqual([
      { account_id: person.account.id },
    ]);
    expect(await rows('select id from residence.petition where account_id = $1', person.account.id)).toEqual([]);
    expect(await readings()).toEqual(before);
    const [event] = await rows(`select case_id, details from residence.event where kind = 'CONSENT_DECLINED'`);
    expect(event).toEqual({ case_id: expect.any(String), details: {} });
    const journalled = await rows(`select subjects from audit.journal where action = 'submitPetition'`);
    expect(journalled).toEqual([{ subjects: [(event as { case_id: string }).case_id] }]);
  });

  test('nobody has to say who they are, and the pilot may be closed', async () => {
    const { client } = await nomad(product);
    product.clock.set('2025-01-14T10:00:00+05:00');
    const { outcome } = await trySubmit(client, { consent: false });
    expect(outcome).toMatchObject({ __typename: 'PetitionConsentDeclined' });
  });

  test('a repeat with the same key finds the same end', async () => {
    const { client } = await nomad(product);
    const input = { consent: false, idempotencyKey: 'once' };
    const first = await trySubmit(client, input);
    product.clock.set('2026-03-02T11:00:00+05:00');
    expect(await trySubmit(client, input)).toEqual(first);
  });

  test('the answer bars nothing: the person may consent later', async () => {
    const person = await nomad(product);
    await trySubmit(person.client, { consent: false });
    const { outcome } = await trySubmit(person.client, { consent: true, application: await application(person) });
    expect(outcome).toMatchObject({ __typename: 'Petition', state: 'SUBMITTED' });
  });
});

describe('with consent', () => {
  test('the petition holds its moment', async () => {
    const person = await nomad(product);
    const { outcome } = await trySubmit(person.client, { consent: true, application: await application(person) });
    expect(outcome).toMatchObject({
      __typename: 'Petition',
      number: expect.stringMatching(/^PET-2026-\d{6}$/),
      state: 'SUBMITTED',
      consentedAt: '2026-03-02T10:00:00.000+05:00',
      submittedAt: '2026-03-02T10:00:00.000+05:00',
      dueAt: null,
      availableActions: ['WITHDRAW'],
    });
    // The hub finds it, the ministry doesn't yet, and somebody else never.
    const id = outcome!.id as string;
    expect((await readPetition(product.as('hub_officer'), id)).state).toBe('SUBMITTED');
    await expect(readPetition(product.as('mddiai_signer'), id)).rejects.toThrow('NOT_FOUND');
    await expect(readPetition((await nomad(product)).client, id)).rejects.toThrow('NOT_FOUND');
  });

  test('the application has to come along', async () => {
    const { error } = await trySubmit((await nomad(product)).client, { consent: true });
    expect(problemsOf(error)).toEqual([['VALUE_MISSING', ['application']]]);
  });

  test('outside the period of the pilot nothing is accepted', async () => {
    const person = await nomad(product);
    const given = await application(person);
    product.clock.set('2025-01-14T23:59:59+05:00');
    const { error } = await trySubmit(person.client, { consent: true, application: given });
    expect(error?.extensions.code).toBe('PILOT_CLOSED');
    product.clock.set('2025-01-15T00:00:00+05:00');
    const { outcome } = await trySubmit(person.client, { consent: true, application: given });
    expect(outcome).toMatchObject({ __typename: 'Petition' });
  });
});
