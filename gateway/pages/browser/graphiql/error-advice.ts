import type { ErrorCode } from '../../../../subgraphs/kit/errors/codes.ts';
import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';

const correctOperation = {
  kk: 'Сұрау мәтінін түзетіңіз: редактор қатені астын сызып көрсетеді, ал қолжетімді өрістер құжаттамада.',
  ru: 'Исправьте текст запроса: редактор подчёркивает ошибку, доступные поля — в документации рядом.',
  en: 'Correct the text of the operation: the editor underlines what is wrong, and the documentation beside it has the fields.',
};
const final = {
  kk: 'Қайталау көмектеспейді.',
  ru: 'Повторять бесполезно.',
  en: 'Repeating it does not help.',
};

/** What to do about each error, as docs/errors.md says it to programs. */
export const advice: Record<ErrorCode, Message> = {
  GRAPHQL_PARSE_FAILED: correctOperation,
  GRAPHQL_VALIDATION_FAILED: correctOperation,
  BAD_REQUEST: {
    kk: 'Бір сұрауды ғана жіберіңіз. Схема туралы сұрақ өз алдына бөлек сұрау болады.',
    ru: 'Отправьте одну операцию. Вопрос о схеме задаётся отдельной операцией.',
    en: 'Send one operation alone. What asks for the schema is an operation of its own.',
  },
  UNAUTHENTICATED: {
    kk: 'Шығып, қайта кіріңіз.',
    ru: 'Выйдите и войдите снова.',
    en: 'Sign out, and sign in again.',
  },
  FORBIDDEN: {
    kk: 'Бұл өрісті сұраудан алып тастаңыз: оны басқа рөл ғана көре алады.',
    ru: 'Уберите это поле из запроса: оно доступно только другой роли.',
    en: 'Take this field out of the operation: it belongs to another role.',
  },
  NOT_FOUND: {
    kk: 'Нөмірді тексеріңіз. Мұндай жазба жоқ немесе ол сіздің тіркелгіңізге көрінбейді.',
    ru: 'Проверьте номер. Такой записи нет, или она не видна вашей учётной записи.',
    en: 'Check the id. There is no such thing, or your account may not see it.',
  },
  BAD_USER_INPUT: {
    kk: 'Төмендегілердің бәрін түзетіп, сол кілтпен қайта жіберіңіз.',
    ru: 'Исправьте всё перечисленное ниже и отправьте снова, можно с тем же ключом.',
    en: 'Correct everything that is listed below, and send it again, with the same key if you like.',
  },
  WRONG_STATE: {
    kk: 'Істі қайта оқыңыз: availableActions қазір не мүмкін екенін айтады.',
    ru: 'Прочитайте дело снова: availableActions называет то, что возможно сейчас.',
    en: 'Read it again: availableActions says what can be done now.',
  },
  CONFLICT: {
    kk: 'Қайта оқыңыз, не өзгергенін қараңыз, содан кейін жаңа нұсқамен (expectedVersion) қайталаңыз. Басқа деректер үшін басқа кілт керек.',
    ru: 'Прочитайте снова, посмотрите, что изменилось, и повторите с новой версией (expectedVersion). Для других данных нужен другой ключ.',
    en: 'Read it again, look at what changed, then repeat with the new version (expectedVersion). Another input needs another key.',
  },
  BARRED: {
    kk: 'Хабарламада көрсетілген күннен кейін қайта өтініш беруге болады.',
    ru: 'Подать снова можно с дня, указанного в сообщении.',
    en: 'A new one is possible from the day that the message names.',
  },
  TERM_EXPIRED: final,
  PILOT_CLOSED: final,
  SIGNATURE_INVALID: {
    kk: 'Ештеңе өзгерген жоқ. Құжатқа қайта қол қойыңыз.',
    ru: 'Ничего не изменилось. Подпишите документ снова.',
    en: 'Nothing has changed. Sign the document again.',
  },
  RATE_LIMITED: {
    kk: '{seconds} секундтан кейін қайталаңыз.',
    ru: 'Повторите через {seconds} с.',
    en: 'Repeat it after {seconds} seconds.',
  },
  OPERATION_TOO_COMPLEX: {
    kk: 'Бірден азырақ сұраңыз: кіші беттер (first), аз өрістер.',
    ru: 'Запросите меньше за один раз: страницы поменьше (first), меньше полей.',
    en: 'Ask for less at once: smaller pages (first), fewer fields.',
  },
  UNAVAILABLE: {
    kk: 'Біраздан кейін қайталаңыз; өзгерісті сол кілтпен (idempotencyKey) — ол орындалып қойған болуы мүмкін.',
    ru: 'Повторите чуть позже; изменение — с тем же ключом (idempotencyKey): возможно, оно уже выполнено.',
    en: 'Repeat it after a while; a change with the same idempotencyKey, because it may have been done already.',
  },
  INTERNAL_SERVER_ERROR: {
    kk: 'Қызметке сұраудың нөмірін хабарлаңыз; өздігіңізден қайталамаңыз.',
    ru: 'Сообщите службе номер запроса; не повторяйте сами.',
    en: 'Tell the service the number of the request; don’t repeat it by yourself.',
  },
};
