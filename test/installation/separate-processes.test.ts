import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { demoToken } from '../../installation/demo/tokens.ts';
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import { TestClock, usualNow } from '../support/clock.ts';
import { act, apply, presentHead, smallPdf } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import { GraphClient } from '../support/graph-client.ts';
import { subgraphUrls } from './separate-processes-environments.ts';
import { startForeignGraph } from './separate-processes-foreign.ts';
import type { ProcessGroup, StartedProcess } from './separate-processes-group.ts';
import { setUpInstallation } from './separate-processes-installation.ts';
import type { SeparateInstallation } from './separate-processes-installation.ts';

// The product as it runs in production: a database of its own, four subgraphs, two gateways, each a process that is told by its environment.
/** An id that nothing has. */
const unknownId = '0199b2f0-0000-7000-8000-000000000001';

const frontend = 'https://counter.example';

let installation: SeparateInstallation;
let processes: ProcessGroup;
let subgraphs: Record<SubgraphName, StartedProcess>;
let gateways: StartedProcess[];

beforeAll(async () => {
  installation = await setUpInstallation({ demo: true, publicUrl: 'https://qonaq.example', now: usualNow });
  ({ processes } = installation);
  const [first, second, ...others] = await Promise.all([
    installation.start('gateway'),
    installation.start('gateway', { SUBGRAPH_DEADLINE: '5', STOP_DELAY: '1', CORS_ORIGINS: frontend }),
    ...subgraphNames.map((name) => installation.start(name)),
  ]);
  gateways = [first, second];
  subgraphs = Object.fromEntries(subgraphNames.map((name, place) => [name, others[place]!])) as typeof subgraphs;
});

afterAll(() => installation?.end());

