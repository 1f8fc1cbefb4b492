import { readHistory } from '../../kit/events/read-events.ts';
import { countingJobs } from '../../kit/statistics/count.ts';
import { termsByCase } from '../../kit/terms/clocks.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { factsOfCase, factsOfPetition } from '../rules/statistics.ts';

/** Keep the statistics of petitions and of residence cases. */
export const residenceCounting = countingJobs({
  subgraph: 'residence',
  tables: ['residence.petition', 'residence.residence_case'],
  factsOf: async (em, ids) => {
    const some = { id: { $in: [...ids] } };
    const petitions = await em.find(Petition, some, { fields: ['id', 'submittedAt'] });
    const cases = await em.find(ResidenceCase, some, { fields: ['id', 'city', 'state', 'lapsesAt'] });
    const offices = await em.execute<{ id: string; city: string }[]>(
      `select id, city from kit.office where kind = 'MIGRATION_OFFICE'`,
    );
    const officeOf = new Map(offices.map(({ id, city }) => [city, id]));
    const histories = await readHistory(em, 'residence', ids);
    const terms = await termsByCase(em, CaseTermTable, ids);
    const ofCase = (id: string) => [histories.get(id) ?? [], terms.get(id) ?? []] as const;
    return [
      ...petitions.map((petition) => factsOfPetition(petition, ...ofCase(petition.id))),
      ...cases
        .filter(({ id }) => histories.has(id))
        .map(({ id, city, state, lapsesAt }) =>
          factsOfCase({ id, city, state, lapsesAt, officeId: officeOf.get(city) ?? null }, ...ofCase(id)),
        ),
    ];
  },
});
