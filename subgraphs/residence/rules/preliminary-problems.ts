import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with an e-application and what is done with it, and how it is said; what it shares with the petition is said there. The keys are the stable codes. */
export const preliminaryProblems = {
  LEGALISATION_MISSING: {
    kk: 'Шет мемлекеттің құжаты заңдастырылуы немесе апостильденуі керек: бұл мемлекетті шарт босатпайды.',
    ru: 'Документ иностранного государства нужно легализовать или апостилировать: договор это государство не освобождает.',
    en: 'The document of a foreign state needs legalisation or an apostille: no treaty exempts this state.',
  },
  PETITION_NOT_SIGNED: {
    kk: 'Өтінішхатқа әлі қол қойылмаған.',
    ru: 'Ходатайство ещё не подписано.',
    en: 'The petition is not signed.',
  },
  PETITION_OTHER_PERSON: {
    kk: 'Өтінішхат басқа адамға берілген.',
    ru: 'Ходатайство выдано другому лицу.',
    en: 'The petition is for somebody else.',
  },
  QUESTIONNAIRE_UNKNOWN: {
    kk: 'Мұндай сауалнама жоқ.',
    ru: 'Такой анкеты нет.',
    en: 'There is no such questionnaire.',
  },
  QUESTIONNAIRE_OUTDATED: {
    kk: 'Сауалнама толтырылғаннан кейін деректеріңіз өзгерді: қайта толтырыңыз.',
    ru: 'После заполнения анкеты ваши данные изменились: заполните её снова.',
    en: 'Your data changed after the questionnaire was filled in: fill it in again.',
  },
  QUESTIONNAIRE_OTHER_CITY: {
    kk: 'Сауалнамада тұратын қала басқа.',
    ru: 'В анкете указан другой город проживания.',
    en: 'The questionnaire names another city to live in.',
  },
  DUTY_PAYMENT_UNKNOWN: {
    kk: 'Сіздің атыңыздан мұндай төлем тіркелмеген.',
    ru: 'От вашего имени такой платёж не зарегистрирован.',
    en: 'No such payment of yours is recorded.',
  },
  DUTY_OTHER_PURPOSE: {
    kk: 'Бұл төлем басқа баж үшін жасалған.',
    ru: 'Этот платёж сделан за другую пошлину.',
    en: 'This payment is for another duty.',
  },
  DUTY_PAYMENT_USED: {
    kk: 'Бұл төлем басқа өтініш үшін пайдаланылған.',
    ru: 'Этот платёж уже использован для другого обращения.',
    en: 'This payment was used for another application.',
  },
  DUTY_TOO_LITTLE: {
    kk: 'Мемлекеттік баж толық төленбеген: {due} теңге керек, {paid} төленген.',
    ru: 'Пошлина уплачена не полностью: нужно {due} тенге, уплачено {paid}.',
    en: 'The duty is not paid in full: {due} tenge are due, {paid} were paid.',
  },
  DUTY_UNKNOWN: {
    kk: 'Бұл күнге мемлекеттік баждың мөлшері белгісіз.',
    ru: 'Размер пошлины на этот день неизвестен.',
    en: 'The duty on this day is not known.',
  },
  PAYMENT_IN_FUTURE: {
    kk: 'Төлем уақыты әлі келген жоқ.',
    ru: 'Время платежа ещё не наступило.',
    en: 'The moment of the payment lies in the future.',
  },
  PAYMENT_RECORDED_OTHERWISE: {
    kk: 'Осы сілтемемен басқа төлем тіркелген.',
    ru: 'С этой ссылкой зарегистрирован другой платёж.',
    en: 'Another payment is recorded with this reference.',
  },
  CASE_OPEN: {
    kk: 'Қаралып жатқан өтінішіңіз бар.',
    ru: 'У вас уже есть обращение на рассмотрении.',
    en: 'You have an application under review.',
  },
  BARRED_UNTIL: {
    kk: 'Жаңа өтінішті {day} күнінен бастап беруге болады.',
    ru: 'Новое обращение возможно с {day}.',
    en: 'A new application is possible from {day}.',
  },
  PAYMENT_EMPTY: {
    kk: 'Төлем сомасы нөлден көп болуы керек.',
    ru: 'Сумма платежа должна быть больше нуля.',
    en: 'The amount of the payment has to be more than nothing.',
  },
  CHECK_MISSING: {
    kk: 'Тексерудің нәтижесін көрсетіңіз.',
    ru: 'Укажите результат проверки.',
    en: 'Tell what was checked.',
  },
  CHECK_TWICE: {
    kk: 'Бұл тексеру екі рет көрсетілген.',
    ru: 'Эта проверка указана дважды.',
    en: 'This check is told twice.',
  },
  NOTICE_LETTERS: {
    kk: 'Хабарлама кирилл немесе латын әріптерімен басылады.',
    ru: 'Уведомление печатается кириллицей или латиницей.',
    en: 'The notice is printed in Cyrillic or Latin letters.',
  },
  RETURN_REASON_MISSING: {
    kk: 'Қайтару себебін көрсетіңіз.',
    ru: 'Укажите причину возврата.',
    en: 'Name the reason of the return.',
  },
  RETURN_REASON_SUBJECT: {
    kk: 'Себеп не құжатқа, не сауалнаманың өрісіне қатысты болады.',
    ru: 'Причина относится либо к документу, либо к полю анкеты.',
    en: 'A reason is about a document, or about a field of the questionnaire.',
  },
} as const satisfies Record<string, Message>;

