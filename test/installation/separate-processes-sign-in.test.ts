import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import { usableNumbers } from '../proofs/usable-numbers.ts';
import { smallPdf } from '../support/counter.ts';
import { GraphClient } from '../support/graph-client.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { codeOf, startSignIn } from '../support/sign-in.ts';
import { subgraphUrls } from './separate-processes-environments.ts';
import { startForeignProvider } from './separate-processes-foreign.ts';
import type { StartedProcess } from './separate-processes-group.ts';
import { invite, registerPartner, signInWithKey } from './separate-processes-people.ts';
import type { Member } from './separate-processes-people.ts';
import { createAdministrator, runTask, startStaffedInstallation } from './separate-processes-staff.ts';
import type { StaffedInstallation } from './separate-processes-staff.ts';

// A new installation, not a demo one: people sign in at the identity provider, which is a process like the subgraphs and the gateways, behind one balancer.
let product: StaffedInstallation;
let gateways: readonly StartedProcess[];
let subgraphs: Record<SubgraphName, StartedProcess>;
let administrator: Member;
let manager: Member;
let consul: Member;

beforeAll(async () => {
  product = await startStaffedInstallation();
  ({ gateways, subgraphs, administrator, manager, consul } = product);
});
afterAll(() => product?.end());

const me = '{ me { role account { name } office { kind } } }';

describe('A new installation', () => {
  test('tells the link of its first administrator once, and the link works once', async () => {
    const { created } = product;
    expect(created).toMatchObject({ code: 0, errors: '' });
    expect(created.output).toContain(`  ${product.url}/identity/invitation/`);
    expect(await createAdministrator(product)).toMatchObject({
      code: 1,
      output: '',
      errors: expect.stringContaining('an administrator already'),
    });
    expect((await new PlainBrowser(product.url).open(/http\S+/.exec(created.output)![0])).status).toBe(410);
  });

  test('imports the numbers that are in use elsewhere', async () => {
    const file = join(product.folder, 'numbers.txt');
    await writeFile(file, usableNumbers('1990-05-17').slice(0, 3).join('\n'));
    expect(await runTask(product, 'iin', 'import-numbers', file)).toEqual({
      code: 0,
      output: '3 numbers read, 3 of them new. Forming is open.\n',
      errors: '',
    });
  });

  test('knows at every gateway who signed in, each created by who manages them', async () => {
    for (const { url } of [product, ...gateways]) {
      expect(await administrator.at(url).ask(me)).toEqual({
        me: { role: 'state_corporation', account: { name: 'Айгерім Нұрланова' }, office: null },
      });
      expect((await manager.at(url).ask(me)).me).toMatchObject({ role: 'manager', office: { kind: 'MFA' } });
      expect((await consul.at(url).ask(me)).me).toMatchObject({ role: 'consul', office: { kind: 'MISSION' } });
    }
  });
});

/** What is answered, in each subgraph, to a consul. */
const questions = {
  missions: '{ me { role } }',
  applicants: '{ applicants(first: 1) { edges { node { id } } } }',
  iin: '{ iinApplications(first: 1) { edges { node { id } } } }',
};

/** What happens to each of the questions at both gateways, and at its subgraph itself. */
async function everywhere({ at }: Pick<Member, 'at'>, asked: Partial<typeof questions> = questions): Promise<string[]> {
  const places = Object.entries(asked).flatMap(([name, question]) =>
    [...gateways, subgraphs[name as SubgraphName]].map(({ url }) => at(url).send(question)),
  );
  const outcomes = (await Promise.all(places)).map(({ data, codes }) =>
    Object.values((data ?? {}) as object).some(Boolean) ? 'ANSWERED' : codes.join(),
  );
  return [...new Set(outcomes)];
}

describe('Blocking takes effect everywhere at once', () => {
  test('a consul is out at both gateways and at every subgraph with the very next request, and back again', async () => {
    const change = async (action: string, gateway: StartedProcess) => {
      const { id, version } = await consulAccount();
      const mutation = `mutation C($input: ChangeAccountInput!) { ${action}(input: $input) { account { id } } }`;
      await manager.at(gateway.url).ask(mutation, { input: { id, expectedVersion: version, reason: 'On leave' } });
    };
    const upload = () => consul.at(gateways[1]!.url).upload(smallPdf);

    expect(await everywhere(consul)).toEqual(['ANSWERED']);
    await change('blockAccount', gateways[0]!);
    expect(await everywhere(consul)).toEqual(['UNAUTHENTICATED']);
    await expect(upload()).rejects.toThrow('UNAUTHENTICATED');
    await change('unblockAccount', gateways[1]!);
    expect(await everywhere(consul)).toEqual(['ANSWERED']);
    expect(await upload()).toEqual(expect.any(String));
  });

  test('so is the system of a partner that is revoked', async () => {
    const [corporation] = gateways.map(({ url }) => administrator.at(url));
    const [partner, other] = [
      await registerPartner(product, corporation!, 'iin:verify'),
      await registerPartner(product, corporation!, 'iin:verify'),
    ];
    const asked = (iin: string) => ({ missions: questions.missions, iin: verification(iin) });
    const [number, another] = usableNumbers('1985-03-12') as [string, string];
    expect(await everywhere(partner, asked(number))).toEqual(['ANSWERED']);
    await corporation!.ask(
      'mutation R($input: RevokePartnerClientInput!) { revokePartnerClient(input: $input) { partnerClient { id } } }',
      {
        input: { id: partner.id, expectedVersion: partner.version, reason: 'The key was lost' },
      },
    );
    expect(await everywhere(partner, asked(number))).toEqual(['UNAUTHENTICATED']);
    expect(await everywhere(other, asked(another))).toEqual(['ANSWERED']);
  });
});