describe('A chain of requests through two gateways and four subgraphs', () => {
  test('the consul registers at one gateway, the operator forms at the other, and the number comes back to the consul', async () => {
    const [consul, operator] = [as('consul', 0), as('iin_operator', 1)];
    const applicantId = await presentHead(consul);
    const id = await apply(consul, applicantId);
    await act(operator, 'takeIinApplication', id, 1);
    expect(await act(operator, 'formIin', id, 2)).toMatchObject({ state: 'FORMED', iin: '640812090003' });
    // A job of applicants asks iin for it, over HTTP too.
    for (const client of [consul, as('consul', 1)]) {
      await eventually(async () => {
        const data = await client.ask('query A($id: ID!) { applicant(id: $id) { iin } }', { id: applicantId });
        expect(data.applicant.iin).toBe('640812090003');
      });
    }
    // The certificate is printed by iin, and handed out by a gateway: they share the documents.
    const { printedForm } = await act(as('consul', 1), 'printResult', id, 3);
    const bytes = await (await consul.get(`/documents/${(printedForm as { id: string }).id}`)).arrayBuffer();
    expect(createHash('sha256').update(Buffer.from(bytes)).digest('hex')).toBe(
      (printedForm as { sha256: string }).sha256,
    );
  });

  test('the journal knows which request it was, under which name and with which text', async () => {
    const query = 'query Everybody { applicants(first: 1) { edges { node { id } } } }';
    await fetch(`${gateways[0]!.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': 'request-of-the-test',
        authorization: `Bearer ${await token('consul')}`,
      },
      body: JSON.stringify({ query, operationName: 'Everybody' }),
    });
    const { rows } = await installation.asOwner(
      'select operation_name, operation_hash from audit.journal where request_id = $1',
      ['request-of-the-test'],
    );
    expect(rows).toEqual([
      { operation_name: 'Everybody', operation_hash: createHash('sha256').update(query).digest('hex') },
    ]);
  });

  test('the journal knows what a gateway refused, though gateways have no role in it', async () => {
    const query = 'query NotMine { journal { totalCount } }';
    expect((await as('consul', 1).send(query)).codes).toEqual(expect.arrayContaining(['FORBIDDEN']));
    const { rows } = await installation.asOwner(
      'select distinct kind, action, outcome, role from audit.journal where operation_name = $1 and action = $2',
      ['NotMine', 'Query.journal'],
    );
    expect(rows).toEqual([{ kind: 'REFUSAL', action: 'Query.journal', outcome: 'FORBIDDEN', role: 'consul' }]);
  });

  test('errors of a subgraph arrive as they left it: code, problems, and text in the language of the caller', async () => {
    const answer = await as('consul', 0).send(
      'query A($id: ID!) { applicant(id: $id) { iin } }',
      { id: unknownId },
      'ru',
    );
    expect(answer.errors).toMatchObject([{ message: 'Не найдено.', extensions: { code: 'NOT_FOUND' } }]);
    const nobody = await new GraphClient(subgraphs.applicants.url).send(
      'query A($id: ID!) { applicant(id: $id) { iin } }',
      { id: unknownId },
      'kk',
    );
    expect(nobody.errors).toMatchObject([
      {
        message: 'Жүйеге кіріңіз: белгі жоқ, жарамсыз немесе тіркелгі белсенді емес.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ]);
  });
});

describe('A subgraph that is gone', () => {
  const both = '{ missions(first: 1) { totalCount } iinApplications(first: 1) { edges { node { id } } } }';

  test('is UNAVAILABLE, the others answer, readiness tells, and everything is as before when it is back', async () => {
    subgraphs.iin.child.kill('SIGKILL');
    await eventually(async () => expect((await readiness(0)).status).toBe(503));
    expect(await readiness(0)).toEqual({ status: 503, body: { status: 'not ready', missing: ['iin'] } });
    const answer = await as('iin_operator', 0).send(both);
    expect(answer.errors).toMatchObject([
      {
        message: 'The service is not available now. Try again later.',
        extensions: { code: 'UNAVAILABLE' },
      },
    ]);
    expect(answer.data.missions.totalCount).toEqual(expect.any(Number));

    subgraphs.iin = await installation.start('iin');
    expect(await readiness(0)).toEqual({ status: 200, body: { status: 'ready' } });
    const recovered = await as('iin_operator', 0).ask(both);
    expect(recovered.iinApplications.edges).toHaveLength(1);
  });

  test('is UNAVAILABLE after the deadline when it is there but does not answer', async () => {
    subgraphs.iin.child.kill('SIGSTOP');
    const began = performance.now();
    const { codes } = await as('iin_operator', 1).send(both);
    const waited = performance.now() - began;
    expect(codes).toEqual(['UNAVAILABLE']);
    expect(waited).toBeGreaterThan(950);
    // A process that is stopped would be waited for without end.
    expect(waited).toBeLessThan(20_000);
    subgraphs.iin.child.kill('SIGCONT');
    await eventually(async () => expect((await as('iin_operator', 1).send(both)).codes).toEqual([]));
  });

  test('makes no other subgraph unready', async () => {
    const answers = await Promise.all(
      subgraphNames.map((name) => fetch(`${new URL(subgraphs[name].url).origin}/readyz`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(subgraphNames.map(() => 200));
  });
});

test('A subgraph may be reached over a socket of the machine, also one whose process was killed before', async () => {
  const SOCKET = join(installation.folder, 'missions.sock');
  const first = await installation.start('missions', { SOCKET });
  expect(first.url).toBe(SOCKET);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await installation.start('missions', { SOCKET });
  const SUBGRAPH_URLS = `${subgraphUrls(installation.ports)},missions=unix:${SOCKET}`;
  const gateway = await installation.start('gateway', { SUBGRAPH_URLS });
  const data = await new GraphClient(gateway.url).ask('{ mission(number: 13) { number } }');
  expect(data).toEqual({ mission: { number: 13 } });
  expect(await processes.stop([gateway, second])).toEqual([0, 0]);
});

test('A gateway lets in pages of the origins that it is told, and of no others', async () => {
  const headers = { origin: frontend, 'access-control-request-method': 'POST' };
  const answers = gateways.map(({ url }) => fetch(`${url}/graphql`, { method: 'OPTIONS', headers }));
  const allowed = (await Promise.all(answers)).map((answer) => answer.headers.get('access-control-allow-origin'));
  expect(allowed).toEqual([null, frontend]);
});

describe('A configuration with faults', () => {
  test('is refused with all of them at once, and with exit code 1', async () => {
    const { folder, environments } = installation;
    const keyless = { SYSTEM_KEY: join(folder, 'deployment/secrets/system-key-public.json') };
    const [subgraph, gateway, identity, migration, ...others] = await Promise.all([
      processes.run('subgraphs/applicants/main.ts', { PORT: '70000', STORAGE_FOLDER: folder }),
      processes.run('gateway/main.ts', {
        ...{ SUBGRAPH_URLS: 'iin', TOKEN_ISSUER: 'somebody', STORAGE_KEY: 'secret' },
        PUBLIC_URL: 'https://qonaq.example',
      }),
      processes.run('gateway/identity/main.ts', { IDENTITY_KEY: 'short', FRONTENDS: 'nowhere.json' }),
      processes.run('installation/migrate-command.ts', { DATABASE_PASSWORD_IIN: 'short' }),
      processes.run('subgraphs/audit/main.ts', { ...environments.audit, HOST: '0.0.0.0' }),
      processes.run('subgraphs/applicants/main.ts', { ...environments.applicants, ...keyless }),
      processes.run('gateway/identity/main.ts', { ...environments.identity, ...keyless }),
    ]);
    const [exposed, unsigned, mute] = others.map(({ errors }) => errors);
    expect([subgraph, gateway, identity, migration, ...others].map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    const named = ({ errors }: { errors: string }) => [...errors.matchAll(/^ {2}([\w, ]+):/gm)].map(([, name]) => name);
    expect(named(subgraph)).toEqual([
      ...['PORT', 'DATABASE_URL', 'WORKER_DATABASE_URL', 'TOKEN_ISSUER', 'TOKEN_KEYS', 'SYSTEM_KEY', 'PUBLIC_URL'],
      'STORAGE_FOLDER, STORAGE_KEY',
    ]);
    expect(named(gateway)).toEqual([
      ...['SUBGRAPH_URLS', 'STORAGE_KEY'],
      ...['TOKEN_ISSUER, TOKEN_KEYS', 'STORAGE_FOLDER, STORAGE_KEY', 'DATABASE_URL, PUBLIC_URL'],
    ]);
    expect(named(identity)).toEqual(['DATABASE_URL', 'IDENTITY_KEY', 'SYSTEM_KEY', 'PUBLIC_URL', 'FRONTENDS']);
    const roles = [...subgraphNames, 'worker', 'identity', 'gateway'];
    expect(named(migration)).toEqual([
      'DATABASE_URL',
      ...roles.map((role) => `DATABASE_PASSWORD_${role.toUpperCase()}`),
    ]);
    expect(exposed).toContain('A demo installation listens on 127.0.0.1 only, not on 0.0.0.0.');
    expect(unsigned).toContain('SYSTEM_KEY: jobs sign with it');
    expect(mute).toContain('SYSTEM_KEY: the provider signs with it');
  });
});

describe('The migration', () => {
  test('run again changes nothing, and leaves the mode of the database as it is', async () => {
    const state = async () => (await installation.asOwner('select demo, set_up_at from kit.installation')).rows;
    const before = await state();
    expect(await installation.migrate()).toMatchObject({ code: 0, errors: '' });
    expect(await state()).toEqual(before);
    const other = await installation.migrate({ QONAQ_DEMO: 'false' });
    expect(other).toMatchObject({ code: 1, errors: expect.stringContaining('demo mode') });
  });
});

describe('A supergraph that is none of ours', () => {
  test('is served by the same gateway, with its rights, and without documents', async () => {
    const foreign = await startForeignGraph();
    const file = join(installation.folder, 'foreign.graphql');
    await writeFile(file, foreign.supergraph);
    const without = { STORAGE_FOLDER: '', STORAGE_KEY: '', DATABASE_URL: '', PUBLIC_URL: '', SUBGRAPH_URLS: '' };
    const gateway = await installation.start('gateway', { ...without, SUPERGRAPH: file });
    const client = (...scopes: string[]) => new GraphClient(gateway.url, () => token('partner', scopes));
    try {
      expect(await client().ask('{ product(id: 1) { name stars } }')).toEqual({
        product: { name: 'Dombra', stars: 5 },
      });
      const ratings = '{ product(id: 1) { name ratings } }';
      expect((await new GraphClient(gateway.url).send(ratings)).codes).toEqual(['UNAUTHENTICATED']);
      expect((await client().send(ratings)).codes).toEqual(['FORBIDDEN']);
      expect(await client('review:read').ask(ratings)).toEqual({ product: { name: 'Dombra', ratings: [5, 4] } });
      expect(foreign.headers).toContain('Reviews accept-language: en');
      expect((await fetch(`${gateway.url}/documents/${unknownId}`)).status).toBe(404);
      expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    } finally {
      await foreign.close();
    }
    expect(await (await fetch(`${gateway.url}/readyz`)).json()).toEqual({
      status: 'not ready',
      missing: ['Products', 'Reviews'],
    });
    expect(await processes.stop([gateway])).toEqual([0]);
  });
});

describe('Told to stop', () => {
  test('a process with a delay says so and goes on meanwhile, so that a balancer turns to another one', async () => {
    const { url } = gateways[1]!;
    const ends = processes.stop([gateways[1]!]);
    await eventually(async () => expect((await fetch(`${url}/healthz`)).status).toBe(503));
    const answers = await Promise.all(
      ['/graphql?query={__typename}', `/verify/unknown`].map((path) => fetch(url + path)),
    );
    expect(answers.map(({ headers }) => headers.get('connection'))).toEqual(['close', 'close']);
    expect((await as('consul', 1).ask('{ me { account { id } } }')).me).not.toBeNull();
    expect(await ends).toEqual([0]);
  });

  test('every process answers what it was asked, then ends with 0', async () => {
    const uploading = slowly(Buffer.concat([smallPdf, Buffer.alloc(100_000)]));
    const answer = fetch(`${gateways[0]!.url}/documents`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await token('consul')}` },
      body: uploading.body,
      duplex: 'half',
    });
    await eventually(async () =>
      expect(await readdir(join(installation.folder, 'documents/unfinished'))).toHaveLength(1),
    );
    const ends = processes.stop([...gateways, ...Object.values(subgraphs)]);
    await eventually(() => expect(fetch(`${gateways[0]!.url}/healthz`)).rejects.toThrow());
    uploading.finish();
    expect((await answer).status).toBe(201);
    expect(await ends).toEqual([0, 0, ...subgraphNames.map(() => 0)]);
    const log = [...gateways, ...Object.values(subgraphs)].flatMap((each) => each.log);
    expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    // The database's own processes end a moment after the connections.
    await eventually(async () => {
      const { rows } = await installation.asOwner(`select usename from pg_stat_activity where usename like 'qonaq_%'`);
      expect(rows).toEqual([]);
    });
  });
});

function token(role: Role, scopes: string[] = []): Promise<string> {
  return demoToken(installation.tokenKey, demoAccount(role)!, scopes, new TestClock());
}

function as(role: Role, gateway: number): GraphClient {
  return new GraphClient(gateways[gateway]!.url, () => token(role));
}

async function readiness(gateway: number): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${gateways[gateway]!.url}/readyz`);
  return { status: answer.status, body: await answer.json() };
}

/** A body whose end comes only when it is told to. */
function slowly(bytes: Uint8Array) {
  const { promise, resolve: finish } = Promise.withResolvers<void>();
  async function* pieces() {
    yield bytes;
    await promise;
    yield bytes;
  }
  return { body: ReadableStream.from(pieces()), finish };
}
