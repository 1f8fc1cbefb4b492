import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with a complaint and with a decision on one, and how it is said. */
export const complaintProblems = {
  SUBJECT_NOT_ONE: {
    kk: 'Шағым бір ғана нәрсе туралы болуы керек: ЖСН өтініші, өтінішхат, тұру ісі немесе жалпы қызмет.',
    ru: 'Жалоба должна быть об одном: о заявлении на ИИН, ходатайстве, деле о проживании или услуге в целом.',
    en: 'A complaint has to be about exactly one of: an application for a number, a petition, a residence case, a service in general.',
  },
  REOPENING_MISSING: {
    kk: 'Іс қайта ашыла ма, соны көрсетіңіз.',
    ru: 'Укажите, возобновляется ли дело.',
    en: 'Say whether the case is to be reopened.',
  },
  REOPENING_IMPOSSIBLE: {
    kk: 'Мұндай шешіммен немесе мұндай шағым бойынша іс қайта ашылмайды.',
    ru: 'По такому решению или по такой жалобе дело не возобновляется.',
    en: 'With such a decision, or on such a complaint, no case is reopened.',
  },
} as const satisfies Record<string, Message>;

/** What every decision states (A§18). */
export const courtStatement: Message = {
  kk: 'Егер заңда өзгеше көзделмесе, шағым сотқа дейінгі тәртіппен қаралғаннан кейін сотқа жүгінуге болады (бұйрықтың 18-тармағы).',
  ru: 'Обращение в суд возможно после рассмотрения жалобы в досудебном порядке, если законом не предусмотрено иное (пункт 18 приказа).',
  en: 'You may go to court after the pre-trial review of the complaint, unless law provides otherwise (paragraph 18 of the order).',
};
