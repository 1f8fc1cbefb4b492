import type { ErrorCode } from './codes.ts';
import type { Message } from './languages.ts';

/** What each error code says to a person. */
export const messages: Record<ErrorCode, Message> = {
  GRAPHQL_PARSE_FAILED: {
    kk: 'Сұрау мәтіні GraphQL тілінде емес.',
    ru: 'Текст запроса не является запросом GraphQL.',
    en: 'The operation is not GraphQL.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    kk: 'Сұрау схемаға сәйкес келмейді.',
    ru: 'Запрос не соответствует схеме.',
    en: 'The operation does not fit the schema.',
  },
  BAD_REQUEST: { kk: 'Сұрау түсініксіз.', ru: 'Запрос непонятен.', en: 'The request cannot be understood.' },
  UNAUTHENTICATED: {
    kk: 'Жүйеге кіріңіз: белгі жоқ, жарамсыз немесе тіркелгі белсенді емес.',
    ru: 'Войдите в систему: токена нет, он недействителен или учётная запись не активна.',
    en: 'Sign in: there is no token, it is not valid, or the account is not active.',
  },
  FORBIDDEN: {
    kk: 'Бұл сіздің рөліңізге рұқсат етілмеген.',
    ru: 'Вашей роли это не разрешено.',
    en: 'Your role may not do this.',
  },
  NOT_FOUND: { kk: 'Табылмады.', ru: 'Не найдено.', en: 'Not found.' },
  BAD_USER_INPUT: {
    kk: 'Енгізілген деректерде қателер бар.',
    ru: 'Во введённых данных есть ошибки.',
    en: 'The input has problems.',
  },
  WRONG_STATE: {
    kk: 'Қазіргі күйде бұл әрекет мүмкін емес.',
    ru: 'В нынешнем состоянии это действие невозможно.',
    en: 'This cannot be done in the present state.',
  },
  CONFLICT: {
    kk: 'Дерек басқа біреудің әрекетімен өзгерді. Қайта оқып, қайталаңыз.',
    ru: 'Данные уже изменены кем-то другим. Прочитайте их снова и повторите.',
    en: 'Somebody has changed this meanwhile. Read it again, then repeat.',
  },
  BARRED: {
    kk: 'Жаңа өтініш әзірге мүмкін емес.',
    ru: 'Новое обращение пока невозможно.',
    en: 'A new application is not possible yet.',
  },
  TERM_EXPIRED: { kk: 'Мерзім өтіп кетті.', ru: 'Срок истёк.', en: 'The term has ended.' },
  PILOT_CLOSED: {
    kk: 'Пилоттық жоба кезеңі аяқталды: жаңа өтініштер қабылданбайды.',
    ru: 'Период пилотного проекта завершён: новые обращения не принимаются.',
    en: 'The pilot is closed: no new application is accepted.',
  },
  SIGNATURE_INVALID: {
    kk: 'Электрондық қолтаңба жарамсыз.',
    ru: 'Электронная подпись недействительна.',
    en: 'The electronic signature is not valid.',
  },
  RATE_LIMITED: {
    kk: 'Сұраулар тым көп. Кейінірек қайталаңыз.',
    ru: 'Слишком много запросов. Повторите позже.',
    en: 'Too many requests. Try again later.',
  },
  OPERATION_TOO_COMPLEX: {
    kk: 'Сұрау тым күрделі.',
    ru: 'Запрос слишком сложен.',
    en: 'The operation is too complex.',
  },
  UNAVAILABLE: {
    kk: 'Қызмет қазір қолжетімсіз. Кейінірек қайталаңыз.',
    ru: 'Служба сейчас недоступна. Повторите позже.',
    en: 'The service is not available now. Try again later.',
  },
  INTERNAL_SERVER_ERROR: {
    kk: 'Ішкі қате. Қызметке сұраудың нөмірін хабарлаңыз.',
    ru: 'Внутренняя ошибка. Сообщите службе номер запроса.',
    en: 'Internal error. Tell the service the number of your request.',
  },
};

/** What each problem of an input says to a person, by its code. Subgraphs add their own with `describeProblems`. */
export const problemMessages: Record<string, Message> = {
  VALUE_INVALID: {
    kk: 'Мұнда {type} түріндегі мән болуы керек.',
    ru: 'Здесь должно быть значение типа {type}.',
    en: 'A value of the type {type} belongs here.',
  },
  VALUE_MISSING: { kk: 'Мән берілмеген.', ru: 'Значение не указано.', en: 'A value is missing here.' },
  FIELD_UNKNOWN: { kk: 'Мұндай өріс жоқ.', ru: 'Такого поля нет.', en: 'There is no such field.' },
  PROBLEMS_TOO_MANY: {
    kk: 'Қателер тым көп: тек алғашқы {max} көрсетілді.',
    ru: 'Ошибок слишком много: показаны только первые {max}.',
    en: 'There are too many problems: only the first {max} are told.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    kk: 'Бұл кілтпен басқа деректер жіберілген.',
    ru: 'С этим ключом уже отправлены другие данные.',
    en: 'This key was used with another input.',
  },
  EMAIL_INVALID: {
    kk: 'Электрондық пошта мекенжайы жарамсыз.',
    ru: 'Недопустимый адрес электронной почты.',
    en: 'This is no e-mail address.',
  },
  TEXT_HAS_CONTROL_CHARACTERS: {
    kk: 'Мәтінде рұқсат етілмеген таңбалар бар.',
    ru: 'В тексте есть недопустимые символы.',
    en: 'The text has characters that are not allowed.',
  },
  TEXT_TOO_LONG: {
    kk: 'Мәтін тым ұзын: ең көбі {max} таңба.',
    ru: 'Текст слишком длинный: не более {max} знаков.',
    en: 'The text is too long: {max} characters at the most.',
  },
  TEXT_EMPTY: { kk: 'Мәтін бос болмауы керек.', ru: 'Текст не должен быть пустым.', en: 'The text must not be empty.' },
  CURSOR_INVALID: {
    kk: 'Бет белгісі жарамсыз.',
    ru: 'Недопустимый указатель страницы.',
    en: 'The cursor is not valid.',
  },
  PAGE_SIZE: {
    kk: 'Бетте 1-ден {max}-ге дейін жазба болады.',
    ru: 'На странице от 1 до {max} записей.',
    en: 'A page holds 1 to {max} items.',
  },
  PAGE_DIRECTION: {
    kk: 'first пен last бірге қолданылмайды.',
    ru: 'first и last не используются вместе.',
    en: 'Use first with after, or last with before, not both.',
  },
  VERIFICATION_ALONE: {
    kk: 'Бір сұрауда бір ғана адам тексеріледі, қасында басқа ештеңе болмайды.',
    ru: 'В одном запросе проверяется один человек, и ничего кроме этого.',
    en: 'An operation verifies one person, and asks for nothing beside that.',
  },
  CALENDAR_YEAR_UNKNOWN: {
    kk: '{year} жылдың жұмыс күнтізбесі әлі енгізілмеген.',
    ru: 'Производственный календарь {year} года ещё не введён.',
    en: 'The calendar does not know the year {year} yet.',
  },
};

/** Adds a subgraph's problem texts. */
export function describeProblems(texts: Record<string, Message>): void {
  Object.assign(problemMessages, texts);
}