test('a proof that is brought to two gateways at once is accepted by one', async () => {
  const { newProof, ask } = await signInWithKey(product, consul);
  const answers = async (...proofs: string[]) =>
    (await Promise.all(proofs.map((proof, place) => ask(gateways[place % 2]!.url, '{ me { role } }', proof))))
      .map((answer) => JSON.stringify(answer))
      .toSorted();
  const proof = await newProof();
  const consulIs = '{"me":{"role":"consul"}}';
  expect(await answers(proof, proof, proof, proof)).toEqual([
    '"UNAUTHENTICATED"',
    '"UNAUTHENTICATED"',
    '"UNAUTHENTICATED"',
    consulIs,
  ]);
  expect(await answers(await newProof(), await newProof())).toEqual([consulIs, consulIs]);
});

test('three gateways give together no more attempts to verify a number than one', async () => {
  const iin = await product.start('iin', { PORT: '0' });
  const third = await product.start('gateway', {
    SUBGRAPH_URLS: subgraphUrls(product.ports, { iin: iin.url }),
  });
  const three = [...gateways, third];
  /** What each of the three answers when it is asked about these numbers, all at once. */
  const answers = async ({ at }: Pick<Member, 'at'>, numbers: string[]) => {
    const all = await Promise.all(
      three.flatMap(({ url }) => numbers.map((number) => at(url).send(verification(number)))),
    );
    return Object.groupBy(
      all.map(({ data, codes }) => codes[0] ?? String(data.verifyIin)),
      (answer) => answer,
    );
  };
  const corporation = administrator.at(product.url);
  const [one, other] = [
    await registerPartner(product, corporation, 'iin:verify'),
    await registerPartner(product, corporation, 'iin:verify'),
  ];
  const numbers = usableNumbers('1985-03-12').slice(100, 112);
  const { NO_MATCH: answered, RATE_LIMITED: refused } = await answers(one, numbers);
  expect([answered?.length, refused?.length]).toEqual([30, 6]);
  const aboutOne = await answers(other, Array<string>(4).fill(usableNumbers('1985-03-13')[0]!));
  expect([aboutOne.NO_MATCH?.length, aboutOne.RATE_LIMITED?.length]).toEqual([5, 7]);
  await product.processes.stop([third, iin]);
});

