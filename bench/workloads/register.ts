import { demoAccount } from '../../installation/demo/accounts.ts';
import missions from '../../installation/reference/missions.json' with { type: 'json' };
import { tokensOf } from './workload.ts';
import type { Question, Workload } from './workload.ts';

/** How many people each of some missions registers applications of. */
const people = 500;

/** A consul registers an application: the one that writes. */
export const register: Workload = {
  name: 'register',
  title: 'a consul registers an application, with everything that is checked, written and told on the way (a change)',
  operation: `mutation Register($input: RegisterIinApplicationInput!) {
    registerIinApplication(input: $input) { __typename ... on IinApplication { id version number state dueAt } }
  }`,
  postgraphile: 'it is a rule and several tables, and not the insertion of a row',
  changes: true,
  questions: async (ground) => {
    const questions: Question[] = [];
    for (const { id: officeId, number } of missions.slice(0, 20)) {
      const tokens = await tokensOf(ground, demoAccount('consul', { mission: number })!, 5);
      const { rows } = await ground.database.query<{ id: string }>(
        'select id from applicants.applicant where office_id = $1 limit $2',
        [officeId, people],
      );
      questions.push(
        ...rows.map(({ id: applicantId }, at): Question => ({
          token: tokens[at % tokens.length]!,
          variables: { input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' } },
          check: (data) => check(data as Answer),
        })),
      );
    }
    return questions;
  },
};

interface Answer {
  registerIinApplication: { __typename: string; number: string; state: string };
}

/** Each got a number of its own; that none is given twice the database itself sees to. */
function check({ registerIinApplication: { __typename, number, state } }: Answer): void {
  if (__typename !== 'IinApplication' || !/^IIN-\d{4}-\d{6}$/.test(number) || state !== 'REGISTERED')
    throw new Error('Not registered');
}
