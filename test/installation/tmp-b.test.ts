import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import offices from '../../installation/reference/offices.json' with { type: 'json' };
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import { usableNumbers } from '../proofs/usable-numbers.ts';
import { smallPdf } from '../support/counter.ts';
import { startSignIn, codeOf } from '../support/sign-in.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { subgraphUrls } from './separate-processes-environments.ts';
import type { StartedProcess } from './separate-processes-group.ts';
import { setUpInstallation } from './separate-processes-installation.ts';
import type { SeparateInstallation } from './separate-processes-installation.ts';
import { startBalancer } from './separate-processes-network.ts';
import type { Balancer } from './separate-processes-network.ts';
import { invite, join, registerPartner, signInWithKey } from './separate-processes-people.ts';
import type { Member } from './separate-processes-people.ts';

// A new installation, not a demo one: people sign in at the identity provider, which is a process like the subgraphs and the gateways, behind one balancer.
jest.setTimeout(120_000);

let balancer: Balancer;
let installation: SeparateInstallation;
let created: Awaited<ReturnType<typeof create>>;
let gateways: StartedProcess[];
let subgraphs: Record<SubgraphName, StartedProcess>;
let administrator: Member;
let manager: Member;
let consul: Member; let idp: StartedProcess;

beforeAll(async () => {
  balancer = await startBalancer();
  installation = await setUpInstallation({ demo: false, publicUrl: balancer.url });
  const [identity, first, second, ...others] = await Promise.all([
    installation.start('identity'),
    installation.start('gateway'),
    installation.start('gateway'),
    ...subgraphNames.map((name) => installation.start(name)),
  ]);
  gateways = [first, second]; idp = identity;
  subgraphs = Object.fromEntries(subgraphNames.map((name, place) => [name, others[place]!])) as typeof subgraphs;
  balancer.setTargets({ identity: identity.url, gateways: gateways.map(({ url }) => url) });
  created = await create();

  const [link] = /http\S+/.exec(created.output)!;
  administrator = await join(balancer, 'aigerim@corporation.example', link);
  manager = await join(
    balancer,
    'daniyar@mfa.example',
    await invite(administrator.at(balancer.url), {
      ...{ name: 'Данияр Сейтқали', email: 'daniyar@mfa.example', role: 'manager' },
      officeId: offices.find(({ kind }) => kind === 'MFA')!.id,
    }),
  );
  const { mission } = await manager.at(balancer.url).ask('{ mission(number: 13) { id } }');
  consul = await join(
    balancer,
    'saule@mission.example',
    await invite(manager.at(balancer.url), {
      ...{ name: 'Сәуле Ахметова', email: 'saule@mission.example', role: 'consul' },
      officeId: mission.id,
    }),
  );
});
afterAll(async () => {
  await installation?.end();
  await balancer?.close();
});

const me = '{ me { role account { name } office { kind } } }';

describe('A new installation', () => {
  test('tells the link of its first administrator once, and the link works once', async () => {
    expect(created).toMatchObject({ code: 0, errors: '' });
    expect(created.output).toContain(`  ${balancer.url}/identity/invitation/`);
    expect(await create()).toMatchObject({
      code: 1,
      output: '',
      errors: expect.stringContaining('an administrator already'),
    });
    expect((await new PlainBrowser(balancer.url).open(/http\S+/.exec(created.output)![0])).status).toBe(410);
  });

  test('knows at every gateway who signed in, each created by who manages them', async () => {
    for (const { url } of [balancer, ...gateways]) {
      expect(await administrator.at(url).ask(me)).toEqual({
        me: { role: 'state_corporation', account: { name: 'Айгерім Нұрланова' }, office: null },
      });
      expect((await manager.at(url).ask(me)).me).toMatchObject({ role: 'manager', office: { kind: 'MFA' } });
      expect((await consul.at(url).ask(me)).me).toMatchObject({ role: 'consul', office: { kind: 'MISSION' } });
    }
  });
});

/** Something that is answered to a consul, or to a partner, in each subgraph. */
const questions = {
  missions: '{ me { role } }',
  applicants: '{ applicants(first: 1) { edges { node { id } } } }',
  iin: '{ iinApplications(first: 1) { edges { node { id } } } }',
};
const everywhere = async ({ at }: Pick<Member, 'at'>, { ...asked }: Partial<typeof questions> = questions) => {
  const names = Object.keys(asked) as (keyof typeof asked)[];
  const places = names.flatMap((name) =>
    [...gateways, subgraphs[name]].map(({ url }) => [url, asked[name]!] as const),
  );
  const answers = await Promise.all(places.map(([url, question]) => at(url).send(question)));
  return new Set(answers.map(({ codes }) => codes.join()));
};

