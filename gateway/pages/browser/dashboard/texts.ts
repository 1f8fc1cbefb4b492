import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';
import type { countNames } from './query.ts';

/** What the page says around its numbers and pictures. */
export const texts = {
  title: { kk: 'Статистика', ru: 'Статистика', en: 'Statistics' },
  services: { kk: 'Қызметтер', ru: 'Услуги', en: 'Services' },
  filters: { kk: 'Не көрсетіледі', ru: 'Что показано', en: 'What is shown' },
  from: { kk: 'Келіп түскен күні, басы', ru: 'Поступили с', en: 'Received from' },
  until: { kk: 'соңы, қоса алғанда', ru: 'по включительно', en: 'until, included' },
  mission: { kk: 'Шетелдегі мекеме', ru: 'Загранучреждение', en: 'Mission' },
  category: { kk: 'Санат', ru: 'Категория', en: 'Category' },
  complainedOf: { kk: 'Шағым жасалған қызмет', ru: 'Обжалуемая услуга', en: 'Service complained of' },
  city: { kk: 'Қала', ru: 'Город', en: 'City' },
  all: { kk: 'барлығы', ru: 'все', en: 'all' },
  show: { kk: 'Көрсету', ru: 'Показать', en: 'Show' },
  wrongPeriod: {
    kk: 'Соңғы күн бірінші күннен ерте.',
    ru: 'Последний день раньше первого.',
    en: 'The last day is before the first one.',
  },
  receivedIn: {
    kk: '{from} – {until} аралығында келіп түскендер',
    ru: 'Поступившие с {from} по {until}',
    en: 'Received from {from} to {until}',
  },
  asOf: {
    kk: 'Астана уақытымен {moment} жағдайы бойынша есептелді.',
    ru: 'Подсчитано на {moment} по времени Астаны.',
    en: 'Counted on {moment}, Astana time.',
  },
  few: { kk: '5-тен аз', ru: 'менее 5', en: 'fewer than 5' },
  none: { kk: '—', ru: '—', en: '—' },
  minutes: { kk: '{number} мин', ru: '{number} мин', en: '{number} min' },
  hours: { kk: '{number} сағ', ru: '{number} ч', en: '{number} h' },
  days: { kk: '{number} күн', ru: '{number} дн.', en: '{number} d' },
  loading: { kk: 'Есептелуде…', ru: 'Идёт подсчёт…', en: 'Counting…' },
  failed: {
    kk: 'Статистиканы алу мүмкін болмады.',
    ru: 'Не удалось получить статистику.',
    en: 'The statistics could not be had.',
  },
  again: { kk: 'Қайталау', ru: 'Повторить', en: 'Try again' },
  nothing: {
    kk: 'Бұл таңдау бойынша ештеңе келіп түспеген. Басқа кезеңді таңдап немесе шарттарды алып тастап көріңіз.',
    ru: 'По этим условиям ничего не поступало. Выберите другой период или снимите условия.',
    en: 'Nothing was received that fits. Choose another period, or leave out conditions.',
  },
  forbiddenTitle: {
    kk: 'Бұл статистика сіздің рөліңізге ашық емес',
    ru: 'Эта статистика не открыта для вашей роли',
    en: 'These statistics aren’t open to your role',
  },
  forbidden: {
    kk: 'Оларды Менеджер пайдаланушы және аудитор көреді. Сіз «{role}» ретінде кірдіңіз.',
    ru: 'Её видят менеджер-пользователь и аудитор. Вы вошли как «{role}».',
    en: 'Manager users and auditors see them. You are signed in as: {role}.',
  },
  forbiddenManager: {
    kk: 'Менеджер пайдаланушы ЖСН қызметінің және оған түскен шағымдардың статистикасын көреді; қалғандарын аудитор көреді.',
    ru: 'Менеджер-пользователь видит статистику услуги ИИН и жалоб на неё; остальную видит аудитор.',
    en: 'The Manager user sees the statistics of the IIN service and of complaints about it; an auditor sees the others.',
  },
  insteadManager: {
    kk: 'ЖСН статистикасын көрсету',
    ru: 'Показать статистику ИИН',
    en: 'Show the statistics of the IIN service',
  },
  insteadQuery: {
    kk: 'GraphiQL-да рөліңізге ашық сұрауларды орындау',
    ru: 'Выполнить в GraphiQL запросы, открытые вашей роли',
    en: 'Ask what is open to your role in GraphiQL',
  },
  insteadAccount: {
    kk: 'Немесе шығып, статистиканы көре алатын тіркелгімен кіріңіз.',
    ru: 'Или выйдите и войдите с учётной записью, которой статистика открыта.',
    en: 'Or sign out, and sign in with an account that may see statistics.',
  },
  numbers: { kk: 'Негізгі сандар', ru: 'Главные числа', en: 'Headline numbers' },
  query: { kk: 'GraphiQL-дағы сұрау', ru: 'Запрос в GraphiQL', en: 'Query in GraphiQL' },
  asTable: { kk: 'Кесте түрінде', ru: 'В виде таблицы', en: 'As a table' },
  others: { kk: 'Қалғандары: {number}', ru: 'Остальные: {number}', en: 'The others: {number}' },
  empty: { kk: 'Көрсететін ештеңе жоқ.', ru: 'Показывать нечего.', en: 'Nothing to show.' },
} satisfies Record<string, Message>;

/** What the headline numbers are called, and what they are of. */
export const numberTexts: Record<(typeof countNames)[number] | 'overdue', { name: Message; note?: Message }> = {
  received: { name: { kk: 'Келіп түсті', ru: 'Поступило', en: 'Received' } },
  inWork: { name: { kk: 'Жұмыста', ru: 'В работе', en: 'In work' } },
  done: { name: { kk: 'Орындалды', ru: 'Исполнено', en: 'Done' } },
  refused: { name: { kk: 'Бас тартылды', ru: 'Отказано', en: 'Refused' } },
  endedOtherwise: {
    name: { kk: 'Басқаша аяқталды', ru: 'Завершено иначе', en: 'Ended otherwise' },
    note: { kk: 'қайтарып алынғандар және т.б.', ru: 'отозвано и т. п.', en: 'withdrawn and the like' },
  },
  refusedAcceptance: {
    name: { kk: 'Қабылданбады', ru: 'Не принято', en: 'Not accepted' },
    note: { kk: 'келіп түскендерге кірмейді', ru: 'в число поступивших не входят', en: 'not among those received' },
  },
  onTime: {
    name: { kk: 'Мерзімінде', ru: 'В срок', en: 'On time' },
    note: { kk: 'шешілгендерден', ru: 'из решённых', en: 'of those decided' },
  },
  late: {
    name: { kk: 'Мерзімінен кеш', ru: 'С опозданием', en: 'Late' },
    note: { kk: 'шешілгендерден', ru: 'из решённых', en: 'of those decided' },
  },
  lateWithIncident: {
    name: { kk: 'Ақау салдарынан кеш', ru: 'С опозданием при сбое', en: 'Late with an incident' },
    note: { kk: 'кешіккендерден', ru: 'из опоздавших', en: 'of those late' },
  },
  overdue: {
    name: { kk: 'Мерзімі өтіп кетті', ru: 'Просрочено', en: 'Overdue' },
    note: { kk: 'жұмыстағылар, қазір', ru: 'из тех, что в работе, сейчас', en: 'of those in work, now' },
  },
};
