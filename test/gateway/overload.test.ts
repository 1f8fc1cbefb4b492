import { setTimeout as passed } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { GatewayParts } from '../../gateway/gateway.ts';
import { eventually } from '../support/eventually.ts';
import { startTestProduct } from '../support/product.ts';
import { loneGateway } from './limits-gateway.ts';

// More at once than can be answered. Over real connections.

const answer = { data: { mission: { number: 13 } } };
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

describe('Of operations that come at once', () => {
  test('so many go on as may, and the others after them, in the order in which they came', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const url = await serve({
      limits: { atOnce: 3 },
      transport: {
        send: () =>
          new Promise(
            (resolve) =>
              (most = Math.max(
                most,
                waiting.push(() => resolve(answer)),
              )),
          ),
      },
    });
    const ended: number[] = [];
    const answers: Promise<unknown>[] = [];
    for (let at = 0; at < 6; at += 1) {
      answers.push(ask(url).then(({ status }) => ended.push(status === 200 ? at : -1)));
      await eventually(() => expect(waiting).toHaveLength(Math.min(at + 1, 3)));
    }
    while (ended.length < 6) {
      waiting.shift()?.();
      await passed(20);
    }
    await Promise.all(answers);
    expect(ended).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(3);
  });

  test.each([
    ['kk', 'Қызмет қазір қолжетімсіз. Кейінірек қайталаңыз.'],
    ['ru', 'Служба сейчас недоступна. Повторите позже.'],
    ['en', 'The service is not available now. Try again later.'],
  ])(
    'one whose turn does not come soon is refused with the time to come again, said in %s',
    async (language, message) => {
      const waiting: (() => void)[] = [];
      const url = await serve({
        limits: { atOnce: 1, patience: 100 },
        transport: { send: () => new Promise((resolve) => waiting.push(() => resolve(answer))) },
      });
      const first = ask(url);
      await eventually(() => expect(waiting).toHaveLength(1));
      const { status, headers, body } = await ask(url, language);
      const retryAfter = Number(headers.get('retry-after'));
      expect(status).toBe(503);
      expect(retryAfter).toBeGreaterThanOrEqual(2);
      expect(retryAfter).toBeLessThanOrEqual(10);
      const requestId = headers.get('x-request-id');
      expect(body).toEqual({ errors: [{ message, extensions: { code: 'UNAVAILABLE', retryAfter, requestId } }] });
      waiting[0]!();
      expect(await first).toMatchObject({ status: 200, body: answer });
      // What was refused has not begun, and takes nobody's place.
      expect(waiting).toHaveLength(1);
      const next = ask(url);
      await eventually(() => expect(waiting).toHaveLength(2));
      waiting[1]!();
      expect((await next).status).toBe(200);
    },
  );
});

test('A process that cannot keep up refuses what arrives, says how it is, and is itself again afterwards', async () => {
  const url = await serve({ limits: { loopDelay: 50 } });
  let busy = true;
  const block = () => {
    const until = performance.now() + 150;
    while (performance.now() < until);
    if (busy) setTimeout(block, 0);
  };
  block();
  // It is looked at each five seconds.
  await passed(5_000);
  await eventually(async () => {
    const { status, headers, body } = await ask(url);
    expect(status).toBe(503);
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(2);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  busy = false;
  await passed(5_000);
  await eventually(async () => expect((await ask(url)).status).toBe(200));
});

test('Of 500 connections at once each is answered or told when to come again, and the next one is answered', async () => {
  const product = await startTestProduct({ limits: { atOnce: 10, patience: 1_000 } });
  closings.push(() => product.close());
  const consul = product.as('consul');
  const headers = { authorization: `Bearer ${await consul.freshToken()}` };
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: 500 }, () => ask(product.url, 'en', headers)));
  expect(performance.now() - began).toBeLessThan(30_000);
  for (const { status, headers, body } of answers) {
    if (status === 200) expect(body).toEqual({ data: { mission: { number: 13 } } });
    else {
      expect({ status, body }).toMatchObject({
        status: 503,
        body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
      });
      expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(2);
    }
  }
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect(await ask(product.url, 'en', headers)).toMatchObject({ status: 200 });
  expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
});

async function serve(parts: Partial<GatewayParts>): Promise<string> {
  const gateway: FastifyInstance = await loneGateway(parts);
  closings.push(() => gateway.close());
  return gateway.listen({ port: 0, host: '127.0.0.1' });
}

async function ask(url: string, language = 'en', headers = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, ...headers },
    body: JSON.stringify({ query: '{ mission(number: 13) { number } }' }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