describe('Blocking takes effect everywhere at once', () => {
  test('a consul is out at both gateways and at every subgraph with the very next request, and back again', async () => {
    const change = async (action: 'blockAccount' | 'unblockAccount', gateway: StartedProcess) => {
      const { accounts } = await manager.at(gateway.url).ask('{ accounts { edges { node { id version role } } } }');
      const { id, version } = accounts.edges.map(({ node }) => node).find(({ role }) => role === 'consul');
      const input = { id, expectedVersion: version, reason: 'On leave' };
      await manager
        .at(gateway.url)
        .ask(`mutation C($input: ChangeAccountInput!) { ${action}(input: $input) { account { id } } }`, { input });
    };
    const upload = () => consul.at(gateways[1]!.url).upload(smallPdf);

    expect(await everywhere(consul)).toEqual(new Set(['']));
    await change('blockAccount', gateways[0]!);
    expect(await everywhere(consul)).toEqual(new Set(['UNAUTHENTICATED']));
    await expect(upload()).rejects.toThrow('UNAUTHENTICATED');
    await change('unblockAccount', gateways[1]!);
    expect(await everywhere(consul)).toEqual(new Set(['']));
    expect(await upload()).toEqual(expect.any(String));
  });

  test('so is the system of a partner that is revoked', async () => {
    const [corporation] = gateways.map(({ url }) => administrator.at(url));
    const [partner, other] = [
      await registerPartner(balancer, corporation!, 'iin:verify'),
      await registerPartner(balancer, corporation!, 'iin:verify'),
    ];
    const asked = { missions: questions.missions, iin: verification('850312090019') };
    expect(await everywhere(partner, asked)).toEqual(new Set(['']));
    await corporation!.ask(
      'mutation R($input: RevokePartnerClientInput!) { revokePartnerClient(input: $input) { partnerClient { id } } }',
      {
        input: { id: partner.id, expectedVersion: partner.version, reason: 'The key was lost' },
      },
    );
    expect(await everywhere(partner, asked)).toEqual(new Set(['UNAUTHENTICATED']));
    expect(await everywhere(other, asked)).toEqual(new Set(['']));
  });
});

test('a proof that is brought to two gateways at once is accepted by one', async () => {
  const { newProof, ask } = await signInWithKey(balancer, consul);
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
  const iin = await installation.start('iin', { PORT: '0' });
  const third = await installation.start('gateway', {
    SUBGRAPH_URLS: subgraphUrls(installation.ports, { iin: iin.url }),
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
  const corporation = administrator.at(balancer.url);
  const [one, other] = [
    await registerPartner(balancer, corporation, 'iin:verify'),
    await registerPartner(balancer, corporation, 'iin:verify'),
  ];
  const numbers = usableNumbers('1985-03-12').slice(100, 112);
  const { NO_MATCH: answered, RATE_LIMITED: refused } = await answers(one, numbers);
  expect([answered?.length, refused?.length]).toEqual([30, 6]);
  const aboutOne = await answers(other, Array<string>(4).fill(usableNumbers('1985-03-13')[0]!));
  expect([aboutOne.NO_MATCH?.length, aboutOne.RATE_LIMITED?.length]).toEqual([5, 7]);
  await installation.processes.stop([third, iin]);
});

describe('While the database is away', () => {
  const withoutDatabase = async (look: () => Promise<void>) => {
    await installation.wayToDatabase.cut();
    await look().finally(() => installation.wayToDatabase.mend());
  };

  test('who has a good token gets UNAVAILABLE and nothing else, and is answered when it is back', async () => {
    const keyed = await signInWithKey(balancer, consul); const before = await startSignIn(balancer);
    await withoutDatabase(async () => {
      const c = await everywhere(consul); console.log(c);
      for (const url of [...gateways, ...Object.values(subgraphs)].map(({url}) => url)) {
        const a = await consul.at(url).send('{ me { role } missions(first: 1) { totalCount } }'); console.log(url, JSON.stringify(a));
      }
      console.log(await consul.at(gateways[0]!.url).upload(smallPdf).catch((e) => e.message));
      const { newProof, ask } = keyed;
      console.log(await ask(gateways[0]!.url, '{ me { role } }', await newProof()));
      const r = await fetch(balancer.url + '/identity/authorize?client_id=counter', { redirect: 'manual' }); console.log(r.status, (await r.text()).slice(0,1500));
      const s = await startSignIn(balancer).catch(e => e); console.log('start', s);
      const b = await before.browser.submit(before.page, 'password', { email: consul.email, password: consul.password, code: codeOf(consul.secret, 1)}); console.log(b);
      console.log(await consul.renew().catch(e => e));
      console.log(await (await fetch(balancer.url + '/identity/invitation/x')).status);
      for (const url of [...gateways, ...Object.values(subgraphs), idp].map(({url}) => url)) { const r = await fetch(url + '/readyz'); console.log(url, r.status, await r.text()); }
      await new Promise(r => setTimeout(r, 31000));
      for (const url of [idp].map(({url}) => url)) { const r = await fetch(url + '/readyz'); console.log(url, r.status, await r.text()); }
      { const r = await fetch(balancer.url + '/identity/keys'); console.log(r.status, (await r.text()).slice(0,1500)); }
      { const r = await fetch(balancer.url + '/identity/authorize?client_id=counter', { redirect: 'manual' }); console.log(r.status, (await r.text()).slice(0,1500)); }
    });
    console.log(idp.log.slice(-12));
  });
});

function create() {
  return admin('missions', 'create', 'Айгерім Нұрланова', 'aigerim@corporation.example');
}

/** Runs an administrator's task with the environment of a process. */
function admin(process: 'missions' | 'identity', ...task: string[]) {
  const environment = { ...installation.environments[process], ADMIN_OF: 'process' };
  return installation.processes.run('installation/admin/admin-command.ts', environment, ...task);
}

function verification(iin: string): string {
  return `{ verifyIin(iin: "${iin}", surname: "Mustermann", birthDate: "1985-03-12") }`;
}
