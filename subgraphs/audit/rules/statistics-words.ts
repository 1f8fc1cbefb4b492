import type { Message } from '../../kit/errors/languages.ts';

// What is counted, in the few words that a table or a chart has room for. The orders' own wording is where it is printed or explained.

const words = (kk: string, ru: string, en: string): Message => ({ kk, ru, en });

/** Categories of applicants, and for complaints the service complained of. */
export const categoryWords: Readonly<Record<string, Message>> = {
  POTENTIAL_INVESTOR: words('Әлеуетті инвесторлар', 'Потенциальные инвесторы', 'Potential investors'),
  GOODS_MARKING_PARTICIPANT: words('Тауарларды таңбалау', 'Маркировка товаров', 'Goods marking'),
  SPOUSE_OF_CITIZEN: words('Азаматтардың жұбайлары', 'Супруги граждан', 'Spouses of citizens'),
  CHILD_OF_CITIZEN: words('Азаматтардың балалары', 'Дети граждан', 'Children of citizens'),
  HEIR: words('Мұрагерлер', 'Наследники', 'Heirs'),
  DIGITAL_NOMAD: words('IT мамандары', 'IT-специалисты', 'IT specialists'),
  PERSON_WITH_DISABILITY: words('Мүгедектігі бар адамдар', 'Лица с инвалидностью', 'Persons with a disability'),
  AGE_65_PLUS: words('65 жастан асқандар', 'Лица от 65 лет', 'Aged 65 and older'),
  PLANT_PROTECTION_PRODUCER: words(
    'Пестицид өндірушілері мен тіркеушілері',
    'Производители и регистранты пестицидов',
    'Producers and registrants of pesticides',
  ),
  LEGAL_ENTITY_HEAD: words('Заңды тұлға басшылары', 'Руководители юридических лиц', 'Heads of legal entities'),
  REPRESENTATION_STAFF: words('Өкілдік қызметкерлері', 'Сотрудники представительств', 'Staff of representations'),
  IIN: words('ЖСН', 'ИИН', 'Number (IIN)'),
  PETITION: words('Өтінішхат', 'Ходатайство', 'Petition'),
  RESIDENCE: words('Тұруға рұқсат', 'Разрешение на проживание', 'Residence'),
};

/** The two cities. */
export const cityWords: Readonly<Record<string, Message>> = {
  ASTANA: words('Астана', 'Астана', 'Astana'),
  ALMATY: words('Алматы', 'Алматы', 'Almaty'),
};

/** The grounds of refusals: of the IIN service those of A§13, of the others the step at which it was refused. */
export const groundWords: Readonly<Record<string, Message>> = {
  UNTRUE_DOCUMENTS_OR_DATA: words(
    'Құжаттар немесе мәліметтер шынайы емес',
    'Недостоверные документы или данные',
    'Untrue documents or data',
  ),
  NOT_COMPLIANT_WITH_REQUIREMENTS: words(
    'Талаптарға сәйкес емес',
    'Несоответствие требованиям',
    'Not compliant with the requirements',
  ),
  IIN_ALREADY_REGISTERED: words('ЖСН бұрын тіркелген', 'ИИН уже зарегистрирован', 'A number is registered already'),
  SCREENING: words('Құжаттарды тексеру кезінде', 'При проверке документов', 'At the screening'),
  INTERVIEW: words('Сұхбатта', 'На собеседовании', 'At the interview'),
  SIGNATURE: words('Қол қою кезінде', 'При подписании', 'At the signature'),
  PRELIMINARY_DECISION: words('Алдын ала қарауда', 'При предварительном рассмотрении', 'At the preliminary decision'),
  FINAL_REVIEW: words('Түпкілікті қарауда', 'При окончательном рассмотрении', 'At the final review'),
};

/** Documents that can be missing (A§6), and what proves a correction. */
export const documentWords: Readonly<Record<string, Message>> = {
  APPLICATION_FORM: words('Өтініш', 'Заявление', 'Application form'),
  IDENTITY_DOCUMENT: words('Жеке басты куәландыратын құжат', 'Документ, удостоверяющий личность', 'Identity document'),
  FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP: words(
    'Шетелдік инвесторлар кеңесіне мүшелік',
    'Членство в Совете иностранных инвесторов',
    "Membership of the Foreign Investors' Council",
  ),
  INVESTMENT_CONTRACT: words('Инвестициялық шарт', 'Инвестиционный контракт', 'Investment contract'),
  STATE_BODY_RECOMMENDATION: words(
    'Мемлекеттік органның ұсынымы',
    'Рекомендация государственного органа',
    'Recommendation of a state body',
  ),
  AIFC_RECOMMENDATION: words('АХҚО ұсынымы', 'Рекомендация МФЦА', 'Recommendation of the AIFC'),
  APPOINTMENT_ACT: words('Тағайындау туралы акт', 'Акт о назначении', 'Act of appointment'),
  MARRIAGE_CERTIFICATE: words('Неке туралы куәлік', 'Свидетельство о браке', 'Marriage certificate'),
  SPOUSE_IDENTITY_DOCUMENT: words('Жұбайының құжаты', 'Документ супруга', 'Identity document of the spouse'),
  BIRTH_CERTIFICATE: words('Туу туралы куәлік', 'Свидетельство о рождении', 'Birth certificate'),
  PARENT_IDENTITY_DOCUMENT: words('Ата-анасының құжаты', 'Документ родителя', 'Identity document of the parent'),
  DEATH_CERTIFICATE: words('Қайтыс болу туралы куәлік', 'Свидетельство о смерти', 'Death certificate'),
  INHERITANCE_PROOF: words('Мұрагерлік құқығын растау', 'Подтверждение права наследования', 'Proof of inheritance'),
  IT_DIPLOMA: words('IT дипломы', 'IT-диплом', 'IT diploma'),
  IT_TRAINING_CERTIFICATE: words(
    'IT біліктілігін арттыру сертификаты',
    'Сертификат повышения IT-квалификации',
    'Certificate of advanced training in IT',
  ),
  IT_PORTFOLIO: words('IT портфолиосы', 'IT-портфолио', 'IT portfolio'),
  DISABILITY_CERTIFICATE: words('Мүгедектік туралы анықтама', 'Справка об инвалидности', 'Certificate of disability'),
  ACTIVITY_PROOF: words('Қызметін растау', 'Подтверждение деятельности', 'Proof of the activity'),
  NAME_CHANGE_CERTIFICATE: words(
    'Атын өзгерту туралы куәлік',
    'Свидетельство о перемене имени',
    'Certificate of a change of name',
  ),
  CITIZENSHIP_PROOF: words('Азаматтықты растау', 'Подтверждение гражданства', 'Proof of citizenship'),
  CORRECTION_PROOF: words('Түзетуді растау', 'Подтверждение исправления', 'Proof of what is corrected'),
};

