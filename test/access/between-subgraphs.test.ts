import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act } from '../support/counter.ts';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { id as unknownId } from './operations.ts';
import { askAs } from './readings.ts';

// A row that is one's own may refer to one that isn't. What is behind the reference keeps its own rule, and a refusal tells nothing of it.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

describe('the record because of which a number is refused', () => {
  const refused = `query Refused($id: ID!) { iinApplication(id: $id) { state refusalNotice { reason existingRecord { id iin } } } }`;

  test('is shown to the operator, and to a consul only when it is of the own mission', async () => {
    const { clients, rows } = world;
    const existing = { id: rows.record.Tirana!, iin: rows.iin.Tirana! };
    const id = rows.waiting.Berlin!;
    await act(clients.operator, 'takeIinApplication', id, 1);
    await clients.operator.ask(
      'mutation Refuse($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }',
      {
        input: {
          id,
          expectedVersion: 2,
          grounds: ['IIN_ALREADY_REGISTERED'],
          reason: 'Has one.',
          existingRecordId: existing.id,
        },
      },
    );
    const notice = (existingRecord: object | null) => ({
      iinApplication: { state: 'REFUSED', refusalNotice: { reason: 'Has one.', existingRecord } },
    });
    expect(await clients.operator.ask(refused, { id })).toEqual(notice(existing));
    expect(await clients['consul of Berlin'].ask(refused, { id })).toEqual(notice(null));
  });
});

describe('the operator who works on an application', () => {
  test('has a name for the operators, and none for the consul', async () => {
    const { clients, rows } = world;
    const id = rows.waiting.Tirana!;
    await act(clients.operator, 'takeIinApplication', id, 1);
    const taken = 'query Taken($id: ID!) { iinApplication(id: $id) { state takenBy { name } mission { number } } }';
    const application = (takenBy: object | null) => ({
      iinApplication: { state: 'IN_REVIEW', takenBy, mission: { number: 1 } },
    });
    expect(await clients.operator.ask(taken, { id })).toEqual(application({ name: world.accounts.operator.name }));
    expect(await clients['consul of Tirana'].ask(taken, { id })).toEqual(application(null));
  });
});

describe('an account', () => {
  const asked = (id: string, fields: string) =>
    `{ _entities(representations: [{ __typename: "Account", id: "${id}" }]) { ... on Account { ${fields} } } }`;
  const ask = (viewer: Parameters<typeof askAs>[1], fields: string) =>
    askAs(world, viewer, asked(world.rows.account['a consul of Berlin']!, fields), 'missions');

  test('shows its e-mail address to those who manage it, its name to colleagues, and nothing to another office', async () => {
    const shown = (account: object | null) => ({ data: { _entities: [account] }, codes: [] });
    expect(await ask('manager', 'name email')).toEqual(
      shown({ name: 'a consul of Berlin', email: 'somebody@qonaq.example' }),
    );
    expect(await ask('consul of Berlin', 'name')).toEqual(shown({ name: 'a consul of Berlin' }));
    expect(await ask('consul of Berlin', 'name email')).toEqual({
      data: { _entities: [{ name: 'a consul of Berlin', email: null }] },
      codes: ['FORBIDDEN'],
    });
    for (const viewer of ['consul of Tirana', 'migration officer of Astana', 'Erika, applicant', 'nobody'] as const)
      expect([viewer, await ask(viewer, 'name email')]).toEqual([viewer, shown(null)]);
  });

  test('is the own one for everybody who is signed in', async () => {
    for (const [viewer, { id }] of Object.entries(world.accounts)) {
      const data = await world.clients[viewer as 'manager'].ask('{ me { account { id } } }');
      expect([viewer, data]).toEqual([viewer, { me: { account: { id } } }]);
    }
    expect((await world.clients.nobody.send('{ me { account { id } } }')).codes).toContain('UNAUTHENTICATED');
  });
});

describe('nobody learns that a row is there', () => {
  test('what is foreign is answered as what does not exist', async () => {
    const { clients, rows } = world;
    const answered = async (id: string) => {
      const { status, data, errors } = await clients['consul of Berlin'].send(
        'query Row($id: ID!) { applicant(id: $id) { id } iinApplication(id: $id) { id } document(id: $id) { id } }',
        { id },
      );
      return {
        status,
        data,
        // Which subgraph answers first is left to chance.
        errors: errors
          .map(({ message, path, extensions }) => ({ message, path, code: extensions.code }))
          .toSorted((one, other) => String(one.path).localeCompare(String(other.path))),
      };
    };
    const missing = await answered(unknownId);
    expect(missing.errors.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    for (const kind of ['applicant', 'application', 'document'] as const)
      expect(await answered(rows[kind].Tirana!)).toEqual(missing);
    expect((await answered(rows.applicant.Berlin!)).data.applicant).toEqual({ id: rows.applicant.Berlin });
  });

  test('a list is as long as what one sees', async () => {
    const { clients } = world;
    const count = 'query Count { applicants { totalCount } iinApplications { totalCount } }';
    // Three persons came to each counter, two of them could apply.
    for (const viewer of ['consul of Berlin', 'consul of Tirana', 'authorised employee'] as const)
      expect(await clients[viewer].ask(count)).toEqual({
        applicants: { totalCount: 3 },
        iinApplications: { totalCount: 2 },
      });
    expect(await clients.operator.ask('query Count { iinApplications { totalCount } }')).toEqual({
      iinApplications: { totalCount: 6 },
    });
  });

  test('of several entities that a subgraph is asked for, each is answered by itself', async () => {
    const { Berlin, Tirana } = world.rows.applicant;
    const text = `{ _entities(representations: [{ __typename: "Applicant", id: "${Tirana}" }, { __typename: "Applicant", id: "${Berlin}" }]) { ... on Applicant { id } } }`;
    expect(await askAs(world, 'consul of Berlin', text, 'applicants')).toEqual({
      data: { _entities: [null, { id: Berlin }] },
      codes: [],
    });
    expect(await askAs(world, 'consul of Tirana', text, 'applicants')).toEqual({
      data: { _entities: [{ id: Tirana }, null] },
      codes: [],
    });
    // Only subgraphs are asked in this way.
    expect((await world.clients['consul of Berlin'].send(text)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
