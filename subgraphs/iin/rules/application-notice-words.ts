import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { NoticeWords } from '../../kit/notices/words.ts';

/** What is told of applications for a number, in the words of each language. */
export const applicationNoticeWords = {
  IIN_FORMED: {
    title: {
      kk: '{number}: жеке сәйкестендіру нөмірі қалыптастырылды',
      ru: '{number}: индивидуальный идентификационный номер сформирован',
      en: '{number}: the individual identification number was formed',
    },
    text: {
      kk: 'Тіркеу куәлігін өтініш берген жерден жеке басты куәландыратын құжатпен алыңыз.',
      ru: 'Регистрационное свидетельство выдают там, где вы подали заявление, по документу, удостоверяющему личность.',
      en: 'The registration certificate is handed out where you applied; bring your identity document.',
    },
  },
  IIN_CORRECTED: {
    title: {
      kk: '{number}: деректер түзетілді',
      ru: '{number}: данные исправлены',
      en: '{number}: the data were corrected',
    },
    text: {
      kk: 'Нөмір өзгермейді. Жаңа тіркеу куәлігін өтініш берген жерден алыңыз.',
      ru: 'Номер не меняется. Новое регистрационное свидетельство выдают там, где вы подали заявление.',
      en: 'The number stays the same. The new registration certificate is handed out where you applied.',
    },
  },
  IIN_APPLICATION_REOPENED: {
    title: {
      kk: '{number}: өтініш шағым бойынша қайта ашылды',
      ru: '{number}: заявление возобновлено по жалобе',
      en: '{number}: reopened after a complaint',
    },
    text: {
      kk: 'Бұрынғы бас тарту күшін жойды, өтініш қайта қаралады.',
      ru: 'Прежний отказ больше не действует, заявление рассматривается заново.',
      en: 'The earlier refusal holds no longer; the application is decided anew.',
    },
  },
  IIN_REFUSED: {
    title: { kk: '{number}: бас тартылды', ru: '{number}: отказано', en: '{number}: refused' },
    text: {
      kk: 'Себебі көрсетілген хабарламаны өтініш берген жерден алыңыз.',
      ru: 'Уведомление с причиной выдают там, где вы подали заявление.',
      en: 'The notice with the reason is handed out where you applied.',
    },
  },
  IIN_RESULT_TO_PRINT: {
    title: {
      kk: '{number}: нәтижесі дайын',
      ru: '{number}: результат готов',
      en: '{number}: the result is ready',
    },
    text: {
      kk: 'Нәтижені басып шығарып, адамға беріңіз.',
      ru: 'Распечатайте результат и выдайте его.',
      en: 'Print the result and hand it out.',
    },
  },
  IIN_REGISTERED: {
    title: {
      kk: '{number}: нөмір тіркелді',
      ru: '{number}: номер зарегистрирован',
      en: '{number}: a number was registered',
    },
    text: {
      kk: 'Тізілімде жаңа жазба бар.',
      ru: 'В реестре новая запись.',
      en: 'There is a new record in the registry.',
    },
  },
  IIN_RECORD_CHANGED: {
    title: {
      kk: '{number}: жазба түзетілді',
      ru: '{number}: запись исправлена',
      en: '{number}: a record was corrected',
    },
    text: {
      kk: 'Тізілімдегі жазба түзетілді: бұрын тексерілген деректер ескірген болуы мүмкін.',
      ru: 'Запись в реестре исправлена: проверенное ранее могло устареть.',
      en: 'A record of the registry was corrected: what was verified before may be out of date.',
    },
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;

/** What is told of applications. */
export type ApplicationNoticeKind = keyof typeof applicationNoticeWords;