/** The steps, in the order of each way. */
export const stepWords: Readonly<Record<string, Message>> = {
  IIN_SERVICE: words(
    'Қызмет: тіркеуден шешімге дейін',
    'Услуга: от регистрации до решения',
    'Service: registration to decision',
  ),
  DELIVERY: words('Операторларға беру', 'Передача операторам', 'Passing to the operators'),
  WAITING_FOR_OPERATOR: words('Операторды күту', 'Ожидание оператора', 'Waiting for an operator'),
  OPERATOR_REVIEW: words('Оператордың қарауы', 'Рассмотрение оператором', 'Review by the operator'),
  HANDING_OUT: words('Нәтижені беру', 'Выдача результата', 'Handing out the result'),
  SCREENING: words('Құжаттарды тексеру', 'Проверка документов', 'Screening'),
  INTERVIEW_INVITATION: words('Сұхбатқа шақыру', 'Приглашение на собеседование', 'Invitation to the interview'),
  CHOOSING_TIME: words('Уақыт таңдау', 'Выбор времени', 'Choosing a time'),
  INTERVIEW: words('Сұхбат', 'Собеседование', 'Interview'),
  SIGNATURE: words('Қол қою', 'Подписание', 'Signature'),
  CASE_REGISTRATION: words('Істі тіркеу', 'Регистрация дела', 'Registration of the case'),
  REWORK: words('Пысықтау', 'Доработка', 'Rework by the applicant'),
  PRELIMINARY_DECISION: words('Алдын ала шешім', 'Предварительное решение', 'Preliminary decision'),
  KNB_AGREEMENT: words('ҰҚК келісуі', 'Согласование с КНБ', 'Agreement of the KNB'),
  APPROVAL_VALIDITY: words('Келу', 'Прибытие', 'Arrival after the approval'),
  COMING_TO_SERVICE_CENTRE: words('ХҚКО-ға жүгіну', 'Обращение в ЦОН', 'Coming to the service centre'),
  PSC_REGISTRATION: words('ХҚКО-да тіркеу', 'Регистрация в ЦОН', 'Registration at the service centre'),
  COURIER: words('Түпнұсқаларды жеткізу', 'Доставка оригиналов', 'Courier with the originals'),
  FINAL_REVIEW: words('Түпкілікті қарау', 'Окончательное рассмотрение', 'Final review'),
  PERMIT: words('Ықтиярхат беру', 'Выдача вида на жительство', 'Permission to permit'),
  COMPLAINT_FORWARDING: words('Шағымды жіберу', 'Направление жалобы', 'Forwarding of the complaint'),
  COMPLAINT_PROVIDER: words('Қызмет берушінің қарауы', 'Рассмотрение услугодателем', 'Review by the provider'),
  COMPLAINT_REVIEW: words('Қарайтын органның қарауы', 'Рассмотрение органом', 'Review by the reviewing body'),
};

const months = {
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  ru: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** A month, such as 2026-11. */
export function monthWords(key: string): Message {
  const { year, month } = Temporal.PlainYearMonth.from(key);
  const of = (language: keyof typeof months) => `${months[language][month - 1]} ${year}`;
  return { kk: of('kk'), ru: of('ru'), en: of('en') };
}

/** A week, by its first day. */
export function weekWords(key: string): Message {
  const first = Temporal.PlainDate.from(key);
  const day = (date: Temporal.PlainDate) =>
    [date.day, date.month].map((each) => String(each).padStart(2, '0')).join('.');
  const text = `${day(first)}–${day(first.add({ days: 6 }))}.${first.add({ days: 6 }).year}`;
  return { kk: text, ru: text, en: text };
}

/** The words of a code; the code itself where none are known. */
export function wordsOf(known: Readonly<Record<string, Message>>, code: string): Message {
  return known[code] ?? { kk: code, ru: code, en: code };
}
