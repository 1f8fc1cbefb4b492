import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { AccountMutations, AccountQueries } from './graph/accounts.ts';
import { Calendar } from './graph/calendar.ts';
import { ForeignRepresentations } from './graph/foreign-representations.ts';
import { MeQuery } from './graph/me.ts';
import { MissionQueries } from './graph/mission-queries.ts';
import { PartnerClientFields, PartnerClients } from './graph/partner-clients.ts';
import { PilotPeriodFields, Pilots } from './graph/pilots.ts';
import { SignInMutations } from './graph/sign-in.ts';
import { OfficeQueries } from './graph/office-queries.ts';
import { TermQuery } from './graph/term-query.ts';
import { AccountTable } from './model/account.ts';
import { foreignRepresentationsById, ForeignRepresentationTable } from './model/foreign-representation.ts';
import { accountsById, missionsById, missionsByNumber } from './model/loaders.ts';
import { MissionTable } from './model/mission.ts';
import { partnerClientsById, PartnerClientTable } from './model/partner-client.ts';
import { CalendarYearTable, OfficeTable, PilotPeriodTable } from '../kit/model/tables.ts';
import { almatyDate } from '../kit/terms/calendar.ts';
import { workingCalendar } from '../kit/terms/working-calendar.ts';
import { calendarWarnings } from './rules/calendar.ts';
import { calendarProblems } from './rules/calendar-problems.ts';
import { accountProblems, partnerClientProblems } from './rules/problems.ts';
import { representationTexts } from './rules/representation-problems.ts';

describeProblems(accountProblems);
describeProblems(partnerClientProblems);
describeProblems(calendarProblems);
describeProblems(representationTexts);

/** Missions, offices, foreign representations, the accounts of those who act, and the calendar that their terms are counted by. */
export const missions: SubgraphDefinition = {
  name: 'missions',
  resolvers: [
    MissionQueries,
    MeQuery,
    OfficeQueries,
    TermQuery,
    Calendar,
    Pilots,
    PilotPeriodFields,
    ForeignRepresentations,
    AccountQueries,
    AccountMutations,
    SignInMutations,
    PartnerClientFields,
    PartnerClients,
  ],
  entities: [
    MissionTable,
    AccountTable,
    OfficeTable,
    PartnerClientTable,
    CalendarYearTable,
    PilotPeriodTable,
    ForeignRepresentationTable,
    eventTable(
      'missions',
      'missions.account',
      'kit.calendar_year',
      'kit.pilot_period',
      'missions.foreign_representation',
    ),
  ],
  references: {
    Mission: (context, key) =>
      'number' in key ? context.load(missionsByNumber, String(key.number)) : context.load(missionsById, String(key.id)),
    Account: byId(accountsById),
    PartnerClient: byId(partnerClientsById),
    ForeignRepresentation: byId(foreignRepresentationsById),
  },
  warnings: async (em, { clock }) => calendarWarnings(await workingCalendar(em), almatyDate(clock.now())),
};
