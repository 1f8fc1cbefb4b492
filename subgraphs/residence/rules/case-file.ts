import type { Message } from '../../kit/errors/languages.ts';

const person = {
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'individual identification number' },
  latinName: { kk: 'аты-жөні (латын әріптерімен)', ru: 'имя (латиницей)', en: 'name (Latin letters)' },
  cyrillicName: { kk: 'аты-жөні (кириллицамен)', ru: 'имя (кириллицей)', en: 'name (Cyrillic letters)' },
  birthDate: { kk: 'туған күні', ru: 'дата рождения', en: 'date of birth' },
  birthPlace: { kk: 'туған жері', ru: 'место рождения', en: 'place of birth' },
  sex: { kk: 'жынысы', ru: 'пол', en: 'sex' },
  citizenship: { kk: 'азаматтығы', ru: 'гражданство', en: 'citizenship' },
  travelDocument: {
    kk: 'паспорт: нөмірі, берген ел, жарамдылығы',
    ru: 'паспорт: номер, страна выдачи, срок действия',
    en: 'passport: number, issuing country, validity',
  },
} as const satisfies Record<string, Message>;

const submitted = {
  submittedAt: { kk: 'өтініш берілді', ru: 'подано', en: 'submitted' },
  dueAt: { kk: 'ең жақын мерзім', ru: 'ближайший срок', en: 'due next' },
  state: { kk: 'күйі', ru: 'состояние', en: 'state' },
} as const satisfies Record<string, Message>;

const refusalReason = { kk: 'бас тарту себебі', ru: 'причина отказа', en: 'reason of the refusal' };

/** What the facts of a petition's case file are called. */
export const petitionFactNames = {
  ...person,
  permanentResidence: {
    kk: 'тұрақты тұратын елі',
    ru: 'страна постоянного проживания',
    en: 'state of permanent residence',
  },
  consentedAt: {
    kk: 'дербес деректерді өңдеуге келісім берілді',
    ru: 'согласие на обработку персональных данных',
    en: 'consent to personal data processing',
  },
  ...submitted,
  passedInterviewAt: { kk: 'сұхбаттан өтті', ru: 'собеседование пройдено', en: 'interview passed' },
  interviewResult: { kk: 'сұхбат нәтижесі', ru: 'итог собеседования', en: 'what came of the interview' },
  profession: { kk: 'кәсібі', ru: 'профессия', en: 'profession' },
  decidedAt: { kk: 'шешім қабылданды', ru: 'решение принято', en: 'decided' },
  refusalReason,
} as const satisfies Record<string, Message>;

/** What the facts of a residence case's file are called. */
export const caseFactNames = {
  city: { kk: 'қала', ru: 'город', en: 'city' },
  ...person,
  ...submitted,
  returned: {
    kk: 'пысықтауға қайтару себебі',
    ru: 'причина возврата на доработку',
    en: 'reason of a return for rework',
  },
  registeredAt: { kk: 'іс тіркелді', ru: 'дело зарегистрировано', en: 'case registered' },
  sentToKnbAt: { kk: 'ҰҚК-ге жіберілді', ru: 'направлено в КНБ', en: 'sent to the KNB' },
  knbAnsweredAt: { kk: 'ҰҚК жауап берді', ru: 'КНБ ответил', en: 'the KNB answered' },
  approvalNumber: {
    kk: 'алдын ала мақұлдаудың нөмірі',
    ru: 'номер предварительного одобрения',
    en: 'number of the preliminary approval',
  },
  preliminaryDecidedAt: {
    kk: 'алдын ала шешім қабылданды',
    ru: 'предварительное решение принято',
    en: 'decided preliminarily',
  },
  lapsesAt: {
    kk: 'пысықтау немесе мақұлдау мерзімінің соңы',
    ru: 'конец срока доработки или одобрения',
    en: 'end of the term of the rework or the approval',
  },
  arrivedAt: { kk: 'келді', ru: 'прибытие', en: 'arrived' },
  borderCrossedAt: { kk: 'шекарадан өтті', ru: 'пересечение границы', en: 'border crossed' },
  fingerprintedAt: { kk: 'саусақ іздері алынды', ru: 'отпечатки сняты', en: 'fingerprints taken' },
  finalAppliedAt: {
    kk: 'қызмет көрсету орталығында тіркелді',
    ru: 'зарегистрировано в центре обслуживания',
    en: 'registered at the service centre',
  },
  originalsSentAt: { kk: 'түпнұсқалар жіберілді', ru: 'оригиналы отправлены', en: 'originals sent' },
  originalsReceivedAt: { kk: 'түпнұсқалар алынды', ru: 'оригиналы получены', en: 'originals received' },
  finalDecidedAt: { kk: 'түпкілікті шешім қабылданды', ru: 'окончательное решение принято', en: 'decided finally' },
  refusalReason,
  earlierDecisions: {
    kk: 'бұрынғы, күші жойылған шешім',
    ru: 'прежнее, отменённое решение',
    en: 'earlier decision, taken back',
  },
  barredUntil: {
    kk: 'жаңа өтінішке тыйым салынған соңғы күн',
    ru: 'последний день запрета на новое обращение',
    en: 'last day on which no new application is possible',
  },
  residenceAddress: { kk: 'тіркелген мекенжайы', ru: 'адрес регистрации', en: 'registered address' },
  residenceRegisteredAt: {
    kk: 'тұрғылықты жері тіркелді',
    ru: 'место жительства зарегистрировано',
    en: 'residence registered',
  },
  permitNumber: { kk: 'ықтиярхат нөмірі', ru: 'номер вида на жительство', en: 'number of the residence permit' },
  permitIssuedAt: { kk: 'ықтиярхат берілді', ru: 'вид на жительство выдан', en: 'residence permit handed out' },
} as const satisfies Record<string, Message>;
