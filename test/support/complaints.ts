import { demoAccount } from '../../installation/demo/accounts.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import { act, apply, person, presentHead } from './counter.ts';
import type { Answer, ClientError, GraphClient } from './graph-client.ts';
import type { TestProduct } from './product.ts';
import { runJob } from './queue.ts';

/** A complaint as the tests read it. */
export interface SeenComplaint {
  id: string;
  version: number;
  number: string;
  state: string;
  service: string;
  city: string | null;
  about: { kind: string; id: string | null; number: string | null };
  latinName: { surname: string | null; givenNames: string | null };
  receivedAt: string;
  registeredAt: string | null;
  forwardedAt: string | null;
  dueAt: string | null;
  overdue: boolean;
  terms: { kind: string; startedAt: string; dueAt: string; endedAt: string | null; overdue: boolean }[];
  decisions: { body: string; outcome: string; reasons: string; reopen: boolean | null; decidedAt: string }[];
  followUp: { action: string; doneAt: string | null } | null;
  documents: { id: string; kind: string; size: number }[];
  history: { kind: string; at: string; text: string }[];
  availableActions: string[];
}

const fields = `id version number state service city about { kind id number } latinName { surname givenNames } receivedAt registeredAt forwardedAt dueAt overdue
  terms { kind startedAt dueAt endedAt overdue } decisions { body outcome reasons reopen decidedAt } followUp { action doneAt }
  documents { id kind size } history { kind at text } availableActions`;

/** Files a complaint, addressed to the provider and against a decision unless told; answers whatever comes of it. */
export function tryToFile(client: GraphClient, about: object, told: object = {}): Promise<Answer> {
  const input = { about, addressedTo: 'PROVIDER', against: 'DECISION', text: 'Не согласна с отказом.', ...told };
  return client.send(
    `mutation F($input: FileComplaintInput!) { fileComplaint(input: $input) { complaint { ${fields} } } }`,
    { input },
  );
}

/** The same, which must succeed. */
export async function file(client: GraphClient, about: object, told: object = {}): Promise<SeenComplaint> {
  const { data, errors } = await tryToFile(client, about, told);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.fileComplaint.complaint as SeenComplaint;
}

/** A complaint as somebody sees it now. */
export async function seenBy(client: GraphClient, { id }: Pick<SeenComplaint, 'id'>): Promise<SeenComplaint> {
  const { complaint } = await client.ask(`query C($id: ID!) { complaint(id: $id) { ${fields} } }`, { id });
  return complaint as SeenComplaint;
}

/** The code with which somebody is refused to see a complaint; nothing when they do see it. */
export async function notSeenBy(client: GraphClient, { id }: Pick<SeenComplaint, 'id'>): Promise<string | undefined> {
  return (await client.send('query C($id: ID!) { complaint(id: $id) { id } }', { id })).codes[0];
}

const inputTypes = {
  registerComplaint: 'ComplaintInput',
  forwardComplaint: 'ComplaintInput',
  satisfyComplaint: 'SatisfyComplaintInput',
  decideComplaint: 'DecideComplaintInput',
} as const;

/** What came of a command: the complaint, or the error. */
export interface Attempt {
  complaint: SeenComplaint | null;
  error: ClientError | undefined;
  code: string | undefined;
}

/** Tries a command on a complaint, in the version that is given. */
export async function tryOn(
  client: GraphClient,
  mutation: keyof typeof inputTypes,
  { id, version }: Pick<SeenComplaint, 'id' | 'version'>,
  told: object = {},
): Promise<Attempt> {
  const { data, errors } = await client.send(
    `mutation A($input: ${inputTypes[mutation]}!) { ${mutation}(input: $input) { complaint { ${fields} } } }`,
    { input: { id, expectedVersion: version, ...told } },
  );
  const [error] = errors;
  return { complaint: data?.[mutation]?.complaint ?? null, error, code: error?.extensions.code };
}

/** The same, which must succeed. */
export async function on(
  client: GraphClient,
  mutation: keyof typeof inputTypes,
  seen: Pick<SeenComplaint, 'id' | 'version'>,
  told: object = {},
): Promise<SeenComplaint> {
  const { complaint, error } = await tryOn(client, mutation, seen, told);
  if (error) throw new Error(JSON.stringify(error));
  return complaint!;
}

/** What satisfies a complaint in full, without a reopening. */
export const satisfaction = { reasons: 'Жалоба обоснована, нарушение устранено.', reopen: false };

/** A decision that rejects. */
export const rejection = { outcome: 'REJECTED', reasons: 'Доводы не подтвердились.' };

/** Has the job that records what the clock forwarded run now, and waits until it has. */
export async function recordForwardings(product: TestProduct): Promise<void> {
  await runJob(product, 'complaints.recordForwardings');
}

/** An application for a number that the operator refused just now; Berlin's, in version 3. */
export async function refusedApplication(product: TestProduct): Promise<{ id: string; applicantId: string }> {
  const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
  const applicantId = await presentHead(consul, person());
  const id = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', id, 1);
  const marks = [{ field: 'BIRTH_PLACE', remark: 'В паспорте другой город.' }];
  const input = { id, expectedVersion: 2, grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], reason: 'Расходятся.', marks };
  await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
    input,
  });
  return { id, applicantId };
}

/** A colleague of a demo account: the same role and place, somebody else. */
export async function colleague(product: TestProduct, role: Role): Promise<DemoAccount & { client: GraphClient }> {
  const account = { ...demoAccount(role)!, id: newId(), name: `Colleague ${role}` };
  const { database } = product;
  await database.query(
    `insert into missions.account (id, name, role, office_id, city, head_of_office, state) values ($1, $2, $3, $4, $5, false, 'ACTIVE')`,
    [account.id, account.name, role, account.officeId, account.city],
  );
  await database.query(
    `insert into kit.account_state (id, state, role, office_id, city) values ($1, 'ACTIVE', $2, $3, $4)`,
    [account.id, role, account.officeId, account.city],
  );
  return { ...account, client: product.asAccount(account) };
}
