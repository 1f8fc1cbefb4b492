import type { Message } from '../../../subgraphs/kit/errors/languages.ts';

/** What the home page says. */
export const texts = {
  place: { kk: 'басты бет', ru: 'главная', en: 'home' },
  title: {
    kk: 'Шетелдіктерге арналған мемлекеттік қызметтердің бір графы',
    ru: 'Единый граф государственных услуг для иностранцев',
    en: 'One graph for the public services for foreigners',
  },
  meaning: {
    kk: 'Мұнда шетелдіктер үшін екі қызмет бар: шет елдегі мекемелер арқылы жеке сәйкестендіру нөмірі (ЖСН) және IT мамандарына тұруға рұқсат (Digital Nomad Residency). Консулдардың, операторлардың және өтініш берушілердің жұмыс орындары бір GraphQL графына сұрау жібереді; әр рөл тек өзіне тиесілісін көреді. Әр өзгеріс және жеке деректердің әр көрсетілімі мөрленген журналда қалады.',
    ru: 'Здесь две услуги для иностранцев: индивидуальный идентификационный номер (ИИН) через загранучреждения и вид на жительство для IT-специалистов (Digital Nomad Residency). Рабочие места консулов и операторов и кабинет заявителя обращаются к одному графу GraphQL; каждая роль видит только своё. Каждое изменение и каждый показ персональных данных остаются в опечатанном журнале.',
    en: 'It carries two services for foreigners: the individual identification number (IIN) through the missions abroad, and the residence permit for IT specialists (Digital Nomad Residency). The workplaces of consuls and operators and the applicants’ cabinet ask one GraphQL graph, of which each role sees its own part. Every change, and every time that personal data were shown, stays in a sealed journal.',
  },
  pages: { kk: 'Беттер', ru: 'Страницы', en: 'Pages' },
  graphiql: {
    kk: 'сұрауларды жазу және жіберу, дайын сұраулар, схеманың құжаттамасы',
    ru: 'писать и отправлять запросы; готовые операции, документация схемы',
    en: 'write and send operations; ready ones, and the documentation of the schema',
  },
  dashboard: { kk: 'Бақылау тақтасы', ru: 'Панель показателей', en: 'Dashboard' },
  dashboardMeaning: {
    kk: 'істер, мерзімдер және кідірістер сандармен',
    ru: 'дела, сроки и задержки в числах',
    en: 'cases, terms and delays in figures',
  },
  provider: {
    kk: 'фронтендтер үшін кіру провайдері (OpenID)',
    ru: 'провайдер входа для фронтендов (OpenID)',
    en: 'the sign-in provider, for frontends (OpenID)',
  },
  state: { kk: 'Бөліктердің күйі', ru: 'Состояние частей', en: 'State of the parts' },
  allReady: { kk: 'Барлық бөлік дайын.', ru: 'Все части готовы.', en: 'Every part is ready.' },
  someMissing: {
    kk: 'Кейбір бөліктер жауап бермейді. Қалғандары жұмыс істейді.',
    ru: 'Некоторые части не отвечают. Остальные работают.',
    en: 'Some parts don’t answer. The others work.',
  },
  unknown: {
    kk: 'Бөліктердің күйін қазір білу мүмкін емес.',
    ru: 'Состояние частей сейчас узнать нельзя.',
    en: 'The state of the parts can’t be told now.',
  },
  ready: { kk: 'дайын', ru: 'готово', en: 'ready' },
  notReady: { kk: 'жауап бермейді', ru: 'не отвечает', en: 'doesn’t answer' },
  warnings: { kk: 'Ескертулер', ru: 'Предупреждения', en: 'Warnings' },
  demo: {
    kk: 'Демо режимі: кім болып кіру керек?',
    ru: 'Демонстрационный режим: войти как',
    en: 'Demo mode: sign in as',
  },
} satisfies Record<string, Message>;

/** The parts of the product, by their names in readiness; another one goes by its name. */
export const partNames: Record<string, Message> = {
  missions: { kk: 'Мекемелер мен тіркелгілер', ru: 'Учреждения и учётные записи', en: 'Missions and accounts' },
  applicants: { kk: 'Өтініш берушілер', ru: 'Заявители', en: 'Applicants' },
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  residence: { kk: 'Тұруға рұқсат', ru: 'Вид на жительство', en: 'Residence' },
  complaints: { kk: 'Шағымдар', ru: 'Жалобы', en: 'Complaints' },
  audit: { kk: 'Журнал', ru: 'Журнал', en: 'Journal' },
  identity: { kk: 'Жүйеге кіру', ru: 'Вход', en: 'Sign-in' },
  database: { kk: 'Дерекқор', ru: 'База данных', en: 'Database' },
};

/** The warnings of readiness in words; another one goes by its code. */
export const warningTexts: Record<string, Message> = {
  CALENDAR_ENDS: {
    kk: 'Жұмыс күнтізбесі жақында аяқталады: {until}. Келесі жылды ашыңыз.',
    ru: 'Рабочий календарь скоро заканчивается: {until}. Откройте следующий год.',
    en: 'The working calendar ends soon: {until}. Open the next year.',
  },
  JOURNAL_NOT_SEALED: {
    kk: 'Журнал мөрленбейді: мөрдің кілті берілмеген.',
    ru: 'Журнал не опечатывается: ключ печати не указан.',
    en: 'The journal isn’t sealed: it has no key.',
  },
  NO_MAILER: {
    kk: 'Электрондық хаттар жіберілмейді: пошта сервері көрсетілмеген.',
    ru: 'Электронные письма не отправляются: почтовый сервер не указан.',
    en: 'No e-mails are sent: there is no mail server.',
  },
};
