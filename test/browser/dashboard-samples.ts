import type { Message } from '../../subgraphs/kit/errors/languages.ts';
import type { Counts, Group, Statistics } from '../../gateway/pages/browser/dashboard/query.ts';

const nobody: Counts = {
  received: 0,
  inWork: 0,
  done: 0,
  refused: 0,
  endedOtherwise: 0,
  refusedAcceptance: 0,
  onTime: 0,
  late: 0,
  lateWithIncident: 0,
};

const inEach = (kk: string, ru: string, en: string): Message => ({ kk, ru, en });

const group = (key: string, name: Message, counts: Partial<Counts>): Group => ({
  key,
  name,
  counts: { ...nobody, ...counts },
});

const week = (key: string, onTime: number, late: number): Group =>
  group(key, inEach(key, key, key), { onTime, late, lateWithIncident: late });

/** Fourteen missions, so that two have to be asked for. */
const missions = Array.from({ length: 14 }, (_, index) => {
  const number = index + 1;
  return group(
    String(number),
    inEach(
      `Қазақстан Республикасының Сауд Арабиясы Корольдігіндегі Елшілігі, ${number}`,
      `Посольство Республики Казахстан в Королевстве Саудовская Аравия, ${number}`,
      `Embassy of the Republic of Kazakhstan in the Kingdom of Saudi Arabia, ${number}`,
    ),
    { received: 10 * number, inWork: number, onTime: 9 * number, late: number },
  );
});

/** What the graph could answer of numbers: with something of everything, and with a number held back. */
export const sampleIin: Statistics = {
  asOf: '2026-11-26T21:17:00+05:00',
  counts: {
    received: 1284,
    inWork: 73,
    done: 1150,
    refused: 48,
    endedOtherwise: 13,
    refusedAcceptance: null,
    onTime: 1166,
    late: 32,
    lateWithIncident: 21,
  },
  overdue: 3,
  weeks: [week('2026-10-05', 99, 1), week('2026-10-12', 40, 10), week('2026-10-26', 60, 0)],
  queueAges: [
    { fromDays: 0, toDays: 0, count: 31 },
    { fromDays: 1, toDays: 3, count: null },
    { fromDays: 4, toDays: null, count: 0 },
  ],
  dueSoon: [
    { day: '2026-11-26', count: 22 },
    { day: '2026-11-27', count: 31 },
  ],
  missions,
  categories: [
    group('HEIR', inEach('Мұрагер', 'Наследник', 'Heir'), { received: 120, inWork: 10, onTime: 100, late: 0 }),
  ],
  refusalGrounds: [
    {
      code: 'NOT_COMPLIANT_WITH_REQUIREMENTS',
      text: inEach('талаптарға сәйкес келмеуі', 'несоответствие установленным требованиям', 'not compliant'),
      count: 16,
    },
    { code: 'IIN_ALREADY_REGISTERED', text: inEach('ЖСН тіркелген', 'ИИН уже есть', 'an IIN exists'), count: 32 },
  ],
  missingDocuments: [
    { code: 'MARRIAGE_CERTIFICATE', text: inEach('неке куәлігі', 'свидетельство', 'marriage certificate'), count: 22 },
  ],
  steps: [
    {
      step: 'IIN_SERVICE',
      name: inEach('ЖСН қалыптастыру', 'формирование ИИН', 'forming the IIN'),
      count: 1198,
      running: 73,
      medianHours: 21.5,
      percentile90Hours: 72,
    },
  ],
};

/** What it could answer of the residence. */
export const sampleResidence: Statistics = {
  asOf: sampleIin.asOf,
  counts: { ...nobody, received: 148, inWork: 40, done: 80, refused: 20, endedOtherwise: 8, onTime: 96, late: 4 },
  overdue: 0,
  weeks: sampleIin.weeks!,
  queueAges: sampleIin.queueAges!,
  dueSoon: sampleIin.dueSoon!,
  steps: [
    ...sampleIin.steps!,
    {
      step: 'KNB_AGREEMENT',
      name: inEach('ҰҚК келісуі', 'согласование с КНБ', 'agreement of the KNB'),
      count: 0,
      running: 12,
      medianHours: null,
      percentile90Hours: null,
    },
  ],
  cities: [group('ASTANA', inEach('Астана', 'Астана', 'Astana'), { received: 148, inWork: 40, onTime: 96, late: 4 })],
  refusalGrounds: sampleIin.refusalGrounds!,
};

/** What it answers where there is nothing. */
export const sampleNothing: Statistics = {
  asOf: sampleIin.asOf,
  counts: nobody,
  overdue: 0,
  weeks: [],
  queueAges: [],
  dueSoon: [],
  steps: [],
  refusalGrounds: [],
};
