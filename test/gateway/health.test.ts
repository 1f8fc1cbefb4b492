import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, person, presentHead, registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { jobsDone } from '../support/queue.ts';
import { layWire } from './wire.ts';
import type { Wire } from './wire.ts';

// The database goes away, and comes back.

const server = process.env.QONAQ_TEST_SERVER;
let wire: Wire;
let product: TestProduct;
let consul: GraphClient;
let applicantId: string;

beforeAll(async () => {
  wire = await layWire();
  product = await startTestProduct({ sealing: true });
  // The test's own connection is cut along with the product's.
  product.database.on('error', () => {});
  consul = product.as('consul');
  applicantId = await registerPerson(consul);
  // A job that is cut off has nobody to tell.
  await jobsDone(product);
});
afterAll(async () => {
  await product.close();
  await wire.cut();
  process.env.QONAQ_TEST_SERVER = server;
});

const registerMutation =
  'mutation Register($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }';
const readQuery = 'query Read($id: ID!) { applicant(id: $id) { id } }';

const ask = async (path: string) => {
  const response = await fetch(`${product.url}${path}`);
  return { status: response.status, body: await response.json() };
};

test('The product is alive and ready', async () => {
  expect(await ask('/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
  expect(await ask('/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
});

describe('While the database is away', () => {
  beforeEach(() => wire.cut());
  afterEach(async () => {
    await wire.mend();
    await eventually(async () => expect(await ask('/readyz')).toEqual({ status: 200, body: { status: 'ready' } }));
  });

  test('the product is alive, and not ready', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
    const { status, body } = await ask('/readyz');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'not ready',
      missing: expect.arrayContaining(['applicants', 'iin', 'missions']),
    });
  });

  test.each([
    ['kk', 'Қызмет қазір қолжетімсіз. Кейінірек қайталаңыз.'],
    ['ru', 'Служба сейчас недоступна. Повторите позже.'],
    ['en', 'The service is not available now. Try again later.'],
  ])('readings and commands are UNAVAILABLE, said in %s', async (language, message) => {
    for (const answer of [
      await consul.send(readQuery, { id: applicantId }, language),
      await consul.send(registerMutation, { input: person() }, language),
      await consul.send('{ me { role } }', {}, language),
      await product.anybody().send('{ mission(number: 13) { number } }', {}, language),
    ]) {
      expect(answer.codes).toEqual(['UNAVAILABLE']);
      expect(answer.errors[0]!.message).toBe(message);
      expect(JSON.stringify(answer)).not.toMatch(/ECONN|127\.0\.0\.1|postgres/i);
    }
  });

  test('the log says why, with the number of the request', async () => {
    product.log.length = 0;
    const { errors } = await consul.send(readQuery, { id: applicantId });
    const lines = product.log.map((line) => JSON.parse(line) as { requestId?: string; msg: string; error?: object });
    expect(lines.find(({ msg }) => msg === 'unavailable')).toMatchObject({
      requestId: errors[0]!.extensions.requestId,
      error: { code: 'ECONNREFUSED' },
    });
  });
});

test('After that everything is as before, also the jobs', async () => {
  await wire.cut();
  expect((await consul.send(readQuery, { id: applicantId })).codes).toEqual(['UNAVAILABLE']);
  await wire.mend();
  expect(await consul.ask(readQuery, { id: applicantId })).toEqual({ applicant: { id: applicantId } });

  const operator = product.as('iin_operator');
  const head = await presentHead(consul);
  const id = await apply(consul, head);
  await act(operator, 'takeIinApplication', id, 1);
  await act(operator, 'formIin', id, 2);
  await eventually(async () => {
    const data = await consul.ask('query Number($id: ID!) { applicant(id: $id) { iin } }', { id: head });
    expect(data.applicant.iin).toMatch(/^\d{12}$/);
  });
});
