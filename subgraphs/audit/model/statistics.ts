import type { Message } from '../../kit/errors/languages.ts';
import type { StatisticsService } from '../../kit/statistics/facts.ts';
import { isId } from '../../kit/ids.ts';
import { ASTANA_ZONE } from '../../kit/terms/calendar.ts';
import { countNames } from '../rules/counts.ts';
import type { Counts } from '../rules/counts.ts';
import type { Dimension } from '../rules/dimensions.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** Which cases are counted, and as of when. */
export interface Counted {
  service: StatisticsService;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  mission?: number | null;
  category?: string | null;
  city?: string | null;
  officeId?: string | null;
  asOf: Temporal.Instant;
}

/** A question, and the values of its places. */
interface Part {
  sql: string;
  values: unknown[];
}

/** The cases, with what stands in none of their columns: whether they have ended by now, and whether they were late then. */
function casesOf({ service, from, until, mission, category, city, officeId, asOf }: Counted): Part {
  const conditions: [string, unknown][] = [
    ['service = ?', service],
    ['received_on >= ?::date', from.toString()],
    ['received_on <= ?::date', until.toString()],
  ];
  if (mission != null)
    conditions.push([`office_id = (select id from kit.office where kind = 'MISSION' and number = ?)`, mission]);
  if (category != null) conditions.push(['category = ?', category]);
  if (city != null) conditions.push(['city = ?', city]);
  if (officeId != null) conditions.push(['office_id = ?', isId(officeId) ? officeId : null]);
  const now = asOf.toString();
  return {
    sql: `cases as materialized (select *, case when ended_at <= ?::timestamptz then ended end as end_now
      from kit.case_statistic where ${conditions.map(([sql]) => sql).join(' and ')})`,
    values: [now, ...conditions.map(([, value]) => value)],
  };
}

const decided = `end_now in ('DONE', 'REFUSED')`;
const metIncident = `exists (select from kit.incident_statistic incident
  where incident.found_at < cases.ended_at and coalesce(incident.ended_at, 'infinity') > cases.received_at)`;

const counting: Readonly<Record<keyof Counts, string>> = {
  received: `end_now is distinct from 'REFUSED_ACCEPTANCE'`,
  inWork: 'end_now is null',
  done: `end_now = 'DONE'`,
  refused: `end_now = 'REFUSED'`,
  refusedAcceptance: `end_now = 'REFUSED_ACCEPTANCE'`,
  endedOtherwise: `end_now = 'ENDED_OTHERWISE'`,
  onTime: `${decided} and late_from is null`,
  late: `${decided} and late_from is not null`,
  lateWithIncident: `${decided} and late_from is not null and service = 'IIN' and ${metIncident}`,
};
const countColumns = countNames
  .map((name) => `count(*) filter (where ${counting[name]})::int as "${name}"`)
  .join(',\n    ');

/** The numbers of all cases. */
export async function countAll(reads: Reads, of: Counted): Promise<Counts> {
  const { sql, values } = casesOf(of);
  const [counts] = await reads.execute<Counts[]>(`with ${sql} select ${countColumns} from cases`, values);
  return counts!;
}

/** By what cases are grouped: the key, and the name where the database holds it. */
const keys: Readonly<Record<Dimension, { key: string; name?: string; join?: string }>> = {
  MISSION: { key: 'office.number::text', name: 'office.name', join: 'join kit.office on office.id = office_id' },
  CATEGORY: { key: 'category' },
  CITY: { key: 'city' },
  OFFICE: { key: 'office.id::text', name: 'office.name', join: 'join kit.office on office.id = office_id' },
  WEEK: { key: `to_char(date_trunc('week', received_on), 'YYYY-MM-DD')` },
  MONTH: { key: `to_char(received_on, 'YYYY-MM')` },
};

/** The numbers of a group, and what the database knows it by. */
export interface CountedGroup {
  key: string;
  /** The name of an office; nothing for other groups. */
  name: Message | null;
  counts: Counts;
}

/** The numbers of each group of cases, in the order of the keys; missions by their numbers. */
export async function countGroups(reads: Reads, of: Counted, by: Dimension): Promise<CountedGroup[]> {
  const { sql, values } = casesOf(of);
  const { key, name = 'null', join = '' } = keys[by];
  const rows = await reads.execute<(Counts & { key: string; name: Message | null })[]>(
    `with ${sql} select ${key} as key, ${name} as name, ${countColumns} from cases ${join}
      where ${key} is not null group by 1, 2 order by ${by === 'MISSION' ? `length(${key}), ` : ''}1`,
    values,
  );
  return rows.map(({ key: known, name: called, ...counts }) => ({ key: known, name: called, counts }));
}

/** How many cases have each code in a column of codes: the grounds of those that are refused now, or the documents that were missing. */
export async function countCodes(
  reads: Reads,
  of: Counted,
  column: 'grounds' | 'missing_documents',
): Promise<{ code: string; count: number }[]> {
  const { sql, values } = casesOf(of);
  return reads.execute(
    `with ${sql} select code, count(*)::int as count from cases, unnest(${column}) as code where end_now is not null group by 1 order by 1`,
    values,
  );
}

/** How long a step took, in hours. */
export interface CountedStep {
  step: string;
  count: number;
  running: number;
  medianHours: number | null;
  percentile90Hours: number | null;
}

/** How long each step took; percentiles are durations that occurred. */
export async function countSteps(reads: Reads, of: Counted): Promise<CountedStep[]> {
  const { sql, values } = casesOf(of);
  const now = of.asOf.toString();
  const hours = 'extract(epoch from ended_at - started_at)::float8 / 3600';
  const percentile = (share: number) =>
    `percentile_disc(${share}) within group (order by ${hours}) filter (where ended)`;
  return reads.execute(
    `with ${sql}, steps as (
       select step, step.started_at, step.ended_at, coalesce(step.ended_at <= ?::timestamptz, false) as ended, end_now
         from cases join kit.case_statistic_step step using (case_id))
     select step, count(*) filter (where ended)::int as count,
       count(*) filter (where not ended)::int as running,
       ${percentile(0.5)} as "medianHours", ${percentile(0.9)} as "percentile90Hours" from steps group by step`,
    [...values, now],
  );
}

/** How many cases in work are so many days old: the day of receipt, and how many of it there are. */
export async function countWaiting(reads: Reads, of: Counted): Promise<{ receivedOn: string; count: number }[]> {
  const { sql, values } = casesOf(of);
  return reads.execute(
    `with ${sql} select received_on::text as "receivedOn", count(*)::int as count from cases where end_now is null group by 1`,
    values,
  );
}

/** On which day how many cases in work have to be acted on, at their earliest due moment; without a day those that are late already. */
export async function countDue(reads: Reads, of: Counted): Promise<{ day: string | null; count: number }[]> {
  const { sql, values } = casesOf(of);
  const lastDay = `((due_before - interval '1 microsecond') at time zone '${ASTANA_ZONE}')::date::text`;
  return reads.execute(
    `with ${sql} select case when due_before > ?::timestamptz then ${lastDay} end as day, count(*)::int as count
      from cases where end_now is null and due_before is not null group by 1 order by 1`,
    [...values, of.asOf.toString()],
  );
}
