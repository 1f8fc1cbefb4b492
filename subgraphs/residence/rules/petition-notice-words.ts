import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { NoticeWords } from '../../kit/notices/words.ts';

/** What is told of petitions, in the words of each language. */
export const petitionNoticeWords = {
  PETITION_SUBMITTED: {
    title: {
      kk: '{number}: өтінішхатқа жаңа өтініш түсті',
      ru: '{number}: подано заявление на ходатайство',
      en: '{number}: a petition was asked for',
    },
    text: {
      kk: 'Құжаттарды тексеріп, нәтижесін тіркеңіз.',
      ru: 'Проверьте документы и зафиксируйте результат.',
      en: 'Screen the documents and record the result.',
    },
  },
  INTERVIEW_TIMES_OFFERED: {
    title: {
      kk: '{number}: сұхбат уақытын таңдаңыз',
      ru: '{number}: выберите время собеседования',
      en: '{number}: choose a time for the interview',
    },
    text: {
      kk: 'Құжаттарыңыз мақұлданды. Бейнесұхбат үшін ұсынылған уақыт: {times}. Уақытты жеке кабинетте таңдаңыз.',
      ru: 'Ваши документы одобрены. Предложенное время видеособеседования: {times}. Выберите время в личном кабинете.',
      en: 'Your documents were approved. Times offered for the video interview: {times}. Choose one in your cabinet.',
    },
  },
  INTERVIEW_TIME_CHOSEN: {
    title: {
      kk: '{number}: сұхбат уақыты таңдалды',
      ru: '{number}: время собеседования выбрано',
      en: '{number}: a time for the interview was chosen',
    },
    text: {
      kk: 'Сұхбат уақыты: {times}.',
      ru: 'Собеседование состоится: {times}.',
      en: 'The interview is at {times}.',
    },
  },
  INTERVIEW_MISSED: {
    title: {
      kk: '{number}: сұхбат өткен жоқ',
      ru: '{number}: собеседование не состоялось',
      en: '{number}: the interview was missed',
    },
    text: {
      kk: 'Сұхбатқа қатыспағаныңыз тіркелді. Сізге жаңа уақыт ұсынылады.',
      ru: 'Зафиксировано, что вы не явились на собеседование. Вам предложат новое время.',
      en: 'It was recorded that you missed the interview. New times will be offered to you.',
    },
  },
  PETITION_TO_SIGN: {
    title: {
      kk: '{number}: өтінішхат қол қоюды күтуде',
      ru: '{number}: ходатайство ожидает подписи',
      en: '{number}: a petition waits for the signature',
    },
    text: {
      kk: 'Сұхбаттан өтті. Хатқа ЭЦҚ-мен қол қойыңыз немесе бас тартыңыз.',
      ru: 'Собеседование пройдено. Подпишите письмо ЭЦП или откажите.',
      en: 'The interview was passed. Sign the letter electronically, or refuse it.',
    },
  },
  PETITION_SIGNED: {
    title: {
      kk: '{number}: өтінішхатқа қол қойылды',
      ru: '{number}: ходатайство подписано',
      en: '{number}: the petition was signed',
    },
    text: {
      kk: 'Хат жеке кабинетіңізде. Енді алдын ала мақұлдауға электрондық өтініш бере аласыз.',
      ru: 'Письмо — в вашем кабинете. Теперь можно подать электронное заявление на предварительное одобрение.',
      en: 'The letter is in your cabinet. You can now apply electronically for the preliminary approval.',
    },
  },
  PETITION_REFUSED: {
    title: {
      kk: '{number}: өтінішхаттан бас тартылды',
      ru: '{number}: в ходатайстве отказано',
      en: '{number}: the petition was refused',
    },
    text: {
      kk: 'Бас тарту себептері жеке кабинетіңізде.',
      ru: 'Причины отказа — в вашем кабинете.',
      en: 'The reasons are in your cabinet.',
    },
  },
  PETITION_WITHDRAWN: {
    title: {
      kk: '{number}: өтініш қайтарып алынды',
      ru: '{number}: отозвано заявителем',
      en: '{number}: withdrawn by the applicant',
    },
    text: {
      kk: 'Қарау тоқтатылды; белгіленген сұхбат болмайды.',
      ru: 'Рассмотрение прекращено; назначенное собеседование не состоится.',
      en: 'The review has ended; an interview that was agreed upon is not held.',
    },
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;

/** What is told of petitions. */
export type PetitionNoticeKind = keyof typeof petitionNoticeWords;
