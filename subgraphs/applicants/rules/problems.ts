import type { Problem } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';

/**
 * What can be wrong with the data of a travel document, and how it is said. The keys are the stable codes. Params:
 * `line` and `position` count from one; a document's own characters are never repeated, for they may be somebody's
 * number.
 */
export const travelDocumentProblems = {
  MRZ_LINE_COUNT: {
    kk: 'Машина оқитын аймақ екі немесе үш жолдан тұрады, мұнда {lines} жол берілген.',
    ru: 'Машиночитаемая зона состоит из двух или трёх строк, а передано строк: {lines}.',
    en: 'A machine-readable zone has two or three lines; {lines} came.',
  },
  MRZ_LINE_LENGTH: {
    kk: '{line}-жолда {length} таңба бар, {expected} болуы керек.',
    ru: 'В строке {line} символов: {length}, а должно быть {expected}.',
    en: 'Line {line} has {length} characters; it must have {expected}.',
  },
  MRZ_CHARACTER: {
    kk: '{line}-жолдың {position}-орнында A–Z, 0–9 немесе < таңбасы болуы керек.',
    ru: 'В строке {line}, позиция {position}, может стоять только A–Z, 0–9 или <.',
    en: 'Line {line}, position {position}: only A–Z, 0–9 and < can stand here.',
  },
  MRZ_FORMAT_UNKNOWN: {
    kk: 'Бұл ИКАО 9303 стандартындағы TD1, TD2 немесе TD3 пішімі емес.',
    ru: 'Это не формат TD1, TD2 или TD3 стандарта ИКАО 9303.',
    en: 'This is none of the formats TD1, TD2 and TD3 of ICAO 9303.',
  },
  VISA_NOT_IDENTITY: {
    kk: 'Бұл – виза. Виза жеке басты куәландыратын құжат емес, паспорттың аймағын енгізіңіз.',
    ru: 'Это виза. Виза не является документом, удостоверяющим личность: введите зону паспорта.',
    en: 'This is a visa. A visa is no identity document: enter the zone of the passport.',
  },
  MRZ_DOCUMENT_CODE: {
    kk: '{line}-жолдың {position}-орнындағы құжат коды осы пішімге сай емес.',
    ru: 'Код документа в строке {line}, позиция {position}, не подходит к этому формату.',
    en: 'Line {line}, position {position}: the document code does not belong to this format.',
  },
  MRZ_ISSUING_COUNTRY: {
    kk: '{line}-жолдың {position}-орнындағы құжатты берген мемлекеттің коды ИКАО 9303 кестесінде жоқ.',
    ru: 'Кода государства выдачи в строке {line}, позиция {position}, нет в таблице ИКАО 9303.',
    en: 'Line {line}, position {position}: the code of the issuing state is not in the table of ICAO 9303.',
  },
  MRZ_NATIONALITY: {
    kk: '{line}-жолдың {position}-орнындағы азаматтық коды ИКАО 9303 кестесінде жоқ.',
    ru: 'Кода гражданства в строке {line}, позиция {position}, нет в таблице ИКАО 9303.',
    en: 'Line {line}, position {position}: the code of the nationality is not in the table of ICAO 9303.',
  },
  MRZ_SPECIMEN: {
    kk: '{line}-жолдың {position}-орнындағы UTO коды тек құжат үлгілерінде болады.',
    ru: 'Код UTO в строке {line}, позиция {position}, бывает только в образцах документов.',
    en: 'Line {line}, position {position}: the code UTO stands in specimens only.',
  },
  MRZ_DOCUMENT_NUMBER: {
    kk: '{line}-жолдың {position}-орнында құжаттың нөмірі жоқ немесе дұрыс басталмаған.',
    ru: 'Номера документа в строке {line}, позиция {position}, нет, или он начинается неверно.',
    en: 'Line {line}, position {position}: the document number is missing or does not start here.',
  },
  MRZ_BIRTH_DATE: {
    kk: '{line}-жолдың {position}-орнындағы туған күн болуы мүмкін емес.',
    ru: 'Дата рождения в строке {line}, позиция {position}, невозможна.',
    en: 'Line {line}, position {position}: the date of birth is not a possible date.',
  },
  MRZ_EXPIRY_DATE: {
    kk: '{line}-жолдың {position}-орнындағы жарамдылық мерзімінің күні болуы мүмкін емес.',
    ru: 'Дата окончания срока действия в строке {line}, позиция {position}, невозможна.',
    en: 'Line {line}, position {position}: the date of expiry is not a possible date.',
  },
  MRZ_SEX: {
    kk: '{line}-жолдың {position}-орнында M, F немесе < болуы керек.',
    ru: 'В строке {line}, позиция {position}, должно стоять M, F или <.',
    en: 'Line {line}, position {position}: the sex is written as M, F or <.',
  },
  MRZ_NAME_MISSING: {
    kk: '{line}-жолда тегі де, аты да жоқ.',
    ru: 'В строке {line} нет ни фамилии, ни имени.',
    en: 'Line {line} holds neither a surname nor a given name.',
  },
  MRZ_NAME_CHARACTER: {
    kk: '{line}-жолдың {position}-орнындағы таңба аты-жөнде болмайды.',
    ru: 'Символа в строке {line}, позиция {position}, не бывает в имени на этом месте.',
    en: 'Line {line}, position {position}: this character can not stand in a name here.',
  },
  MRZ_DOCUMENT_NUMBER_CHECK_DIGIT: {
    kk: 'Құжат нөмірінің бақылау цифры ({line}-жол, {position}-орын) сәйкес келмейді.',
    ru: 'Контрольная цифра номера документа (строка {line}, позиция {position}) не сходится.',
    en: 'The check digit of the document number (line {line}, position {position}) does not match.',
  },
  MRZ_BIRTH_DATE_CHECK_DIGIT: {
    kk: 'Туған күннің бақылау цифры ({line}-жол, {position}-орын) сәйкес келмейді.',
    ru: 'Контрольная цифра даты рождения (строка {line}, позиция {position}) не сходится.',
    en: 'The check digit of the date of birth (line {line}, position {position}) does not match.',
  },
  MRZ_EXPIRY_DATE_CHECK_DIGIT: {
    kk: 'Жарамдылық мерзімінің бақылау цифры ({line}-жол, {position}-орын) сәйкес келмейді.',
    ru: 'Контрольная цифра срока действия (строка {line}, позиция {position}) не сходится.',
    en: 'The check digit of the date of expiry (line {line}, position {position}) does not match.',
  },
  MRZ_PERSONAL_NUMBER_CHECK_DIGIT: {
    kk: 'Қосымша деректердің бақылау цифры ({line}-жол, {position}-орын) сәйкес келмейді.',
    ru: 'Контрольная цифра дополнительных данных (строка {line}, позиция {position}) не сходится.',
    en: 'The check digit of the optional data (line {line}, position {position}) does not match.',
  },
  MRZ_COMPOSITE_CHECK_DIGIT: {
    kk: 'Жалпы бақылау цифры ({line}-жол, {position}-орын) сәйкес келмейді.',
    ru: 'Общая контрольная цифра (строка {line}, позиция {position}) не сходится.',
    en: 'The composite check digit (line {line}, position {position}) does not match.',
  },
  ZONES_DISAGREE: {
    kk: 'Машина оқитын аймақ пен көзбен оқылатын аймақ мұнда келіспейді, тіркеуге дейін қайсысы дұрыс екенін анықтаңыз.',
    ru: 'Машиночитаемая и визуальная зоны здесь расходятся: до регистрации решите, что верно.',
    en: 'The machine-readable and the visual zone disagree here: settle which is right before registering.',
  },
  SPELLINGS_DISAGREE: {
    kk: 'Кирилше және латынша жазылуы транслитерация кестесі бойынша сәйкес келмейді, тексеріңіз.',
    ru: 'Написания кириллицей и латиницей не совпадают по таблице транслитерации: проверьте.',
    en: 'The Cyrillic and the Latin spelling do not agree by the transliteration table: check them.',
  },
  BIRTH_DATE_IN_FUTURE: {
    kk: 'Туған күн әлі келген жоқ.',
    ru: 'Дата рождения ещё не наступила.',
    en: 'The date of birth lies in the future.',
  },
} as const satisfies Record<string, Message>;

