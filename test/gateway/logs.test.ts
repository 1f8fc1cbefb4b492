import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, apply, attach, consent, person, presentHead, registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// What the log holds: enough to find a request again, and nothing of a person.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const lines = () => product.log.map((line) => JSON.parse(line) as Record<string, unknown>);
const requestLines = () => lines().filter(({ msg }) => msg === 'request');

test('Each request is one line: its number, the route, how it ended and how long it took', async () => {
  product.log.length = 0;
  await fetch(`${product.url}/graphql?query=%7Bmission(number:13)%7Bid%7D%7D`, {
    headers: {
      'content-type': 'application/json',
      'x-request-id': 'number-of-request',
      authorization: 'Bearer secret',
    },
  });
  await eventually(() => Promise.resolve(expect(requestLines()).toHaveLength(1)));
  expect(requestLines()).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      requestId: 'number-of-request',
      method: 'GET',
      route: '/graphql',
      status: 401,
      milliseconds: expect.any(Number),
      msg: 'request',
    },
  ]);
});

test('Nothing of a person comes into the log on the way from the counter to the handed-out result', async () => {
  product.log.length = 0;
  const input = person({
    surname: 'Quxenberg',
    birthDate: '1977-11-23',
    cyrillicName: { surname: 'Куксенберг', givenNames: 'Эрика', patronymic: 'Карловна' },
    contacts: { email: 'erika.quxenberg@example.org', telephone: '+49 30 5550199' },
    address: { country: 'D', region: 'Thüringen', district: 'Weimarer Land', address: 'Quittenweg 7' },
    ethnicity: 'немка',
  });
  input.visualZone.birthPlace = 'Bad Sulza';

  // The whole way.
  const applicantId = await presentHead(consul, input);
  const id = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', id, 1);
  const { iin } = await act(operator, 'formIin', id, 2);
  await eventually(async () => {
    const data = await consul.ask('query A($id: ID!) { applicant(id: $id) { iin } }', { id: applicantId });
    expect(data.applicant.iin).toBe(iin);
  });
  const printed = (await act(consul, 'printResult', id, 3)).printedForm as { id: string };
  expect((await consul.get(`/documents/${printed.id}`)).status).toBe(200);
  await act(consul, 'handOutResult', id, 3);

  // And what goes wrong on it.
  const register =
    'mutation R($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }';
  const failures = [
    await consul.send(register, { input: { ...input, nothing: 'Quxenberg' } }),
    await consul.send(register, { input: { ...input, cyrillicName: { surname: 'Quxenberg' } } }),
    await consul.send(`{ applicant(id: "Quxenberg") { id } }`),
    await consul.send(`{ iinApplications(filter: { number: "Quxenberg\\u0000" }) { edges { node { id } } } }`),
    await consul.send(`{ applicant(id: "Quxenberg") { nothing } }`),
    await consul.send(`{ applicant(id: "Quxenberg" `),
    await operator.send(`query Quxenberg { applicants { edges { node { id } } } }`),
    await product.anybody().send(`{ documentCheck(token: "Quxenberg") { state } }`),
  ];
  for (const { errors } of failures) expect(errors).not.toEqual([]);
  await fetch(`${product.url}/verify/Quxenberg`);
  await fetch(`${product.url}/Quxenberg?name=Quxenberg`);
  await fetch(`${product.url}/graphql?query={applicant(id:"Quxenberg"){id}}`, {
    headers: { 'x-request-id': 'Qux enberg' },
  });

  const log = product.log.join('');
  const document = input.visualZone.documentNumber as string;
  const ofThePerson = [
    ...['Quxenberg', 'Erika', 'Куксенберг', 'Эрика', 'Карловна', 'example.org', '5550199', 'Thüringen', 'Weimarer'],
    ...[
      'Quittenweg',
      'немка',
      'Bad Sulza',
      '1977-11-23',
      '771123',
      String(iin),
      document,
      input.machineReadableZone[1]!,
    ],
    ...['eyJ', 'Bearer'],
  ];
  expect(ofThePerson.filter((value) => log.toLowerCase().includes(value.toLowerCase()))).toEqual([]);
  expect(requestLines().length).toBeGreaterThan(20);
});

test('A job that fails says so, without the values that it worked with', async () => {
  const applicantId = await registerPerson(consul, person({ birthDate: '1981-07-19' }));
  for (const kind of ['APPLICATION_FORM', 'IDENTITY_DOCUMENT', 'APPOINTMENT_ACT'])
    await attach(consul, applicantId, kind);
  await consent(consul, applicantId);
  const id = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', id, 1);
  // No number fits now, and PostgreSQL repeats the one that doesn't.
  await product.database.query('alter table applicants.applicant alter iin type int using null');
  product.log.length = 0;
  const { iin } = await act(operator, 'formIin', id, 2);
  await eventually(() => Promise.resolve(expect(product.log.join('')).toContain('applicants.noteIin')));
  const { rows } = await product.database.query<{ last_error: string }>(
    'select last_error from graphile_worker._private_jobs where last_error is not null',
  );
  await product.database.query('alter table applicants.applicant alter iin type text using null');

  expect(iin).toMatch(/^810719/);
  expect(product.log.join('')).not.toContain(iin);
  expect(rows).toEqual([{ last_error: expect.not.stringContaining(String(iin)) }]);
});
