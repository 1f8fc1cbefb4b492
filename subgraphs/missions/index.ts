import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { NoticeTable } from '../kit/notices/notice-table.ts';
import { deliverDue, deliverNotices } from './deliveries/deliver.ts';
import { AccountMutations, AccountQueries } from './graph/accounts.ts';
import { Calendar } from './graph/calendar.ts';
import { ForeignRepresentations } from './graph/foreign-representations.ts';
import { MeQuery } from './graph/me.ts';
import { MissionQueries } from './graph/mission-queries.ts';
import { PartnerClientFields, PartnerClients } from './graph/partner-clients.ts';
import { PilotPeriodFields, Pilots } from './graph/pilots.ts';
import { MeNotifications, NotificationFields } from './graph/notifications.ts';
import { SignInMutations } from './graph/sign-in.ts';
import { OfficeQueries } from './graph/office-queries.ts';
import { TermQuery } from './graph/term-query.ts';
import { Deliveries } from './graph/deliveries.ts';
import { WebhookFields, Webhooks } from './graph/webhooks.ts';
import { WebhookTable } from './model/webhook.ts';
import { webhookTexts } from './rules/webhooks.ts';
import { AccountTable } from './model/account.ts';
import { DeliveryTable } from './model/delivery.ts';
import { foreignRepresentationsById, ForeignRepresentationTable } from './model/foreign-representation.ts';
import { accountsById, missionsById, missionsByNumber } from './model/loaders.ts';
import { MissionTable } from './model/mission.ts';
import { NotificationPreferenceTable, NotificationReadTable } from './model/notification.ts';
import { partnerClientsById, PartnerClientTable } from './model/partner-client.ts';
import { CalendarYearTable, OfficeTable, PilotPeriodTable } from '../kit/model/tables.ts';
import { almatyDate } from '../kit/terms/calendar.ts';
import { workingCalendar } from '../kit/terms/working-calendar.ts';
import { calendarWarnings } from './rules/calendar.ts';
import { calendarProblems } from './rules/calendar-problems.ts';
import { notificationProblems } from './rules/notifications.ts';
import { accountProblems, partnerClientProblems } from './rules/problems.ts';
import { representationTexts } from './rules/representation-problems.ts';

describeProblems(accountProblems);
describeProblems(partnerClientProblems);
describeProblems(calendarProblems);
describeProblems(notificationProblems);
describeProblems(representationTexts);
describeProblems(webhookTexts);

/** Missions, offices, foreign representations, the accounts of those who act, and the calendar that their terms are counted by. */
export const missions: SubgraphDefinition = {
  name: 'missions',
  resolvers: [
    MissionQueries,
    MeQuery,
    MeNotifications,
    NotificationFields,
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
    WebhookFields,
    Webhooks,
    Deliveries,
  ],
  entities: [
    MissionTable,
    AccountTable,
    OfficeTable,
    PartnerClientTable,
    WebhookTable,
    CalendarYearTable,
    PilotPeriodTable,
    ForeignRepresentationTable,
    NotificationReadTable,
    NotificationPreferenceTable,
    NoticeTable,
    DeliveryTable,
    eventTable(
      'missions',
      'missions.account',
      'kit.calendar_year',
      'kit.pilot_period',
      'missions.foreign_representation',
      'missions.webhook',
    ),
  ],
  references: {
    Mission: (context, key) =>
      'number' in key ? context.load(missionsByNumber, String(key.number)) : context.load(missionsById, String(key.id)),
    Account: byId(accountsById),
    PartnerClient: byId(partnerClientsById),
    ForeignRepresentation: byId(foreignRepresentationsById),
  },
  jobs: { deliverNotices, deliverDue },
  schedule: { deliverDue: '* * * * *' },
  warnings: async (em, { clock, mailer, demo }) => [
    ...calendarWarnings(await workingCalendar(em), almatyDate(clock.now())),
    ...(mailer || demo ? [] : [{ code: 'NO_MAILER', until: null }]),
  ],
};
