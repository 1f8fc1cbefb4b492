import { defineEntity, p } from '@mikro-orm/postgresql';
import { instant, plainDate } from '../orm/properties.ts';
import { cities } from '../viewer/roles.ts';
import { caseEnds, statisticsServices } from './facts.ts';

// What statistics know of cases: written by the subgraphs' jobs through functions of the database, read by `audit` alone. No personal data.

/** One row for each case, and for each refusal to accept one. */
export const CaseStatisticTable = defineEntity({
  name: 'kit.CaseStatistic',
  tableName: 'case_statistic',
  schema: 'kit',
  properties: {
    caseId: p.uuid().primary(),
    service: p.enum(statisticsServices),
    officeId: p.uuid().nullable(),
    category: p.text().nullable(),
    city: p.enum(cities).nullable(),
    /** The day of receipt, Astana date. */
    receivedOn: plainDate(),
    receivedAt: instant(),
    /** When and how it ended; in the future where it does by the clock. */
    endedAt: instant().nullable(),
    ended: p.enum(caseEnds).nullable(),
    lateFrom: instant().nullable(),
    dueBefore: instant().nullable(),
    grounds: p.type('text[]').columnType('text[]').$type<string[]>(),
    missingDocuments: p.type('text[]').columnType('text[]').$type<string[]>(),
  },
  indexes: [{ properties: ['service', 'receivedOn'] }, { properties: ['officeId', 'receivedOn'] }],
});

/** The steps of each case, in the order in which they began. */
export const CaseStatisticStepTable = defineEntity({
  name: 'kit.CaseStatisticStep',
  tableName: 'case_statistic_step',
  schema: 'kit',
  properties: {
    caseId: p.uuid().primary(),
    ordinal: p.integer().primary(),
    step: p.text(),
    startedAt: instant(),
    endedAt: instant().nullable(),
  },
});

/** When the operators' side failed (A§14). */
export const IncidentStatisticTable = defineEntity({
  name: 'kit.IncidentStatistic',
  tableName: 'incident_statistic',
  schema: 'kit',
  properties: { incidentId: p.uuid().primary(), foundAt: instant(), endedAt: instant().nullable() },
});
