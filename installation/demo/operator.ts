import { change, fullName, minute } from './application.ts';
import type { Application, Name } from './application.ts';
import type { Client } from './client.ts';
import { detail, step } from './screen.ts';

interface Waiting extends Application {
  latinName: Name;
  mission: { city: string } | null;
  dueAt: string;
}

interface Worklist {
  iinApplications: { totalCount: number; edges: { node: Waiting }[] };
}

/** Looks at what waits, and shows the oldest few. */
export async function readWorklist(operator: Client): Promise<void> {
  const { iinApplications } = await step(
    operator,
    () => operator.send<Worklist>('iin_operator/worklist', { last: 5 }),
    ({ iinApplications: { totalCount } }) => `opens the worklist: ${totalCount} waiting`,
  );
  const rows = iinApplications.edges.toReversed().map(({ node: { number, latinName, mission, dueAt } }) => {
    const from = mission?.city ?? 'MFA';
    return `${number}  ${fullName(latinName).padEnd(20)}  ${from.padEnd(8)}  due ${minute(dueAt)}`;
  });
  detail(rows);
}

/** Takes an application and forms the number (A§11). */
export async function formIin(operator: Client, application: Application): Promise<void> {
  const taken = await step(
    operator,
    () => change(operator, 'iin_operator/take-iin-application', application),
    ({ number }) => `takes ${number}`,
  );
  await step(
    operator,
    () => change<{ iin: string }>(operator, 'iin_operator/form-iin', taken),
    ({ number, iin }) => `forms the number for ${number}: ${iin} (A§11)`,
  );
}
