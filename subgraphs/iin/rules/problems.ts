import type { Problem } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';

/**
 * What can be wrong with a number, and how it is said. The keys are the stable codes; no text repeats a digit of
 * somebody's number.
 */
export const iinProblems = {
  IIN_NOT_TWELVE_DIGITS: {
    kk: 'ЖСН дәл он екі цифрдан (0–9) тұрады.',
    ru: 'ИИН состоит ровно из двенадцати цифр (0–9).',
    en: 'An IIN has exactly twelve digits (0–9).',
  },
  IIN_IS_BIN: {
    kk: 'Бұл – ұйымның нөмірі (БСН), адамның ЖСН-і емес.',
    ru: 'Это номер организации (БИН), а не ИИН человека.',
    en: "This is an organisation's number (BIN), not a person's IIN.",
  },
  IIN_DATE_DOES_NOT_EXIST: {
    kk: 'ЖСН-нің алғашқы алты цифры ешбір күнге сәйкес келмейді.',
    ru: 'Первые шесть цифр ИИН не образуют существующей даты.',
    en: 'The first six digits of the IIN are no date that exists.',
  },
  IIN_DATE_IN_FUTURE: {
    kk: 'ЖСН-дегі туған күн әлі келген жоқ.',
    ru: 'Дата рождения в ИИН ещё не наступила.',
    en: 'The date of birth in the IIN lies in the future.',
  },
  IIN_SEVENTH_DIGIT: {
    kk: 'ЖСН-нің жетінші цифры 0-ден 6-ға дейін болады.',
    ru: 'Седьмая цифра ИИН бывает от 0 до 6.',
    en: 'The seventh digit of an IIN is 0 to 6.',
  },
  IIN_SERIAL_UNUSABLE: {
    kk: 'Мұндай реттік нөмірі бар ЖСН берілмейді: оның бақылау цифры жоқ.',
    ru: 'ИИН с таким порядковым номером не выдаётся: для него нет контрольной цифры.',
    en: 'No IIN is given with this serial: it has no check digit.',
  },
  IIN_CHECK_DIGIT: {
    kk: 'ЖСН-нің соңғы (бақылау) цифры сәйкес келмейді, цифрларын тексеріңіз.',
    ru: 'Последняя (контрольная) цифра ИИН не сходится: проверьте цифры.',
    en: 'The last digit of the IIN, its check digit, does not match: check the digits.',
  },
  IIN_BIRTH_DATE_DISAGREES: {
    kk: 'ЖСН паспорттағы туған күнге сәйкес келмейді.',
    ru: 'ИИН не соответствует дате рождения в паспорте.',
    en: 'The IIN does not agree with the date of birth in the passport.',
  },
  NUMBERS_USED_UP: {
    kk: 'Осы туған күнге арналған нөмірлер таусылды. Әкімші келесі сегізінші цифрды ашуы керек.',
    ru: 'Номера на эту дату рождения исчерпаны. Администратор должен открыть следующую восьмую цифру.',
    en: 'The numbers for this date of birth are used up. An administrator has to open the next eighth digit.',
  },
  NUMBERS_NOT_IMPORTED: {
    kk: 'Нөмір қалыптастыру ашылмаған: бұрын берілген нөмірлер әлі енгізілмеген.',
    ru: 'Формирование номеров не открыто: ранее выданные номера ещё не загружены.',
    en: 'Forming is not open: the numbers in use were not imported yet.',
  },
} as const satisfies Record<string, Message>;

