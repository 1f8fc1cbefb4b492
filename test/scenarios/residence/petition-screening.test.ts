import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../support/graph-client.ts';
import { actOn, petitioner, PetitionDesk, problemsOf, readPetition, tryAct } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§5, B§6, B§9: the hub screens the documents; approved, the person is invited within 2 working days; refused, the person gets the reasons.

let product: TestProduct;
let hub: GraphClient;
let desk: PetitionDesk;
beforeAll(async () => {
  product = await startTestProduct();
  hub = product.as('hub_officer');
  desk = new PetitionDesk(product);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

describe('approved', () => {
  test('the invitation is due within 2 working days, across the holiday: from Friday 6 March until Wednesday 11 March, 18:30', async () => {
    product.clock.set('2026-03-06T17:00:00+05:00');
    const { petitionId, client } = await petitioner(product);
    const petition = await actOn(hub, 'screenPetition', petitionId, { decision: 'APPROVED' });
    expect(petition).toMatchObject({
      state: 'SCREENED',
      version: 2,
      dueAt: '2026-03-11T18:30:00.000+05:00',
      refusalReason: null,
      availableActions: ['OFFER_INTERVIEW_TIMES'],
      terms: [{ kind: 'INTERVIEW_INVITATION', dueAt: '2026-03-11T18:30:00.000+05:00', endedAt: null, overdue: false }],
    });
    expect((await readPetition(client, petitionId)).history).toEqual([
      { kind: 'SUBMITTED', at: '2026-03-06T17:00:00.000+05:00', text: 'Submitted' },
      {
        kind: 'APPROVE_SCREENING',
        at: '2026-03-06T17:00:00.000+05:00',
        text: 'The documents were screened and approved',
      },
    ]);
  });

  test('at 18:30 of the last day it is in time, a second later it is overdue, in the worklist too', async () => {
    const { petitionId } = await desk.screened();
    const found = async (filter: object): Promise<boolean> => {
      const query = `query W($filter: PetitionFilter) { petitions(first: 100, filter: $filter) { edges { node { id } } } }`;
      const { petitions } = await hub.ask(query, { filter });
      return petitions.edges.some(({ node }: { node: { id: string } }) => node.id === petitionId);
    };
    product.clock.set('2026-03-04T18:30:00+05:00');
    expect((await readPetition(hub, petitionId)).terms).toMatchObject([{ overdue: false }]);
    expect(await found({ overdue: true })).toBe(false);
    expect(await found({ overdue: false })).toBe(true);
    product.clock.set('2026-03-04T18:30:01+05:00');
    expect((await readPetition(hub, petitionId)).terms).toMatchObject([{ overdue: true }]);
    expect(await found({ overdue: true })).toBe(true);
    expect(await found({ overdue: false })).toBe(false);
    expect(await found({ states: ['SCREENED'], dueBefore: '2026-03-04T18:30:01+05:00' })).toBe(true);
    expect(await found({ dueBefore: '2026-03-04T18:30:00+05:00' })).toBe(false);
    expect(await found({ states: ['SUBMITTED'] })).toBe(false);

    // Late, but offered: the term was not kept, and nothing is due any more.
    const times = ['2026-03-05T10:00:00+05:00', '2026-03-05T10:30:00+05:00'];
    const petition = await actOn(hub, 'offerInterviewTimes', petitionId, { times });
    expect(petition).toMatchObject({ dueAt: null, terms: [{ overdue: true }] });
    expect(await found({ overdue: false })).toBe(true);
  });
});

describe('refused', () => {
  test('the person is told the reasons, and may ask for a petition again', async () => {
    const { petitionId, client } = await petitioner(product);
    const reason = 'The portfolio shows no work in information technology.';
    await actOn(hub, 'screenPetition', petitionId, { decision: 'REFUSED', reason });
    expect(await readPetition(client, petitionId)).toMatchObject({
      state: 'REFUSED',
      refusalReason: reason,
      decidedAt: '2026-03-02T10:00:00.000+05:00',
      dueAt: null,
      availableActions: [],
    });
  });

  test('not without reasons', async () => {
    const { petitionId } = await petitioner(product);
    for (const reason of [undefined, ' ']) {
      const { error } = await tryAct(hub, 'screenPetition', petitionId, { decision: 'REFUSED', reason });
      expect(problemsOf(error)).toEqual([['TEXT_EMPTY', ['reason']]]);
    }
    expect((await readPetition(hub, petitionId)).state).toBe('SUBMITTED');
  });
});

test('two officers at once: one decides, the other is told that it has changed', async () => {
  const { petitionId } = await petitioner(product);
  const both = await Promise.all([
    tryAct(hub, 'screenPetition', petitionId, { decision: 'APPROVED', expectedVersion: 1 }),
    tryAct(hub, 'screenPetition', petitionId, { decision: 'REFUSED', reason: 'No.', expectedVersion: 1 }),
  ]);
  expect(both.flatMap(({ error }) => error?.extensions.code ?? [])).toEqual(['CONFLICT']);
});

test('what was screened is not screened again', async () => {
  const { petitionId } = await desk.screened();
  const { error } = await tryAct(hub, 'screenPetition', petitionId, { decision: 'APPROVED' });
  expect(error?.extensions).toMatchObject({ code: 'WRONG_STATE', state: 'SCREENED' });
});
