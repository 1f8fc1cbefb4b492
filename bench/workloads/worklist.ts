import { demoAccount } from '../../installation/demo/accounts.ts';
import missions from '../../installation/reference/missions.json' with { type: 'json' };
import { same, tokensOf } from './workload.ts';
import type { Question, Workload } from './workload.ts';

/** A consul's worklist: a page of the applications of the own mission, with each person and the mission; over three subgraphs. */
export const worklist: Workload = {
  name: 'worklist',
  title: "a page of 50 of a consul's worklist, each application with its person and its mission, over three subgraphs",
  operation: `query Worklist($first: Int!, $after: String) {
    iinApplications(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node {
        id number state category registeredAt dueAt overdue
        applicant { id latinName { surname givenNames } birthDate citizenship iin }
        mission { number city }
      } }
    }
  }`,
  postgraphile: {
    operation: `query Worklist($first: Int!, $offset: Int!) {
      iinApplications: allApplications(first: $first, offset: $offset, orderBy: [ROW_ID_DESC]) {
        pageInfo { hasNextPage endCursor }
        edges { node {
          id: rowId number state category registeredAt dueAt
          applicant { id: rowId latinName birthDate citizenship iin }
          mission { number city }
        } }
      }
    }`,
    variables: ({ first, offset }) => ({ first, offset }),
  },
  questions: async (ground) => {
    const { database, first, page } = ground;
    const pages = page === undefined ? Array.from({ length: 10 }, (_, at) => at) : [page - 1];
    const { rows: offices } = await database.query<{ id: string }>(
      'select office_id as id from iin.application group by 1 having count(*) >= $1 order by count(*) desc limit 20',
      [first * (pages.at(-1)! + 1)],
    );
    const questions: Question[] = [];
    for (const { id: officeId } of offices) {
      const { number } = missions.find(({ id }) => id === officeId)!;
      const tokens = await tokensOf(ground, demoAccount('consul', { mission: number })!, 5);
      const { rows } = await database.query<Row>(
        `select id, number, state, applicant_id as "applicantId", latin_name ->> 'surname' as surname, birth_date::text as "birthDate", iin
           from iin.application where office_id = $1 order by id desc limit $2`,
        [officeId, first * (pages.at(-1)! + 1)],
      );
      for (const at of pages) {
        const last = rows[at * first - 1];
        const after = last && Buffer.from(JSON.stringify([last.id])).toString('base64url');
        const expected = rows.slice(at * first, (at + 1) * first);
        for (const token of tokens)
          questions.push({
            token,
            variables: { first, ...(after && { after }) },
            beside: { offset: at * first, ...(last && { afterId: last.id }) },
            check: (data, thorough) => check(data as Answer, expected, number, thorough),
          });
      }
    }
    return questions;
  },
};

/** An application as the database was filled with it. */
interface Row {
  id: string;
  number: string;
  state: string;
  applicantId: string;
  surname: string;
  birthDate: string;
  iin: string | null;
}

interface Answer {
  iinApplications: {
    edges: {
      node: {
        id: string;
        number: string;
        state: string;
        applicant: { id: string; latinName: { surname: string }; birthDate: string; iin: string | null };
        mission: { number: number };
      };
    }[];
  };
}

function check({ iinApplications: { edges } }: Answer, expected: Row[], mission: number, thorough: boolean): void {
  same('applications', edges.length, expected.length);
  same('the last one', edges.at(-1)!.node.id, expected.at(-1)!.id);
  if (!thorough) return;
  const found = edges.map(({ node: { id, number, state, applicant } }) => ({
    id,
    number,
    state,
    applicantId: applicant.id,
    surname: applicant.latinName.surname,
    birthDate: applicant.birthDate,
    iin: applicant.iin,
  }));
  same('the page', found, expected);
  same('missions', new Set(edges.map(({ node }) => node.mission.number)).size, 1);
  same('the mission', edges[0]!.node.mission.number, mission);
}
