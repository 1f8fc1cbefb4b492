import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { file, on, recordForwardings, refusedApplication, rejection, satisfaction } from '../../support/complaints.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { headOf, kindsTold, toldTo } from '../../support/notices.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { runJob } from '../../support/queue.ts';

// A§15-3–17: the person is told of each step of a complaint, the provider and the reviewing body of what they have to do; what it says stays in it.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
let reviewer: GraphClient;
let about: { iinApplicationId: string };
beforeAll(async () => {
  product = await startTestProduct();
  [consul, operator, reviewer] = [product.as('consul'), product.as('iin_operator'), product.as('complaint_reviewer')];
  about = { iinApplicationId: (await refusedApplication(product)).id };
});
afterAll(() => product.close());

/** The kinds of what is told of a complaint to the person's address, where nobody has an account. */
async function toldToPerson(complaintId: string): Promise<string[]> {
  const { rows } = await product.database.query<{ kind: string }>(
    `select kind from kit.notice where case_id = $1 and applicant_id is not null order by id`,
    [complaintId],
  );
  return rows.map(({ kind }) => kind);
}

const remind = () => runJob(product, 'complaints.remind');

test('a complaint that goes to the reviewing body: each is told what concerns them, and nothing else', async () => {
  product.clock.set('2026-03-02T10:00:00+05:00');
  let complaint = await file(consul, about);
  const told = (client: GraphClient) => kindsTold(client, complaint.id);
  expect(await told(operator)).toEqual(['COMPLAINT_FILED']);
  expect(await told(reviewer)).toEqual([]);
  expect(await told(product.as('kkq_officer'))).toEqual([]);

  complaint = await on(operator, 'registerComplaint', complaint);
  complaint = await on(operator, 'forwardComplaint', complaint);
  expect(await told(reviewer)).toEqual(['COMPLAINT_TO_REVIEW']);
  complaint = await on(reviewer, 'registerComplaint', complaint);
  await on(reviewer, 'decideComplaint', complaint, rejection);

  const steps = ['COMPLAINT_REGISTERED', 'COMPLAINT_FORWARDED', 'COMPLAINT_REVIEW_BEGUN', 'COMPLAINT_DECIDED'];
  expect(await toldToPerson(complaint.id)).toEqual(steps);
  // The consul filed it for the person in front of them, and tells them; another one learns nothing.
  expect(await told(consul)).toEqual(steps);
  expect(await told(product.as('consul', { mission: 1 }))).toEqual([]);
  expect(await told(operator)).toEqual(['COMPLAINT_FILED', 'COMPLAINT_DECIDED_BY_REVIEWER']);
  const words = (await toldTo(consul)).map(({ title, text }) => title + text).join();
  expect(words).toContain(complaint.number);
  const [filed] = (await toldTo(operator)).filter(({ caseId }) => caseId === complaint.id);
  // Received on Monday: three working days end on Thursday at 18:30.
  expect(filed!.text).toContain('2026-03-05 18:30 (Astana time)');
  expect(words).not.toMatch(/MUSTERMANN|Не согласна|Доводы/);
});

test('satisfied in full within the three days: the person is told, and the reviewing body never', async () => {
  product.clock.set('2026-03-02T10:00:00+05:00');
  const complaint = await file(consul, about);
  await on(operator, 'satisfyComplaint', complaint, satisfaction);
  product.clock.set('2026-03-09T10:00:00+05:00');
  await recordForwardings(product);
  expect(await toldToPerson(complaint.id)).toEqual(['COMPLAINT_SATISFIED']);
  expect(await kindsTold(reviewer, complaint.id)).toEqual([]);
});

test('forwarded by the clock: it is told once, however often the job runs', async () => {
  product.clock.set('2026-03-02T10:00:00+05:00');
  const complaint = await file(consul, about);
  product.clock.set('2026-03-05T18:30:00+05:00');
  await recordForwardings(product);
  expect(await kindsTold(reviewer, complaint.id)).toEqual([]);
  product.clock.set('2026-03-05T18:31:00+05:00');
  await recordForwardings(product);
  await recordForwardings(product);
  expect(await kindsTold(reviewer, complaint.id)).toEqual(['COMPLAINT_TO_REVIEW']);
  expect(await toldToPerson(complaint.id)).toEqual(['COMPLAINT_FORWARDED']);
  expect(await kindsTold(operator, complaint.id)).toEqual(['COMPLAINT_FILED', 'COMPLAINT_FORWARDED_BY_CLOCK']);
});

test('what was not decided in time is told to whom it binds, a day later to the head of their office, each once', async () => {
  // Registered on Monday 2 March: five working days without the 9th, a holiday, end on Tuesday 10 March at 18:30.
  product.clock.set('2026-03-02T10:00:00+05:00');
  const complaint = await on(operator, 'registerComplaint', await file(consul, about));
  const head = await headOf(product, 'iin_operator');
  const overdue = async (client: GraphClient) =>
    (await kindsTold(client, complaint.id)).filter((kind) => kind === 'TERM_OVERDUE').length;
  product.clock.set('2026-03-10T18:30:00+05:00');
  await remind();
  expect(await overdue(operator)).toBe(0);
  product.clock.set('2026-03-10T18:31:00+05:00');
  await remind();
  await remind();
  expect([await overdue(operator), await overdue(head)]).toEqual([1, 1]);
  product.clock.set('2026-03-11T18:31:00+05:00');
  await remind();
  expect([await overdue(operator), await overdue(head)]).toEqual([1, 2]);
});

test('a complaint that is refused is told to nobody', async () => {
  const before = await toldTo(operator);
  const { codes } = await consul.send(
    'mutation F($input: FileComplaintInput!) { fileComplaint(input: $input) { complaint { id } } }',
    { input: { about, addressedTo: 'PROVIDER', against: 'DECISION', text: '' } },
  );
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(await toldTo(operator)).toEqual(before);
});
