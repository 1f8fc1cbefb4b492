import { readHistory } from '../../kit/events/read-events.ts';
import { countingJobs } from '../../kit/statistics/count.ts';
import type { CaseFacts } from '../../kit/statistics/facts.ts';
import { keepIncident } from '../../kit/statistics/keep-facts.ts';
import { AcceptanceRefusal } from '../model/acceptance-refusal.ts';
import { IinApplication } from '../model/application.ts';
import { Incident } from '../model/incident.ts';
import { factsOfAcceptanceRefusal, factsOfApplication } from '../rules/statistics.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** Keep the statistics of applications and of refusals to accept one, and the failures on the operators' side. */
export const iinCounting = countingJobs({
  subgraph: 'iin',
  tables: ['iin.application', 'iin.acceptance_refusal', 'iin.incident'],
  factsOf: async (reads, ids) => {
    const some = { id: { $in: [...ids] } };
    for (const incident of await reads.find(Incident, some)) await keepIncident(reads, incident);
    const refusals = await reads.find(AcceptanceRefusal, some);
    return [...(await applicationsOf(reads, ids)), ...refusals.map((refusal) => factsOfAcceptanceRefusal(refusal))];
  },
});

async function applicationsOf(reads: Reads, ids: readonly string[]): Promise<CaseFacts[]> {
  const fields = ['id', 'officeId', 'category', 'registeredAt'] as const;
  const applications = await reads.find(IinApplication, { id: { $in: [...ids] } }, { fields });
  const histories = await readHistory(reads, 'iin', ids);
  return applications.map((application) => factsOfApplication(application, histories.get(application.id) ?? []));
}
