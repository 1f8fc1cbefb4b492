import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with a petition and what is done with it, and how it is said. */
export const petitionProblems = {
  APPLICANT_WITHOUT_IIN: {
    kk: 'Жеке сәйкестендіру нөмірі (ЖСН) жоқ: алдымен оны алыңыз.',
    ru: 'Нет индивидуального идентификационного номера (ИИН): сначала получите его.',
    en: 'There is no individual identification number (IIN): get one first.',
  },
  PETITION_OPEN_ALREADY: {
    kk: 'Сіздің қаралып жатқан өтініміңіз бар. Ол аяқталғанша жаңасы берілмейді.',
    ru: 'Ваша заявка уже рассматривается. Пока она не завершена, новая не подаётся.',
    en: 'You have a petition that is not decided yet. Until it is, no new one is possible.',
  },
  PASSPORT_VALIDITY: {
    kk: 'Паспорт өтініш берілген күні {days} күнтізбелік күннен артық мерзімге жарамды болуы керек.',
    ru: 'Паспорт на день подачи должен действовать более {days} календарных дней.',
    en: 'The passport has to be valid for more than {days} calendar days on the day of application.',
  },
  PASSPORT_COPY_MISSING: {
    kk: 'Шетелдік паспорттың көшірмесі жоқ.',
    ru: 'Нет копии заграничного паспорта.',
    en: 'The copy of the foreign passport is missing.',
  },
  PORTFOLIO_MISSING: { kk: 'Портфолио жоқ.', ru: 'Нет портфолио.', en: 'The portfolio is missing.' },
  PHOTO_MISSING: {
    kk: '35×45 мм портреттік сурет жоқ.',
    ru: 'Нет портретной фотографии 35×45 мм.',
    en: 'The portrait photo of 35×45 mm is missing.',
  },
  TRAINING_CERTIFICATE_MISSING: {
    kk: 'Біліктілікті арттыру туралы сертификат жоқ.',
    ru: 'Нет сертификата о повышении квалификации.',
    en: 'The certificate of advanced training is missing.',
  },
  CURRICULUM_VITAE_MISSING: { kk: 'Түйіндеме жоқ.', ru: 'Нет резюме.', en: 'The CV is missing.' },
  MOTIVATION_LETTER_MISSING: {
    kk: 'Мотивациялық хат жоқ.',
    ru: 'Нет мотивационного письма.',
    en: 'The motivation letter is missing.',
  },
  CRIMINAL_RECORD_MISSING: {
    kk: 'Соттылығы (соттылығының болмауы) туралы құжат жоқ.',
    ru: 'Нет документа о судимости (её отсутствии).',
    en: 'The document on the criminal record, or its absence, is missing.',
  },
  CRIMINAL_RECORD_STATE: {
    kk: 'Бұл құжатты азаматтығы бар немесе тұрақты тұратын мемлекеттің құзыретті органы беруі керек. Басқа мемлекетте тұрақты тұрсаңыз, оны көрсетіңіз.',
    ru: 'Этот документ выдаёт компетентный орган государства гражданства или постоянного проживания. Если вы постоянно живёте в другом государстве, укажите его.',
    en: 'This document is issued by the competent body of the state of citizenship or of permanent residence. If you reside permanently in another state, tell which.',
  },
  PHOTO_NOT_A_PICTURE: {
    kk: 'Портреттік сурет JPEG немесе PNG пішімінде болуы керек.',
    ru: 'Портретная фотография должна быть в формате JPEG или PNG.',
    en: 'The portrait photo has to be a JPEG or a PNG.',
  },
  PHOTO_PROPORTIONS: {
    kk: 'Портреттік суреттің қабырғалары 35×45 мм қатынасында емес.',
    ru: 'Стороны портретной фотографии не соотносятся как 35×45 мм.',
    en: 'The sides of the portrait photo are not as 35 to 45 mm.',
  },
  PHOTO_TOO_SMALL: {
    kk: 'Портреттік сурет тым кіші: ені кемінде {width}, биіктігі кемінде {height} пиксель болуы керек.',
    ru: 'Портретная фотография слишком мала: нужно не менее {width} пикселей в ширину и {height} в высоту.',
    en: 'The portrait photo is too small: at least {width} pixels wide and {height} high.',
  },
  DOCUMENT_HAS_EXPIRED: {
    kk: 'Құжаттың жарамдылық мерзімі өтіп кеткен.',
    ru: 'Срок действия документа истёк.',
    en: 'The document has expired.',
  },
  DOCUMENT_NOT_ASKED_FOR: {
    kk: 'Бұл құжат өтінімге қажет емес: оны алып тастаңыз.',
    ru: 'Этот документ для заявки не нужен: уберите его.',
    en: 'This document is not asked for here: leave it out.',
  },
  DOCUMENT_NOT_ATTACHED: {
    kk: 'Сізге мұндай құжат тіркелмеген.',
    ru: 'Такой документ к вам не приложен.',
    en: 'No such document is attached to you.',
  },
  DOCUMENT_REPEATED: {
    kk: 'Бұл құжат тізімде екі рет аталған.',
    ru: 'Этот документ назван в списке дважды.',
    en: 'This document is named twice.',
  },
  INTERVIEW_TIMES_COUNT: {
    kk: 'Таңдау үшін {least}-ден {most}-ге дейін уақыт ұсыныңыз.',
    ru: 'Предложите на выбор от {least} до {most} вариантов времени.',
    en: 'Offer {least} to {most} times to choose from.',
  },
  INTERVIEW_TIME_PASSED: {
    kk: 'Бұл уақыт өтіп кетті.',
    ru: 'Это время уже прошло.',
    en: 'This time has passed.',
  },
  INTERVIEW_TIME_GRID: {
    kk: 'Сұхбат жарты сағатқа созылады және толық сағатта немесе жарты сағатта басталады.',
    ru: 'Собеседование длится полчаса и начинается ровно в час или в половине часа.',
    en: 'An interview lasts half an hour, and begins on the hour or half past.',
  },
  INTERVIEW_TIME_REPEATED: {
    kk: 'Бұл уақыт бұрын ұсынылған.',
    ru: 'Это время уже предложено.',
    en: 'This time is offered already.',
  },
  INTERVIEW_TIME_AGREED: {
    kk: 'Бұл уақытқа сіз басқа адаммен келісіп қойғансыз.',
    ru: 'На это время вы уже договорились с другим человеком.',
    en: 'You have agreed upon this time with somebody else.',
  },
  INTERVIEW_TIME_NOT_OFFERED: {
    kk: 'Бұл уақыт ұсынылмаған.',
    ru: 'Это время не предложено.',
    en: 'This time is not on offer.',
  },
  INTERVIEW_TIME_TAKEN: {
    kk: 'Бұл уақытты басқа адам таңдап үлгерді. Қалған уақыттардың бірін таңдаңыз.',
    ru: 'Это время только что выбрал другой человек. Выберите одно из оставшихся.',
    en: 'Somebody else has chosen this time meanwhile. Choose one of the others.',
  },
  VIDEO_LINK_INVALID: {
    kk: 'Бейне-сұхбаттың сілтемесі https:// деп басталатын мекенжай болуы керек.',
    ru: 'Ссылка на видеособеседование должна быть адресом, который начинается с https://.',
    en: 'The link to the video interview has to be an address that begins with https://.',
  },
  LETTER_CHARACTERS: {
    kk: 'Бұл мәтін хатқа кириллицамен немесе латынша жазылады.',
    ru: 'Этот текст пишется в письме кириллицей или латиницей.',
    en: 'In the letter this is written in Cyrillic or Latin letters.',
  },
} as const satisfies Record<string, Message>;