/** What can be wrong with what else is told of a person, and how it is said. */
export const applicantProblems = {
  NAME_MISSING: {
    kk: 'Тегі немесе аты толтырылуы керек.',
    ru: 'Должна быть указана фамилия или имя.',
    en: 'Give a surname or given names.',
  },
  NAME_NOT_CYRILLIC: {
    kk: 'Мұнда аты-жөн кирилл әріптерімен жазылады.',
    ru: 'Здесь имя пишется кириллицей.',
    en: 'Here the name is written in Cyrillic letters.',
  },
  NAME_NOT_LATIN: {
    kk: 'Мұнда аты-жөн латын әріптерімен жазылады.',
    ru: 'Здесь имя пишется латиницей.',
    en: 'Here the name is written in Latin letters.',
  },
  PLACE_LETTERS: {
    kk: 'Туған жері кирилл немесе латын әріптерімен жазылады; басқа жазу алдымен аударылады.',
    ru: 'Место рождения пишется кириллицей или латиницей; иное письмо сначала переводится.',
    en: 'The place of birth is written in Cyrillic or Latin letters; another script is translated first.',
  },
  CONSENT_IN_FUTURE: {
    kk: 'Келісім әлі келмеген күнмен белгіленген.',
    ru: 'Согласие датировано днём, который ещё не наступил.',
    en: 'The consent is dated on a day that has not come.',
  },
  DOCUMENT_UNKNOWN: {
    kk: 'Мұндай файл жүктелмеген, немесе оны басқа біреу жүктеген.',
    ru: 'Такой файл не загружен или загружен кем-то другим.',
    en: 'No such file was uploaded by you.',
  },
  DOCUMENT_ATTACHED_ALREADY: {
    kk: 'Бұл файл бұрын тіркелген.',
    ru: 'Этот файл уже приложен.',
    en: 'This file is attached already.',
  },
  DOCUMENT_ISSUED_IN_FUTURE: {
    kk: 'Құжат әлі берілмеген күнмен белгіленген.',
    ru: 'Документ датирован днём, который ещё не наступил.',
    en: 'The document is dated on a day that has not come.',
  },
  DOCUMENT_DATES_ORDER: {
    kk: 'Құжаттың жарамдылық мерзімі берілген күнінен бұрын аяқталады.',
    ru: 'Срок действия документа заканчивается раньше дня выдачи.',
    en: 'The document expires before the day of its issue.',
  },
  DOCUMENT_ATTESTED_IN_FUTURE: {
    kk: 'Заңдастыру немесе апостиль әлі келмеген күнмен белгіленген.',
    ru: 'Легализация или апостиль датированы днём, который ещё не наступил.',
    en: 'The legalisation or apostille is dated on a day that has not come.',
  },
  DOCUMENT_ATTESTED_BEFORE_ISSUE: {
    kk: 'Заңдастыру немесе апостиль құжат берілген күннен бұрынғы күнмен белгіленген.',
    ru: 'Легализация или апостиль датированы раньше дня выдачи документа.',
    en: 'The legalisation or apostille is dated before the day of issue.',
  },
  DOCUMENT_FACT_MISSING: {
    kk: 'Мұндай құжат үшін бұл да көрсетіледі.',
    ru: 'Для такого документа это тоже указывается.',
    en: 'This is to be told of such a document.',
  },
  DOCUMENT_PICTURE_DAMAGED: {
    kk: 'Бұл сурет оқылмайды: файл бүлінген. Оны қайта жүктеңіз.',
    ru: 'Это изображение не читается: файл повреждён. Загрузите его снова.',
    en: 'This picture can not be read: the file is damaged. Upload it again.',
  },
  ACCOUNT_WITHOUT_IIN: {
    kk: 'Сіздің есептік жазбаңызда жеке сәйкестендіру нөмірі жоқ: электрондық цифрлық қолтаңбамен кіріңіз.',
    ru: 'У вашей учётной записи нет индивидуального идентификационного номера: войдите с электронной цифровой подписью.',
    en: 'Your account has no individual identification number: sign in with an electronic digital signature.',
  },
  IIN_PERSON_DISAGREES: {
    kk: 'Тегі, туған күні немесе құжат сіздің жеке сәйкестендіру нөміріңізбен сәйкес келмейді. Құжатты тексеріңіз немесе Қазақстанның шетелдегі мекемесіне жүгініңіз.',
    ru: 'Фамилия, дата рождения или документ не согласуются с вашим индивидуальным идентификационным номером. Проверьте документ или обратитесь в загранучреждение Казахстана.',
    en: 'The surname, the date of birth or the document does not agree with your individual identification number. Check the document, or turn to a mission of Kazakhstan.',
  },
  LANGUAGE_UNKNOWN: {
    kk: 'Бұл ISO 639 тіл коды емес (мысалы, kk).',
    ru: 'Это не код языка по ISO 639 (например, kk).',
    en: 'This is no ISO 639 code of a language, such as kk.',
  },
} as const satisfies Record<string, Message>;

/** A stable name of what is wrong with the data of a travel document. */
export type TravelDocumentProblemCode = keyof typeof travelDocumentProblems;

/**
 * One thing that is wrong with a machine-readable zone. The path is relative to the lines that were given: `[index of
 * the line]`, or `[]` for all of them.
 */
export interface TravelDocumentProblem extends Problem {
  code: TravelDocumentProblemCode;
}
