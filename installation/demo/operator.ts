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

interface Candidate {
  candidateId: string;
  strength: string;
  record: { id: string; iin: string } | null;
  application: Application & { state: string };
}

interface Candidates {
  possibleDuplicates: { edges: { node: Candidate }[] };
}

/** Takes an application, and decides: the number is formed (A§11), or refused to who has one already, as when the demo is run again (A§13). */
export async function decide(operator: Client, application: Application): Promise<void> {
  const taken = await step(
    operator,
    () => change(operator, 'iin_operator/take-iin-application', application),
    ({ number }) => `takes ${number}`,
  );
  const found = await step(
    operator,
    async () =>
      (await operator.send<Candidates>('iin_operator/possible-duplicates', { applicationId: taken.id }))
        .possibleDuplicates.edges,
    ({ length }) => `looks whether the person is known already: ${length === 0 ? 'nobody alike' : `${length} alike`}`,
  );
  const alike = found.map(({ node }) => node).filter(({ strength }) => strength === 'STRONG');
  const known = alike.find(({ record }) => record);
  if (known?.record) return refuse(operator, taken, known.candidateId, known.record);
  for (const { application: leftOver } of alike) await clearAway(operator, leftOver);
  await form(operator, taken);
}

/** Refuses an application of the same person that a run of the demo left open when it was broken off. */
async function clearAway(operator: Client, leftOver: Candidate['application']): Promise<void> {
  const input = {
    grounds: ['NOT_COMPLIANT_WITH_REQUIREMENTS'],
    reason: 'Өтініш қайта берілді. Заявление подано заново.',
    marks: [
      { field: 'DOCUMENT_NUMBER', remark: 'Осы құжатпен қайта өтініш берілді. Подано заново с этим документом.' },
    ],
  };
  await step(
    operator,
    async () => {
      const taken =
        leftOver.state === 'REGISTERED'
          ? await change(operator, 'iin_operator/take-iin-application', leftOver)
          : leftOver;
      return change(operator, 'iin_operator/refuse-iin', taken, input);
    },
    ({ number }) => `refuses ${number}, which was left open`,
  );
}

async function form(operator: Client, taken: Application): Promise<void> {
  await step(
    operator,
    () => change<{ iin: string }>(operator, 'iin_operator/form-iin', taken),
    ({ number, iin }) => `forms the number for ${number}: ${iin} (A§11)`,
  );
}

async function refuse(
  operator: Client,
  taken: Application,
  candidateId: string,
  record: { id: string; iin: string },
): Promise<void> {
  const decided = await step(
    operator,
    () =>
      change(operator, 'iin_operator/decide-duplicate', taken, {
        candidateId,
        decision: 'SAME_PERSON',
        reason: 'The same passport',
      }),
    () => `decides that it is the person who has ${record.iin}`,
  );
  await step(
    operator,
    () =>
      change(operator, 'iin_operator/refuse-iin', decided, {
        grounds: ['IIN_ALREADY_REGISTERED'],
        reason: 'Нөмір бұрын берілген. Номер уже присвоен.',
        existingRecordId: record.id,
      }),
    ({ number }) => `refuses ${number}: the number is there already (A§13)`,
  );
}
