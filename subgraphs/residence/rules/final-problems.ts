import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with arrivals, the final application, its review and the permit, and how it is said. */
export const finalProblems = {
  REFERENCE_REUSED: {
    kk: 'Осы белгімен бұрын басқа мәлімет берілген.',
    ru: 'По этому обозначению ранее передано другое.',
    en: 'Something else was told by this reference before.',
  },
  PERSON_NOT_NAMED: {
    kk: 'ЖСН немесе жол жүру құжаты көрсетіледі.',
    ru: 'Укажите ИИН или проездной документ.',
    en: 'Give the IIN or the travel document.',
  },
  MOMENT_IN_FUTURE: {
    kk: 'Бұл уақыт әлі келген жоқ.',
    ru: 'Этот момент ещё не наступил.',
    en: 'This moment lies in the future.',
  },
  DAY_IN_FUTURE: {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'This day lies in the future.',
  },
  FINAL_DOCUMENT_MISSING: {
    kk: 'Құжат жетіспейді: {kind}.',
    ru: 'Не хватает документа: {kind}.',
    en: 'A document is missing: {kind}.',
  },
  FINAL_DOCUMENT_TWICE: {
    kk: 'Бұл құжат бұдан бұрын тізімде бар.',
    ru: 'Этот документ уже указан выше.',
    en: 'This document stands in the list already.',
  },
  FACT_MISSING: {
    kk: 'Бұл құжат үшін осы мәлімет қажет.',
    ru: 'Для этого документа нужны эти сведения.',
    en: 'This has to be told of such a document.',
  },
  ORIGINAL_NOT_SHOWN: {
    kk: 'Құжаттың түпнұсқасы көрсетілуі керек.',
    ru: 'Нужно показать оригинал документа.',
    en: 'The original of the document has to be shown.',
  },
  PASSPORT_VALID_TOO_SHORT: {
    kk: 'Паспорт өтініш берілген күннен бастап {days} күнтізбелік күннен артық жарамды болуы керек.',
    ru: 'Паспорт должен действовать более {days} календарных дней со дня подачи заявления.',
    en: 'The passport has to be valid for more than {days} calendar days from the day of application.',
  },
  PASSPORT_EXPIRED: {
    kk: 'Паспорттың мерзімі өтіп кеткен.',
    ru: 'Срок действия паспорта истёк.',
    en: 'The passport has expired.',
  },
  MEDICAL_FORM_OTHER: {
    kk: 'Медициналық анықтама 028/у нысаны бойынша беріледі.',
    ru: 'Медицинская справка выдаётся по форме 028/у.',
    en: 'The medical certificate has to be of the form 028/у.',
  },
  MEDICAL_BARRED_DISEASE: {
    kk: 'Медициналық анықтама тізімдегі аурулардың жоқтығын растамайды.',
    ru: 'Медицинская справка не подтверждает отсутствия заболеваний из перечня.',
    en: 'The medical certificate does not say that there is no disease of the list.',
  },
  CONTRACT_NOT_NOTARISED: {
    kk: 'Тұрғын үй беру туралы шарт нотариалды куәландырылуы керек.',
    ru: 'Договор о предоставлении жилища должен быть нотариально удостоверен.',
    en: 'The housing contract has to be notarised.',
  },
  CONTRACT_TOO_SHORT: {
    kk: 'Тұрғын үй беру туралы шарт кемінде {days} күнтізбелік күнге жасалады.',
    ru: 'Договор о предоставлении жилища заключается не менее чем на {days} календарных дней.',
    en: 'The housing contract has to be for at least {days} calendar days.',
  },
  CONTRACT_ENDED: {
    kk: 'Тұрғын үй беру туралы шарттың мерзімі өтіп кеткен.',
    ru: 'Срок договора о предоставлении жилища истёк.',
    en: 'The housing contract has ended.',
  },
  DOCUMENT_OTHER_THAN_EARLIER: {
    kk: 'Электрондық өтінішпен берілген құжаттың өзі ұсынылады.',
    ru: 'Представляется тот же документ, что и с электронным заявлением.',
    en: 'The same document as with the e-application has to be brought.',
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
  DOCUMENT_PICTURE_DAMAGED: {
    kk: 'Бұл сурет оқылмайды: файл бүлінген. Оны қайта жүктеңіз.',
    ru: 'Это изображение не читается: файл повреждён. Загрузите его снова.',
    en: 'This picture can not be read: the file is damaged. Upload it again.',
  },
  FINDING_MISSING: {
    kk: 'Салыстырудың нәтижесі көрсетілмеген: {field}.',
    ru: 'Не указан результат сверки: {field}.',
    en: 'It is not said what the comparison found: {field}.',
  },
  FINDING_TWICE: {
    kk: 'Бұл өріс бойынша нәтиже бұдан бұрын көрсетілген.',
    ru: 'Результат по этому полю уже указан выше.',
    en: 'A finding on this stands in the list already.',
  },
  REASON_OF_PERMISSION: {
    kk: 'Бас тарту себептері тек бас тартқанда көрсетіледі.',
    ru: 'Причины указываются только при отказе.',
    en: 'A reason belongs to a refusal only.',
  },
  NOTICE_NOT_SHOWN: {
    kk: 'Рұқсат туралы хабарлама көрсетілуі керек.',
    ru: 'Нужно показать уведомление о разрешении.',
    en: 'The notice of permission has to be shown.',
  },
} as const satisfies Record<string, Message>;
