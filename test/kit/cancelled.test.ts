import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import type { SubgraphRequest } from '../../subgraphs/kit/transport/transport.ts';
import { person, registerPerson } from '../support/counter.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { waitsForLock } from '../support/queue.ts';

// What a subgraph does of an operation for whose answer nobody waits any more.

let product: TestProduct;
let applicantId: string;

beforeAll(async () => {
  product = await startTestProduct();
  applicantId = await registerPerson(product.as('consul'));
});
afterAll(() => product.close());

const reading = 'query Read($id: ID!) { applicant(id: $id) { id birthPlace } }';
const registering =
  'mutation Register($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }';

test('A reading stops, discloses nothing, and leaves neither a line in the journal nor a transaction behind', async () => {
  const caller = new AbortController();
  const before = await journalLines();
  const letGo = await holdApplicants();
  const answered = send({ query: reading, variables: { id: applicantId }, cancelled: caller.signal });
  await waitsForLock(product, 'relation');
  caller.abort(new Fault('UNAVAILABLE'));
  await letGo();
  expect(await answered).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  expect((await answered).data).toBeUndefined();
  expect(await journalLines()).toBe(before);
  expect(await openTransactions()).toBe(0);
});

test('One that is waited for is answered and journalled', async () => {
  const before = await journalLines();
  const { data } = await send({
    query: reading,
    variables: { id: applicantId },
    cancelled: new AbortController().signal,
  });
  expect(data).toMatchObject({ applicant: { id: applicantId } });
  expect(await journalLines()).toBe(before + 1);
});

test('A command is done', async () => {
  const caller = new AbortController();
  caller.abort(new Fault('UNAVAILABLE'));
  const { data, errors } = await send({ query: registering, variables: { input: person() }, cancelled: caller.signal });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ registerApplicant: { applicant: { id: expect.any(String) } } });
});

async function send(question: Pick<SubgraphRequest, 'query' | 'variables' | 'cancelled'>) {
  const authorization = `Bearer ${await product.as('consul').freshToken()}`;
  const trace = { address: null, requestId: 'request-1', operationName: null, operationHash: null };
  return product.subgraphs.send('applicants', { ...question, authorization, acceptLanguage: 'en', trace });
}

/** Has whoever reads persons wait until told otherwise. */
async function holdApplicants(): Promise<() => Promise<void>> {
  const holder = new Client({ connectionString: product.databaseUrl });
  await holder.connect();
  await holder.query('begin; lock table applicants.applicant in access exclusive mode');
  return () => holder.end();
}

async function journalLines(): Promise<number> {
  const { rows } = await product.database.query<{ lines: number }>('select count(*)::int as lines from audit.journal');
  return rows[0]!.lines;
}

async function openTransactions(): Promise<number> {
  const { rows } = await product.database.query<{ open: number }>(
    "select count(*)::int as open from pg_stat_activity where datname = current_database() and usename = 'qonaq_applicants' and xact_start is not null",
  );
  return rows[0]!.open;
}