describe('While the database is away', () => {
  const withoutDatabase = async (look: () => Promise<void>) => {
    await product.wayToDatabase.cut();
    await look().finally(() => product.wayToDatabase.mend());
  };

  test('a good token gets UNAVAILABLE and no data, with a proof too', async () => {
    const { newProof, ask } = await signInWithKey(product, manager);
    const withProof = async () => ask(gateways[0]!.url, '{ me { role } }', await newProof());
    const upload = () => consul.at(gateways[0]!.url).upload(smallPdf);
    await withoutDatabase(async () => {
      expect(await everywhere(consul)).toEqual(['UNAVAILABLE']);
      expect(await withProof()).toBe('UNAVAILABLE');
      await expect(upload()).rejects.toThrow('UNAVAILABLE');
    });
    expect(await everywhere(consul)).toEqual(['ANSWERED']);
    expect(await withProof()).toEqual({ me: { role: 'manager' } });
    expect(await upload()).toEqual(expect.any(String));
  });

  test('nobody signs in, accepts an invitation or gets a token: a page says so, and the same form works afterwards', async () => {
    const invitation = await invite(manager.at(product.url), {
      ...product.ofConsul,
      name: 'Ерлан Серік',
      email: 'yerlan@mission.example',
    });
    const started = await startSignIn(product);
    const { email, password, secret } = administrator;
    const submit = () => started.browser.submit(started.page, 'password', { email, password, code: codeOf(secret, 1) });
    const page = { status: 503, html: expect.stringContaining('Something went wrong') };
    await withoutDatabase(async () => {
      expect(await submit()).toMatchObject(page);
      expect((await startSignIn(product)).page).toMatchObject(page);
      expect(await new PlainBrowser(product.url).open(invitation)).toMatchObject(page);
      await expect(administrator.renew()).rejects.toMatchObject({ cause: { status: 503 } });
    });
    expect((await submit()).url.origin).toBe('https://counter.example');
    expect(await new PlainBrowser(product.url).open(invitation)).toMatchObject({ status: 200 });
    expect(await administrator.renew()).toMatchObject({ token: expect.any(String) });
  });

  test('every process is alive and says that it is not ready, also one that starts meanwhile', async () => {
    const all = [product.identity, ...gateways, ...Object.values(subgraphs)];
    const answers = async (path: string) => {
      const texts = all.map(async ({ url }) => (await fetch(url + path)).text());
      return [...new Set(await Promise.all(texts))];
    };
    let late!: StartedProcess;
    await withoutDatabase(async () => {
      late = await product.start('identity', { PORT: '0' });
      expect(await (await fetch(`${late.url}/identity/keys`)).text()).toContain('Something went wrong');
      expect(await answers('/healthz')).toEqual(['{"status":"alive"}']);
      expect(await answers('/readyz')).toEqual(['{"status":"not ready","missing":["database"]}']);
    });
    // Here nothing sends e-mails, which `missions` warns of.
    const warned = '{"status":"ready","warnings":[{"code":"NO_MAILER","until":null}]}';
    expect((await answers('/readyz')).toSorted()).toEqual([warned, '{"status":"ready"}'].toSorted());
    expect(await (await fetch(`${subgraphs.missions.url}/readyz`)).text()).toBe(warned);
    expect(await (await fetch(`${late.url}/identity/keys`)).json()).toEqual({ keys: expect.any(Array) });
    await product.processes.stop([late]);
  });
});

test('another provider is believed by configuration, with its own names of claims; ours is not any more', async () => {
  const agency = await startForeignProvider();
  const missions = await product.start('missions', { ...agency.environment, PORT: '0' });
  const urls = subgraphUrls(product.ports, { missions: missions.url });
  const gateway = await product.start('gateway', { ...agency.environment, SUBGRAPH_URLS: urls });
  const { id, office } = await consulAccount();
  const token = await agency.token({ employee: id, position: 'consul', department: office.id });
  const foreign = (url: string) => new GraphClient(url, () => Promise.resolve(token)).send(questions.missions);
  try {
    expect((await foreign(gateway.url)).codes).toEqual(['UNAVAILABLE']);
    agency.open();
    for (const { url } of [gateway, missions]) {
      expect((await foreign(url)).data).toEqual({ me: { role: 'consul' } });
      expect((await consul.at(url).send(questions.missions)).codes).toEqual(['UNAUTHENTICATED']);
    }
    for (const { url } of [...gateways, subgraphs.missions])
      expect((await foreign(url)).codes).toEqual(['UNAUTHENTICATED']);
  } finally {
    await agency.close();
    await product.processes.stop([gateway, missions]);
  }
});

test('keys change without an interruption: old tokens and renewed ones are believed at both gateways all the time', async () => {
  const kid = ({ token }: { token: string }) => decodeProtectedHeader(token).kid;
  const before = await manager.renew();
  let renewed = before;
  expect(await runTask(product, 'identity', 'rotate-keys')).toMatchObject({ code: 0, errors: '' });
  while (kid(renewed) === kid(before)) {
    await setTimeout(300);
    renewed = await manager.renew();
    for (const { url } of gateways) {
      for (const { at } of [before, renewed]) expect((await at(url).send(questions.missions)).codes).toEqual([]);
    }
  }
  expect(await (await fetch(`${product.url}/identity/keys`)).json()).toMatchObject({
    keys: [{ kid: kid(renewed) }, { kid: kid(before) }],
  });
});

test('attempts to sign in are counted for the address that the balancer names', async () => {
  const browser = new PlainBrowser(product.url, { 'x-forwarded-for': '203.0.113.7' });
  const { page } = await startSignIn(product, browser);
  await browser.submit(page, 'password', { email: 'nobody@mission.example', password: 'x', code: '1' });
  const key = createHash('sha256').update('["sign-in from","203.0.113.7"]').digest('base64url');
  expect((await product.asOwner('select spent from kit.counter where key = $1', [key])).rows).toEqual([{ spent: 1 }]);
});

/** The consul's account, as the manager sees it now. */
async function consulAccount(): Promise<{ id: string; version: number; office: { id: string } }> {
  const { accounts } = await manager
    .at(product.url)
    .ask(
      '{ accounts(filter: { roles: [consul], states: [ACTIVE, BLOCKED] }) { edges { node { id version office { id } } } } }',
    );
  return accounts.edges[0].node;
}

function verification(iin: string): string {
  return `{ verifyIin(iin: "${iin}", surname: "Mustermann", birthDate: "1985-03-12") }`;
}
