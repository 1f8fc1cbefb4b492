import type { Message } from '../../kit/errors/languages.ts';
import type { ApplicationAction } from './lifecycle.ts';

/** What can have happened to an application. */
export type HappeningKind = ApplicationAction | 'REGISTERED' | 'DELIVERED' | 'TERM_RECOUNTED';

/** What is called what; what was decided of other people isn't told (policy). */
const happenings: Readonly<Record<Exclude<HappeningKind, 'DECIDE_DUPLICATE'>, Message>> = {
  REGISTERED: { kk: 'Өтініш тіркелді', ru: 'Заявление зарегистрировано', en: 'The application was registered' },
  DELIVERED: { kk: 'Операторларға берілді', ru: 'Передано операторам', en: 'It passed to the operators' },
  TERM_RECOUNTED: {
    kk: 'Күнтізбе өзгеріп, мерзім қайта есептелді',
    ru: 'Срок пересчитан: изменился календарь',
    en: 'The term was recounted, because the calendar changed',
  },
  TAKE: { kk: 'Оператор жұмысқа алды', ru: 'Оператор взял в работу', en: 'An operator took it to work on' },
  RELEASE: { kk: 'Кезекке қайтарылды', ru: 'Возвращено в очередь', en: 'It was given back to the queue' },
  FORM: { kk: 'ЖСН қалыптастырылды', ru: 'ИИН сформирован', en: 'The number was formed' },
  CORRECT: { kk: 'Мәліметтер түзетілді', ru: 'Сведения исправлены', en: 'What is recorded was corrected' },
  REFUSE: { kk: 'Бас тартылды', ru: 'Отказано', en: 'The number was refused' },
  WITHDRAW: { kk: 'Өтініш қайтарып алынды', ru: 'Отозвано заявителем', en: 'Withdrawn by the applicant' },
  REOPEN: {
    kk: 'Шағым бойынша қайта ашылды',
    ru: 'Возобновлено по жалобе',
    en: 'Reopened after a complaint',
  },
  PRINT_RESULT: { kk: 'Нәтиже басып шығарылды', ru: 'Результат распечатан', en: 'The result was printed' },
  HAND_OUT_RESULT: { kk: 'Нәтиже қолға берілді', ru: 'Результат выдан на руки', en: 'The result was handed out' },
};

/** What a happening is called; nothing for what the reviewing body of a complaint isn't told. */
export function happeningText(kind: string): Message | undefined {
  return (happenings as Readonly<Record<string, Message>>)[kind];
}