/** What can be wrong with an application or its refusal, and how it is said. */
export const applicationProblems = {
  CATEGORY_CHANNEL: {
    kk: 'Бұл санат бойынша өтініш сіз арқылы қабылданбайды.',
    ru: 'По этой категории заявление через вас не принимается.',
    en: 'Applications in this category do not go through you.',
  },
  REFUSAL_GROUND_MISSING: {
    kk: 'Бас тартудың үш негізінің кемінде біреуі көрсетіледі.',
    ru: 'Укажите хотя бы одно из трёх оснований отказа.',
    en: 'Name at least one of the three grounds of refusal.',
  },
  EXISTING_RECORD_NEEDED: {
    kk: 'Бұрын тіркелген нөмірдің жазбасы IIN_ALREADY_REGISTERED негізімен бірге, және тек сонымен бірге көрсетіледі.',
    ru: 'Запись ранее зарегистрированного номера указывается с основанием IIN_ALREADY_REGISTERED, и только с ним.',
    en: 'The record of the number registered before goes with the ground IIN_ALREADY_REGISTERED, and with it only.',
  },
  DUPLICATES_UNDECIDED: {
    kk: 'Ықтимал қайталанулар бар: нөмір қалыптастырмас бұрын олардың әрқайсысы бойынша шешім қабылдаңыз.',
    ru: 'Есть возможные дубликаты: прежде чем формировать номер, примите решение по каждому из них.',
    en: 'There are possible duplicates: decide on each of them before the number is formed.',
  },
  DUPLICATE_SAME_PERSON: {
    kk: 'Бұл сол адамның өзі деп шешілген: екінші нөмір қалыптастырылмайды.',
    ru: 'Решено, что это тот же человек: второй номер не формируется.',
    en: 'It was decided that this is the same person: no second number is formed.',
  },
  DUPLICATE_UNKNOWN: {
    kk: 'Бұл өтініште мұндай ықтимал қайталану жоқ.',
    ru: 'У этого заявления нет такого возможного дубликата.',
    en: 'This application has no such possible duplicate.',
  },
  RECORD_NOT_CONFIRMED: {
    kk: 'Бұл нөмір, тегі және туған күні тізілімде бір адамға тиесілі емес. Олар тізілімде жазылғандай, яғни тіркеу куәлігіндегідей көрсетіледі.',
    ru: 'Этот номер, фамилия и дата рождения в реестре не относятся к одному человеку. Они указываются так, как записаны, то есть как в регистрационном свидетельстве.',
    en: 'This number, surname and date of birth are not of one person in the registry. Give them as they are recorded, as the registration certificate has them.',
  },
  CORRECTION_EMPTY: {
    kk: 'Түзетілетін деректердің кемінде біреуі көрсетіледі.',
    ru: 'Укажите хотя бы одно из исправляемых данных.',
    en: 'Name at least one thing that is to be corrected.',
  },
  CORRECTION_CHANGES_NOTHING: {
    kk: 'Бұл дерек тізілімде де адам ұсынғандай жазылған.',
    ru: 'Эти данные записаны в реестре так же, как представлены.',
    en: 'The registry has this as the person presented it.',
  },
  CORRECTION_LEAVES_NO_NAME: {
    kk: 'Түзетуден кейін адамның тегі де, аты да қалмайды.',
    ru: 'После исправления у человека не останется ни фамилии, ни имени.',
    en: 'The correction would leave the person neither a surname nor given names.',
  },
  RECORD_CHANGED: {
    kk: 'Өтініш тіркелгеннен кейін тізілімдегі жазба өзгертілген.',
    ru: 'Запись в реестре изменилась после регистрации заявления.',
    en: 'The record was changed after the application was registered.',
  },
  RESULT_REPLACED: {
    kk: 'Тізілімдегі жазба кейін түзетілген: бұл өтініш бойынша куәлік енді берілмейді.',
    ru: 'Запись в реестре с тех пор исправлена: свидетельство по этому заявлению больше не печатается.',
    en: 'The record was corrected since: no certificate is printed for this application any more.',
  },
  RECORD_KEY: {
    kk: 'Не жазбаның идентификаторы, не нөмір көрсетіледі.',
    ru: 'Укажите либо идентификатор записи, либо номер.',
    en: 'Give either the id of the record or the number.',
  },
  FORM_LETTERS: {
    kk: 'Нысан кирилл немесе латын әріптерімен басылады: алдымен аударыңыз.',
    ru: 'Форма печатается кириллицей или латиницей: сначала переведите.',
    en: 'The form is printed in Cyrillic or Latin letters: have it translated first.',
  },
  EXISTING_RECORD_UNKNOWN: { kk: 'Мұндай жазба жоқ.', ru: 'Такой записи нет.', en: 'There is no such record.' },
} as const satisfies Record<string, Message>;

/** A stable name of what is wrong with a number. */
export type IinProblemCode = keyof typeof iinProblems;

/** One thing that is wrong with a number. The path is empty: it is relative to the number. */
export interface IinProblem extends Problem {
  code: IinProblemCode;
}
