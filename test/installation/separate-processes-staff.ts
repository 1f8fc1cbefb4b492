import offices from '../../installation/reference/offices.json' with { type: 'json' };
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import type { ProcessGroup, StartedProcess } from './separate-processes-group.ts';
import { setUpInstallation } from './separate-processes-installation.ts';
import type { SeparateInstallation } from './separate-processes-installation.ts';
import { startBalancer } from './separate-processes-network.ts';
import { invite, join } from './separate-processes-people.ts';
import type { Member } from './separate-processes-people.ts';

/** A new installation, not a demo one, with all its processes and its first people. */
export interface StaffedInstallation extends SeparateInstallation {
  /** Where people reach it. */
  url: string;
  identity: StartedProcess;
  gateways: readonly [StartedProcess, StartedProcess];
  subgraphs: Record<SubgraphName, StartedProcess>;
  /** What the command said that created the administrator. */
  created: Awaited<ReturnType<typeof createAdministrator>>;
  administrator: Member;
  manager: Member;
  consul: Member;
  /** What a consul's account is: the role, and the office. */
  ofConsul: { role: string; officeId: string };
}

/** Starts the processes behind a balancer; the administrator creates the manager, and the manager a consul. */
export async function startStaffedInstallation(): Promise<StaffedInstallation> {
  const balancer = await startBalancer();
  const installation = await setUpInstallation({ demo: false, publicUrl: balancer.url });
  const [identity, first, second, ...others] = await Promise.all([
    installation.start('identity'),
    installation.start('gateway'),
    installation.start('gateway'),
    ...subgraphNames.map((name) => installation.start(name)),
  ]);
  balancer.setTargets({ identity: identity.url, gateways: [first.url, second.url] });

  const created = await createAdministrator(installation);
  const [link] = /http\S+/.exec(created.output)!;
  const administrator = await join(balancer, administratorEmail, link);
  const ofManager = { role: 'manager', officeId: offices.find(({ kind }) => kind === 'MFA')!.id };
  const manager = await invited(administrator, { ...ofManager, name: 'Данияр Сейтқали', email: 'daniyar@mfa.example' });
  const { mission } = await manager.at(balancer.url).ask('{ mission(number: 13) { id } }');
  const ofConsul = { role: 'consul', officeId: mission.id as string };
  const consul = await invited(manager, { ...ofConsul, name: 'Сәуле Ахметова', email: 'saule@mission.example' });

  return {
    ...installation,
    ...{ url: balancer.url, identity, gateways: [first, second], created, administrator, manager, consul, ofConsul },
    subgraphs: Object.fromEntries(subgraphNames.map((name, place) => [name, others[place]!])) as never,
    end: async () => {
      await installation.end();
      await balancer.close();
    },
  };

  async function invited(creator: Member, account: { email: string; [field: string]: string }): Promise<Member> {
    return join(balancer, account.email, await invite(creator.at(balancer.url), account));
  }
}

const administratorEmail = 'aigerim@corporation.example';

/** Runs the command that creates the first administrator. */
export function createAdministrator(installation: SeparateInstallation): ReturnType<ProcessGroup['run']> {
  return runTask(installation, 'missions', 'create', 'Айгерім Нұрланова', administratorEmail);
}

/** Runs an administrator's task with the environment of a process. */
export function runTask(
  { processes, environments }: SeparateInstallation,
  process: 'missions' | 'iin' | 'identity',
  ...task: string[]
): ReturnType<ProcessGroup['run']> {
  const environment = { ...environments[process], ADMIN_OF: 'process' };
  return processes.run('installation/admin/admin-command.ts', environment, ...task);
}
