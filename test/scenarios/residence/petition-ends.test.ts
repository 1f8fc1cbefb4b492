import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../support/graph-client.ts';
import { actOn, petitioner, PetitionDesk, problemsOf, readPetition, tryAct } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// How a petition ends without a signature: the ministry refuses (B§8, B§9), or the person withdraws.

let product: TestProduct;
let hub: GraphClient;
let signer: GraphClient;
let desk: PetitionDesk;
beforeAll(async () => {
  product = await startTestProduct();
  [hub, signer] = [product.as('hub_officer'), product.as('mddiai_signer')];
  desk = new PetitionDesk(product);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const morning = '2026-03-03T10:00:00+05:00';
const noon = '2026-03-03T12:00:00+05:00';

describe('the ministry refuses', () => {
  test('with reasons, which the person is told, with all that happened', async () => {
    const { petitionId, client } = await desk.passed();
    const reason = 'The profession is not on the list any more.';
    await actOn(signer, 'refusePetition', petitionId, { reason });
    const petition = await readPetition(client, petitionId);
    expect(petition).toMatchObject({
      state: 'REFUSED',
      refusalReason: reason,
      decidedAt: '2026-03-03T06:00:00.000+05:00',
      availableActions: [],
    });
    expect(petition.history.map(({ kind }) => kind)).toEqual([
      'SUBMITTED',
      'APPROVE_SCREENING',
      'OFFER_INTERVIEW_TIMES',
      'CHOOSE_INTERVIEW_TIME',
      'RECORD_INTERVIEW_PASSED',
      'REFUSE',
    ]);
    expect((await tryAct(signer, 'refusePetition', petitionId, { reason })).error?.extensions.code).toBe('WRONG_STATE');
  });

  test('not without reasons', async () => {
    const { petitionId } = await desk.passed();
    const { error } = await tryAct(signer, 'refusePetition', petitionId, { reason: '  ' });
    expect(problemsOf(error)).toEqual([['TEXT_EMPTY', ['reason']]]);
    expect((await readPetition(signer, petitionId)).state).toBe('AWAITING_SIGNATURE');
  });
});

describe('the person withdraws', () => {
  test('at every stage before the decision; what was due is not due any more', async () => {
    const passed = await desk.passed();
    product.clock.set('2026-03-02T11:00:00+05:00');
    const people = [
      await petitioner(product),
      await desk.screened(),
      await desk.offered(morning, noon),
      await desk.agreed(morning, noon),
      passed,
    ];
    for (const { client, petitionId } of people) {
      expect(await actOn(client, 'withdrawPetition', petitionId)).toMatchObject({
        state: 'WITHDRAWN',
        dueAt: null,
        interviewTimes: [],
        availableActions: [],
      });
      const { error } = await tryAct(client, 'withdrawPetition', petitionId);
      expect(error?.extensions.code).toBe('WRONG_STATE');
    }
    const { terms } = await readPetition(hub, people[1]!.petitionId);
    expect(terms).toMatchObject([{ kind: 'INTERVIEW_INVITATION', endedAt: '2026-03-02T11:00:00.000+05:00' }]);
  });

  test('and the time that was agreed upon is free for somebody else', async () => {
    const times = ['2026-03-05T10:00:00+05:00', '2026-03-05T12:00:00+05:00'] as const;
    const first = await desk.agreed(...times);
    const second = await desk.offered('2026-03-05T10:30:00+05:00', times[1]);
    await actOn(first.client, 'withdrawPetition', first.petitionId);
    await actOn(hub, 'offerInterviewTimes', second.petitionId, { times: [times[0], '2026-03-05T11:00:00+05:00'] });
    expect((await desk.choose(second, times[0])).state).toBe('INTERVIEW_AGREED');
  });

  test('one’s own petition only', async () => {
    const [one, other] = [await petitioner(product), await petitioner(product)];
    const { error } = await tryAct(one.client, 'withdrawPetition', other.petitionId, { expectedVersion: 1 });
    expect(error?.extensions.code).toBe('NOT_FOUND');
    expect((await readPetition(other.client, other.petitionId)).state).toBe('SUBMITTED');
  });
});
