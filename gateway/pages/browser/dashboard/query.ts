import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';
import type { Filters, Service } from './filters.ts';

/** How many; null where the graph holds a small number back. */
export type Count = number | null;

/** The headline numbers, in the order in which they are shown. */
export const countNames = [
  'received',
  'inWork',
  'done',
  'refused',
  'endedOtherwise',
  'refusedAcceptance',
  'onTime',
  'late',
  'lateWithIncident',
] as const;

/** What is asked of the statistics for each picture, and for the headline numbers. */
export const selections = {
  counts: `counts {
      ${countNames.join('\n      ')}
    }`,
  overdue: 'overdue',
  weeks: `weeks: groups(by: WEEK) {
      key
      counts { onTime late lateWithIncident }
    }`,
  queueAges: `queueAges {
      fromDays
      toDays
      count
    }`,
  dueSoon: `dueSoon(days: 10) {
      day
      count
    }`,
  missions: ranked('missions', 'MISSION'),
  categories: ranked('categories', 'CATEGORY'),
  cities: ranked('cities', 'CITY'),
  offices: ranked('offices', 'OFFICE'),
  steps: `steps {
      step
      name { kk ru en }
      count
      running
      medianHours
      percentile90Hours
    }`,
  refusalGrounds: reasons('refusalGrounds'),
  missingDocuments: reasons('missingDocuments'),
};

/** A part of the statistics that is asked for. */
export type Part = keyof typeof selections;

/** The pictures of each service, in the order in which they are shown. */
export const pictures = {
  IIN: ['weeks', 'queueAges', 'dueSoon', 'missions', 'categories', 'refusalGrounds', 'missingDocuments', 'steps'],
  PETITION: ['weeks', 'queueAges', 'dueSoon', 'steps', 'refusalGrounds'],
  RESIDENCE: ['weeks', 'queueAges', 'dueSoon', 'steps', 'cities', 'refusalGrounds'],
  COMPLAINT: ['weeks', 'queueAges', 'dueSoon', 'categories', 'offices', 'steps'],
} as const satisfies Record<Service, Part[]>;

export type Counts = Record<(typeof countNames)[number], Count>;

/** Cases that are alike: of one mission, or of one week. */
export interface Group {
  key: string;
  name: Message;
  counts: Counts;
}

export interface Reason {
  code: string;
  text: Message;
  count: Count;
}

export interface Step {
  step: string;
  name: Message;
  count: Count;
  running: Count;
  medianHours: number | null;
  percentile90Hours: number | null;
}

export interface QueueAge {
  fromDays: number;
  /** None for what is older than all others. */
  toDays: number | null;
  count: Count;
}

export interface Due {
  day: string;
  count: Count;
}

/** What the graph answers: the parts that were asked for. */
export interface Statistics extends Partial<
  Record<'weeks' | 'missions' | 'categories' | 'cities' | 'offices', Group[]> &
    Record<'refusalGrounds' | 'missingDocuments', Reason[]>
> {
  asOf: string;
  counts: Counts;
  overdue: Count;
  queueAges?: QueueAge[];
  dueSoon?: Due[];
  steps?: Step[];
}

/** The query for some parts of the statistics, laid out as people would. */
export function queryFor(selected: string[]): string {
  return `query Statistics($filter: StatisticsFilter!) {
  statistics(filter: $filter) {
    asOf
    ${selected.join('\n    ')}
  }
}`;
}

/** The query for all that the page shows of a service. */
export function pageQuery(service: Service): string {
  return queryFor((['counts', 'overdue', ...pictures[service]] as Part[]).map((part) => selections[part]));
}

/** The address at which a query stands in GraphiQL, with the filters of the page as its variables. */
export function graphiqlAddress(query: string, filters: Filters): string {
  const parts = { query, variables: JSON.stringify({ filter: filters }, null, 2) };
  const written = Object.entries(parts).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `/graphiql#${written.join('&')}`;
}

function ranked(name: string, dimension: string): string {
  return `${name}: groups(by: ${dimension}) {
      key
      name { kk ru en }
      counts { received inWork onTime late }
    }`;
}

function reasons(name: string): string {
  return `${name} {
      code
      text { kk ru en }
      count
    }`;
}
