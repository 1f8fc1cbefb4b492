import type { NewNotice, Officers } from '../../kit/notices/tell.ts';
import { filledIn, wordsOfLastDay } from '../../kit/notices/words.ts';
import type { NoticeWords } from '../../kit/notices/words.ts';
import type { TermKind } from '../../kit/terms/terms.ts';
import type { City } from '../../kit/viewer/roles.ts';

/** Whom a term binds; petitions belong to no city. */
export function boundBy(kind: TermKind, city: City | null): Officers {
  switch (kind) {
    case 'INTERVIEW_INVITATION':
      return { role: 'hub_officer' };
    case 'KNB_AGREEMENT':
      return { role: 'knb_officer' };
    case 'PSC_REGISTRATION':
      return { role: 'psc_officer', city: city! };
    default:
      return { role: 'kkq_officer', city: city! };
  }
}

/** The terms that the person has to keep. */
const termsOfPerson = ['REWORK', 'APPROVAL_VALIDITY'] as const satisfies TermKind[];

type TermOfPerson = (typeof termsOfPerson)[number];

/** Whether the person has to keep a term. */
export function isOfPerson(kind: TermKind): kind is TermOfPerson {
  return (termsOfPerson as readonly TermKind[]).includes(kind);
}

/** A term of a person, and when it is due. */
export interface TermOfCase {
  kind: TermKind;
  dueAt: Temporal.Instant;
}

/** The person of a case. */
interface PersonOfCase {
  accountId: string;
  applicantId: string;
  number: string;
}

/** That a term ends soon that the person has to keep (B§12, B§19). */
export function reminderOf(term: TermOfCase, person: PersonOfCase): NewNotice {
  return noticeOf('TERM_ENDS_SOON', endsSoon, term, person);
}

/** That a term of which the person was told a last day has another one, because the calendar changed. */
export function movedNotice(term: TermOfCase, person: PersonOfCase): NewNotice {
  return noticeOf('TERM_MOVED', moved, term, person);
}

function noticeOf(
  kind: NewNotice['kind'],
  words: Record<TermOfPerson, NoticeWords>,
  term: TermOfCase,
  { accountId, applicantId, number }: PersonOfCase,
): NewNotice {
  const lastDay = wordsOfLastDay(term.dueAt);
  return { kind, to: { accountId, applicantId }, ...filledIn(words[term.kind as TermOfPerson], { number, lastDay }) };
}

const endsSoon: Record<TermOfPerson, NoticeWords> = {
  REWORK: {
    title: {
      kk: '{number}: ескертулерді жою мерзімі аяқталуда',
      ru: '{number}: срок доработки заканчивается',
      en: '{number}: the term of the rework ends soon',
    },
    text: {
      kk: 'Соңғы күн – {lastDay}. Осы күнге дейін ескертулер жойылмаса, өтініш жойылады.',
      ru: 'Последний день — {lastDay}. Если до его конца замечания не устранить, заявление аннулируется.',
      en: 'The last day is {lastDay}. What is not reworked until then is annulled.',
    },
  },
  APPROVAL_VALIDITY: {
    title: {
      kk: '{number}: алдын ала мақұлдау мерзімі аяқталуда',
      ru: '{number}: срок предварительного одобрения заканчивается',
      en: '{number}: the preliminary approval ends soon',
    },
    text: {
      kk: 'Соңғы күн – {lastDay}. Осы күнге дейін Қазақстанға келіңіз немесе аумақтық көші-қон қызметіне жүгініңіз, әйтпесе мақұлдау жойылады.',
      ru: 'Последний день — {lastDay}. До его конца прибудьте в Казахстан или обратитесь в территориальную миграционную службу, иначе одобрение аннулируется.',
      en: 'The last day is {lastDay}. Arrive in Kazakhstan until then, or turn to the territorial migration service; else the approval is annulled.',
    },
  },
};

const moved: Record<TermOfPerson, NoticeWords> = {
  REWORK: {
    title: {
      kk: '{number}: ескертулерді жою мерзімі өзгерді',
      ru: '{number}: срок доработки изменился',
      en: '{number}: the term of the rework has changed',
    },
    text: {
      kk: 'Жұмыс күнтізбесі өзгерді. Енді соңғы күн – {lastDay}.',
      ru: 'Производственный календарь изменился. Теперь последний день — {lastDay}.',
      en: 'The calendar of working days changed. The last day is now {lastDay}.',
    },
  },
  APPROVAL_VALIDITY: {
    title: {
      kk: '{number}: алдын ала мақұлдау мерзімі өзгерді',
      ru: '{number}: срок предварительного одобрения изменился',
      en: '{number}: the term of the preliminary approval has changed',
    },
    text: {
      kk: 'Жұмыс күнтізбесі өзгерді. Енді соңғы күн – {lastDay}.',
      ru: 'Производственный календарь изменился. Теперь последний день — {lastDay}.',
      en: 'The calendar of working days changed. The last day is now {lastDay}.',
    },
  },
};
