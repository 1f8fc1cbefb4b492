import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Message } from '../errors/languages.ts';
import { instant, plainDate } from '../orm/properties.ts';
import { calendarStatuses } from '../terms/calendar.ts';
import { CaseStatisticStepTable, CaseStatisticTable, IncidentStatisticTable } from '../statistics/statistic-tables.ts';
import { NoticeTable } from '../notices/notice-table.ts';
import { accountStates, cities, roles } from '../viewer/roles.ts';
import { pilots } from './pilots.ts';

// What every transaction needs, in the schema `kit`: readable by all subgraphs, each table with one writer.

/** One row: the properties that a database is given when it is set up. */
const Installation = defineEntity({
  name: 'kit.Installation',
  tableName: 'installation',
  schema: 'kit',
  properties: { id: p.integer().primary().autoincrement(false), demo: p.boolean(), setUpAt: instant() },
});

/** What an office is. */
export const officeKinds = ['MISSION', 'MFA', 'MIGRATION_OFFICE', 'SERVICE_CENTRE'] as const;

/** The offices that accounts belong to: missions abroad, the MFA, the migration offices and service centres of the two cities. */
export const OfficeTable = defineEntity({
  name: 'Office',
  tableName: 'office',
  schema: 'kit',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(officeKinds),
    name: p.json().$type<Message>(),
    city: p.enum(cities).nullable(),
    /** Of a mission: its number in Annex 1 of order A. */
    number: p.integer().nullable(),
  },
});

/** The state, role and place of each account, as every transaction reads it; written by `missions`. */
const AccountState = defineEntity({
  name: 'kit.AccountState',
  tableName: 'account_state',
  schema: 'kit',
  properties: {
    id: p.uuid().primary(),
    state: p.enum(accountStates),
    role: p.enum(roles),
    officeId: p.uuid().nullable(),
    city: p.enum(cities).nullable(),
    headOfOffice: p.boolean().default(false),
  },
});

/** Who else than a case's own office may see it, from when until when; opened and closed by the commands that say so. */
const CaseAccess = defineEntity({
  name: 'kit.CaseAccess',
  tableName: 'case_access',
  schema: 'kit',
  properties: {
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    role: p.enum(roles),
    officeId: p.uuid().nullable(),
    city: p.enum(cities).nullable(),
    accountId: p.uuid().nullable(),
    caseId: p.uuid(),
    openedAt: instant(),
    closedAt: instant().nullable(),
  },
  indexes: [{ properties: ['subjectId'] }],
});

/** The years that the working-day calendar knows; written by `missions`. */
export const CalendarYearTable = defineEntity({
  name: 'CalendarYear',
  tableName: 'calendar_year',
  schema: 'kit',
  properties: {
    year: p.integer().primary().autoincrement(false),
    id: p.uuid().unique(),
    version: p.integer().version(),
    status: p.enum(calendarStatuses),
    daysOff: p.type('date[]').columnType('date[]').$type<string[]>(),
    daysWorked: p.type('date[]').columnType('date[]').$type<string[]>(),
  },
});

/** When each pilot takes new applications, and by which order; written by `missions`. */
export const PilotPeriodTable = defineEntity({
  name: 'PilotPeriod',
  tableName: 'pilot_period',
  schema: 'kit',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    pilot: p.enum(pilots),
    validFrom: plainDate(),
    validUntil: plainDate().nullable(),
    orderReference: p.text(),
  },
  uniques: [{ properties: ['pilot', 'validFrom'] }],
});

/** What is counted across processes. Nobody reads it: `kit.spend` counts and tells. */
const Counter = defineEntity({
  name: 'kit.Counter',
  tableName: 'counter',
  schema: 'kit',
  properties: { key: p.text().primary(), spent: p.integer(), endsAt: instant() },
  indexes: [{ properties: ['endsAt'] }],
});

/** All tables of the schema `kit`. */
export const kitTables: EntitySchema[] = [
  Installation,
  OfficeTable,
  AccountState,
  CaseAccess,
  CalendarYearTable,
  PilotPeriodTable,
  Counter,
  NoticeTable,
  CaseStatisticTable,
  CaseStatisticStepTable,
  IncidentStatisticTable,
] as EntitySchema[];
