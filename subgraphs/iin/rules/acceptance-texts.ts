import type { Message } from '../../kit/errors/languages.ts';
import { wordsOf } from './requirements-texts.ts';
import type { Requirement } from './requirements.ts';

/** A document that was not brought, or several ways of which one is enough. */
export function missingText(words: Message): Message {
  return { kk: `Ұсынылмаған: ${words.kk}.`, ru: `Не представлено: ${words.ru}.`, en: `Not brought: ${words.en}.` };
}

/** A document that has expired, with its last day. */
export function expiredText(words: Message, lastDay: Temporal.PlainDate): Message {
  return {
    kk: `Мерзімі өткен (соңғы күні – ${lastDay.toLocaleString('kk')}): ${words.kk}.`,
    ru: `Срок действия истёк (последний день — ${lastDay.toLocaleString('ru')}): ${words.ru}.`,
    en: `Expired (last day ${lastDay.toString()}): ${words.en}.`,
  };
}

/** What else can be wrong with a document, said of it. */
export const documentTexts = {
  ORIGINAL_NOT_SHOWN: (words: Message) => ({
    kk: `Салыстырып тексеру үшін түпнұсқасы көрсетілмеген: ${words.kk}.`,
    ru: `Не предъявлен оригинал для сверки: ${words.ru}.`,
    en: `The original was not shown for comparison: ${words.en}.`,
  }),
  DOCUMENT_NOT_ATTESTED: (words: Message) => ({
    kk: `Заңдастырылмаған және апостиль қойылмаған: ${words.kk}.`,
    ru: `Нет ни легализации, ни апостиля: ${words.ru}.`,
    en: `Neither legalised nor apostilled: ${words.en}.`,
  }),
  CITIZENSHIP_NOT_PROVEN: (words: Message) => ({
    kk: `Қазақстан Республикасының азаматтығын растамайды: ${words.kk}.`,
    ru: `Гражданство Республики Казахстан не подтверждено: ${words.ru}.`,
    en: `The citizenship of Kazakhstan is not proven: ${words.en}.`,
  }),
  EXPERIENCE_TOO_SHORT: (words: Message) => ({
    kk: `Жұмыс тәжірибесі жеткіліксіз: ${words.kk}.`,
    ru: `Опыт работы недостаточен: ${words.ru}.`,
    en: `The experience is too short: ${words.en}.`,
  }),
  POSITION_TOO_SHORT: (words: Message) => ({
    kk: `Позициядағы мерзімі жеткіліксіз немесе көрсетілмеген: ${words.kk}.`,
    ru: `Срок в позиции недостаточен или не указан: ${words.ru}.`,
    en: `The time in the position is too short, or not told: ${words.en}.`,
  }),
};

/** Which translation a document lacks. */
export const translationTexts = {
  WHEN_WHOLLY_FOREIGN: (words: Message) => ({
    kk: `Аудармашы немесе аударма ұйымы куәландырған қазақ немесе орыс тіліндегі аудармасы жоқ: ${words.kk}.`,
    ru: `Нет перевода на казахский или русский язык, заверенного переводчиком или переводческой организацией: ${words.ru}.`,
    en: `There is no translation into Kazakh or Russian that a translator or a translation organisation certified: ${words.en}.`,
  }),
  WHEN_DETAILS_MISSING: (words: Message) => ({
    kk: `Кириллицамен немесе латынша жазылмаған деректердің нотариалды куәландырылған аудармасы жоқ: ${words.kk}.`,
    ru: `Нет нотариально заверенного перевода данных, которых нет на кириллице или латинице: ${words.ru}.`,
    en: `There is no notarised translation of what is in neither Cyrillic nor Latin letters: ${words.en}.`,
  }),
};

/** The consent that was not signed. */
export const consentText: Message = {
  kk: 'Дербес деректерді өңдеуге қол қойылған келісім жоқ.',
  ru: 'Нет подписанного согласия на обработку персональных данных.',
  en: 'There is no signed consent to personal data processing.',
};

/** The age that the category asks for, where the person hasn't it. */
export const ageTexts = {
  AGE_NOT_UNDER: (years: number): Message => ({
    kk: `Бұл санат өтініш берген күні ${years} жасқа толмағандарға арналған.`,
    ru: `Эта категория — для тех, кому в день обращения нет ${years} лет.`,
    en: `This category is for those who are under ${years} on the day of application.`,
  }),
  AGE_NOT_REACHED: (years: number): Message => ({
    kk: `Бұл санат өтініш берген күні ${years} жасқа толғандарға арналған.`,
    ru: `Эта категория — для тех, кому в день обращения исполнилось ${years} лет.`,
    en: `This category is for those who are ${years} or older on the day of application.`,
  }),
};

/** Adds what may be brought instead, where a requirement is one way of a choice. */
export function instead(text: Message, others: readonly Requirement[]): Message {
  if (others.length === 0) return text;
  const words = wordsOf({ oneOf: others });
  return {
    kk: `${text.kk} Оның орнына ұсынуға болады: ${words.kk}.`,
    ru: `${text.ru} Вместо этого можно представить: ${words.ru}.`,
    en: `${text.en} Instead, you may bring: ${words.en}.`,
  };
}
