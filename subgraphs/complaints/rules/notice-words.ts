import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { NoticeWords } from '../../kit/notices/words.ts';

/** What is told of complaints, in the words of each language. */
export const complaintNoticeWords = {
  COMPLAINT_FILED: {
    title: { kk: '{number}: шағым түсті', ru: '{number}: поступила жалоба', en: '{number}: a complaint was received' },
    text: {
      kk: 'Оны {due} дейін толық қанағаттандырыңыз немесе іспен бірге қарайтын органға жіберіңіз.',
      ru: 'До {due} удовлетворите её полностью или направьте с делом в рассматривающий орган.',
      en: 'Satisfy it in full until {due}, or forward it with the case file to the reviewing body.',
    },
  },
  COMPLAINT_REGISTERED: {
    title: { kk: '{number}: шағым тіркелді', ru: '{number}: жалоба зарегистрирована', en: '{number}: registered' },
    text: {
      kk: 'Қызмет беруші шағымды тіркеді және қарап жатыр. Мерзімдері шағымның өзінде көрсетілген.',
      ru: 'Услугодатель зарегистрировал жалобу и рассматривает её. Сроки указаны в самой жалобе.',
      en: 'The provider registered the complaint and reviews it. Its terms stand with the complaint.',
    },
  },
  COMPLAINT_SATISFIED: {
    title: {
      kk: '{number}: шағым толық қанағаттандырылды',
      ru: '{number}: жалоба удовлетворена полностью',
      en: '{number}: satisfied in full',
    },
    text: {
      kk: 'Шешім мен оның негіздемесі шағымның өзінде.',
      ru: 'Решение и его обоснование — в самой жалобе.',
      en: 'The decision and its reasons stand with the complaint.',
    },
  },
  COMPLAINT_FORWARDED: {
    title: {
      kk: '{number}: шағым қарайтын органға берілді',
      ru: '{number}: жалоба передана в рассматривающий орган',
      en: '{number}: forwarded to the reviewing body',
    },
    text: {
      kk: 'Шағымды енді жоғары тұрған орган қарайды.',
      ru: 'Теперь жалобу рассматривает вышестоящий орган.',
      en: 'The complaint is now with the higher body.',
    },
  },
  COMPLAINT_FORWARDED_BY_CLOCK: {
    title: {
      kk: '{number}: үш жұмыс күні өтті',
      ru: '{number}: три рабочих дня истекли',
      en: '{number}: the three working days ran out',
    },
    text: {
      kk: 'Шағым {due} бастап қарайтын органда, іспен бірге.',
      ru: 'С {due} жалоба вместе с делом находится в рассматривающем органе.',
      en: 'Since {due} the complaint is with the reviewing body, with the case file.',
    },
  },
  COMPLAINT_TO_REVIEW: {
    title: {
      kk: '{number}: қаралатын шағым берілді',
      ru: '{number}: передана жалоба на рассмотрение',
      en: '{number}: a complaint to review',
    },
    text: {
      kk: 'Шағым іспен бірге келді. Оны тіркеңіз.',
      ru: 'Жалоба поступила вместе с делом. Зарегистрируйте её.',
      en: 'It came with the case file. Register it.',
    },
  },
  COMPLAINT_REVIEW_BEGUN: {
    title: {
      kk: '{number}: қарайтын орган шағымды тіркеді',
      ru: '{number}: жалоба зарегистрирована рассматривающим органом',
      en: '{number}: registered by the reviewing body',
    },
    text: {
      kk: 'Шағым қаралып жатыр. Мерзімі шағымның өзінде көрсетілген.',
      ru: 'Жалоба рассматривается. Срок указан в самой жалобе.',
      en: 'The complaint is under review. Its term stands with the complaint.',
    },
  },
  COMPLAINT_DECIDED: {
    title: {
      kk: '{number}: шағым бойынша шешім қабылданды',
      ru: '{number}: по жалобе принято решение',
      en: '{number}: decided',
    },
    text: {
      kk: 'Шешім, оның негіздемесі және сотқа жүгіну тәртібі шағымның өзінде.',
      ru: 'Решение, его обоснование и порядок обращения в суд — в самой жалобе.',
      en: 'The decision, its reasons and how to go to court stand with the complaint.',
    },
  },
  COMPLAINT_DECIDED_BY_REVIEWER: {
    title: {
      kk: '{number}: қарайтын орган шешім қабылдады',
      ru: '{number}: рассматривающий орган принял решение',
      en: '{number}: the reviewing body decided',
    },
    text: {
      kk: 'Шешім шағымның өзінде. Істі қайта ашу керек болса, ол да сонда көрсетілген.',
      ru: 'Решение — в самой жалобе. Там же указано, если дело нужно возобновить.',
      en: 'The decision stands with the complaint, and whether the case has to be reopened.',
    },
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;

/** What is told of complaints. */
export type ComplaintNoticeKind = keyof typeof complaintNoticeWords;
