import { demoToken } from '../../installation/demo/tokens.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { partnerId, partners } from '../database/fill.ts';
import { same } from './workload.ts';
import type { Workload } from './workload.ts';

/** A partner system asks whether a number, a surname and a date of birth are of one person. */
export const verify: Workload = {
  name: 'verify',
  title: 'a partner system verifies a number (`verifyIin`), counted and limited by account and by number',
  operation: `query Verify($iin: IIN!, $surname: String!, $birthDate: Date!) { verifyIin(iin: $iin, surname: $surname, birthDate: $birthDate) }`,
  postgraphile: 'what is counted, limited and journalled on the way is no column',
  questions: async ({ database, installation }) => {
    const { rows } = await database.query<{ iin: string; surname: string; birthDate: string }>(
      `select iin, latin_name ->> 'surname' as surname, birth_date::text as "birthDate" from iin.record where latin_name ->> 'surname' like 'SURNAME%' order by iin`,
    );
    const tokens = await Promise.all(
      Array.from({ length: partners }, (_, at) =>
        demoToken(
          installation.secrets.demoSigningKey,
          { id: partnerId(at + 1), name: '', role: 'partner', officeId: null, city: null },
          ['iin:verify'],
          systemClock,
        ),
      ),
    );
    return tokens.map((token, at) => ({
      token,
      variables: rows[at % rows.length]!,
      check: (data) => same('verified', data, { verifyIin: 'MATCH' }),
    }));
  },
};