/** What can be wrong with the answers of the questionnaire, and how it is said. */
export const questionnaireMessages = {
  ANSWER_MISSING: { kk: 'Жауап жоқ.', ru: 'Нет ответа.', en: 'The answer is missing.' },
  ANSWER_NOT_LATIN: {
    kk: 'Есім латын әріптерімен жазылады.',
    ru: 'Имя пишется латинскими буквами.',
    en: 'The name is written in Latin letters here.',
  },
  ANSWER_NOT_CYRILLIC: {
    kk: 'Жауап қазақ немесе орыс тілінде, кирилл әріптерімен жазылады.',
    ru: 'Ответ пишется на казахском или русском языке, кириллицей.',
    en: 'The answer is written in Kazakh or Russian, in Cyrillic letters.',
  },
  ANSWER_NOT_RUSSIAN: {
    kk: 'Орыс тілі таңдалған, ал жауапта қазақ әріптері бар.',
    ru: 'Выбран русский язык, а в ответе есть казахские буквы.',
    en: 'Russian was declared, and the answer has Kazakh letters.',
  },
  ANSWERS_NOT_KAZAKH: {
    kk: 'Қазақ тілі таңдалған, ал жауаптарда бірде-бір қазақ әрпі жоқ.',
    ru: 'Выбран казахский язык, а в ответах нет ни одной казахской буквы.',
    en: 'Kazakh was declared, and no answer has a Kazakh letter.',
  },
  ANSWER_IN_FUTURE: { kk: 'Бұл күн әлі келген жоқ.', ru: 'Этот день ещё не наступил.', en: 'This day is yet to come.' },
  ANSWER_DATES_REVERSED: {
    kk: 'Соңы басынан бұрын тұр.',
    ru: 'Окончание раньше начала.',
    en: 'The end lies before the beginning.',
  },
  ANSWER_YEAR_IMPOSSIBLE: {
    kk: 'Мұндай жыл болуы мүмкін емес.',
    ru: 'Такого года быть не может.',
    en: 'This year cannot be.',
  },
  ANSWERS_TOO_MANY: {
    kk: 'Тізім тым ұзын: ең көбі {max}.',
    ru: 'Список слишком длинный: не более {max}.',
    en: 'The list is too long: {max} at the most.',
  },
  ANSWER_SPOUSE_MISSING: {
    kk: 'Некеде тұрсыз: жұбайыңызды жақын туыстар арасында көрсетіңіз.',
    ru: 'Вы состоите в браке: укажите супруга среди близких родственников.',
    en: 'You are married: name your spouse among the close relatives.',
  },
  ANSWER_SPOUSE_UNEXPECTED: {
    kk: 'Жұбайыңыз көрсетілген, бірақ некеде тұрмайсыз.',
    ru: 'Указан супруг, но вы не состоите в браке.',
    en: 'A spouse is named, but you are not married.',
  },
  ANSWER_DETAILS_MISSING: {
    kk: '«Иә» деп жауап бердіңіз: толығырақ жазыңыз.',
    ru: 'Вы ответили «да»: напишите подробнее.',
    en: 'You answered yes: write what there is to say.',
  },
  ANSWER_DETAILS_UNEXPECTED: {
    kk: '«Жоқ» деп жауап бердіңіз, бірақ мәліметтер жазылған.',
    ru: 'Вы ответили «нет», но подробности указаны.',
    en: 'You answered no, and wrote something all the same.',
  },
  ANSWER_TELEPHONE: {
    kk: 'Телефон нөмірі + белгісі мен ел кодынан басталады.',
    ru: 'Номер телефона начинается с + и кода страны.',
    en: 'The telephone number begins with + and the code of its country.',
  },
  ANSWER_DISAGREES: {
    kk: 'Жауап ұсынылған құжаттағы деректен өзгеше.',
    ru: 'Ответ расходится с представленным документом.',
    en: 'The answer disagrees with the document as presented.',
  },
  ANSWER_PASSPORT_MISSING: {
    kk: 'Ұсынылған паспорт жол жүру құжаттары арасында жоқ.',
    ru: 'Представленного паспорта нет среди проездных документов.',
    en: 'The passport as presented is not among the travel documents.',
  },
  ANSWERS_NOT_CONFIRMED: {
    kk: 'Жауаптарыңыздың шындығын растаңыз.',
    ru: 'Подтвердите, что ответы правдивы.',
    en: 'State that the answers are true.',
  },
} as const satisfies Record<string, Message>;
