import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  colleague,
  file,
  on,
  recordForwardings,
  refusedApplication,
  rejection,
  satisfaction,
  seenBy,
  tryOn,
} from '../../support/complaints.ts';
import type { SeenComplaint } from '../../support/complaints.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// Two officials at once: one of them is first, and the other one is told.

let product: TestProduct;
let consul: GraphClient;
let one: GraphClient;
let other: GraphClient;
let about: { iinApplicationId: string };
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  [one, other] = [(await colleague(product, 'iin_operator')).client, (await colleague(product, 'iin_operator')).client];
  about = { iinApplicationId: (await refusedApplication(product)).id };
});
afterAll(() => product.close());

async function received(): Promise<SeenComplaint> {
  product.clock.set('2026-03-02T10:00:00+05:00');
  return file(consul, about);
}

test('one satisfies while the other forwards: it is with the reviewing body, or satisfied, never both', async () => {
  for (let round = 0; round < 5; round += 1) {
    const complaint = await received();
    const [satisfied, forwarded] = await Promise.all([
      tryOn(one, 'satisfyComplaint', complaint, satisfaction),
      tryOn(other, 'forwardComplaint', complaint),
    ]);
    expect([satisfied.code, forwarded.code].toSorted()).toEqual(['CONFLICT', undefined]);
    const { state, forwardedAt, decisions } = await seenBy(one, complaint);
    expect([state, forwardedAt !== null, decisions.length]).toEqual(
      satisfied.complaint ? ['SATISFIED', false, 1] : ['FORWARDED', true, 0],
    );
  }
});

test('two decide: one decision is kept', async () => {
  const complaint = await on(one, 'registerComplaint', await received());
  const codes = (
    await Promise.all([one, other].map((client) => tryOn(client, 'decideComplaint', complaint, rejection)))
  ).map(({ code }) => code);
  expect(codes.toSorted()).toEqual(['CONFLICT', undefined]);
  expect((await seenBy(one, complaint)).decisions).toHaveLength(1);
});

test('two register: the five days begin once', async () => {
  const complaint = await received();
  const codes = (await Promise.all([one, other].map((client) => tryOn(client, 'registerComplaint', complaint)))).map(
    ({ code }) => code,
  );
  expect(codes.toSorted()).toEqual(['CONFLICT', undefined]);
  expect((await seenBy(one, complaint)).terms.filter(({ kind }) => kind === 'COMPLAINT_PROVIDER')).toHaveLength(1);
});

test('the same command twice, with its key, is one; with another input, a conflict', async () => {
  const complaint = await received();
  const told = { idempotencyKey: 'register' };
  const first = await on(one, 'registerComplaint', complaint, told);
  expect(await on(one, 'registerComplaint', complaint, told)).toEqual(first);
  const filed = { idempotencyKey: 'file', text: 'Один раз.' };
  const twin = await file(consul, about, filed);
  expect((await file(consul, about, filed)).number).toBe(twin.number);
});

test('the job while the reviewing body registers: the forwarding is recorded once', async () => {
  const reviewer = product.as('complaint_reviewer');
  for (let round = 0; round < 3; round += 1) {
    const complaint = await received();
    product.clock.set('2026-03-06T09:00:00+05:00');
    const [registered] = await Promise.all([
      tryOn(reviewer, 'registerComplaint', complaint),
      recordForwardings(product),
    ]);
    expect(registered.code).toBeUndefined();
    const { history, terms } = await seenBy(reviewer, complaint);
    expect(history.map(({ kind }) => kind)).toEqual(['FILED', 'RECORD_FORWARDING', 'REGISTER_REVIEW']);
    expect(terms).toHaveLength(2);
  }
});
