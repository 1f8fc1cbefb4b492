import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { AccountMutations, AccountQueries } from './graph/accounts.ts';
import { MeQuery, OfficeFields } from './graph/me.ts';
import { MissionQueries } from './graph/mission-queries.ts';
import { PartnerClientFields, PartnerClients } from './graph/partner-clients.ts';
import { SignInMutations } from './graph/sign-in.ts';
import { TermQuery } from './graph/term-query.ts';
import { AccountTable } from './model/account.ts';
import { accountsById, missionsById, missionsByNumber } from './model/loaders.ts';
import { MissionTable } from './model/mission.ts';
import { partnerClientsById, PartnerClientTable } from './model/partner-client.ts';
import { OfficeTable } from '../kit/model/tables.ts';
import { accountProblems, partnerClientProblems } from './rules/problems.ts';

describeProblems(accountProblems);
describeProblems(partnerClientProblems);

/** Missions, offices, the accounts of those who act, and the calendar that their terms are counted by. */
export const missions: SubgraphDefinition = {
  name: 'missions',
  resolvers: [
    MissionQueries,
    MeQuery,
    OfficeFields,
    TermQuery,
    AccountQueries,
    AccountMutations,
    SignInMutations,
    PartnerClientFields,
    PartnerClients,
  ],
  entities: [MissionTable, AccountTable, OfficeTable, PartnerClientTable, eventTable('missions', 'missions.account')],
  references: {
    Mission: (context, key) =>
      'number' in key ? context.load(missionsByNumber, String(key.number)) : context.load(missionsById, String(key.id)),
    Account: byId(accountsById),
    PartnerClient: byId(partnerClientsById),
  },
};
