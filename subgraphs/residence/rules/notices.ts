import type { NewNotice } from '../../kit/notices/tell.ts';
import type { CaseAction } from './case-lifecycle.ts';

/** What a notice of a residence case needs to know of it. */
export interface CaseToTellOf {
  accountId: string;
  applicantId: string;
  number: string;
  /** When the term ends that runs now, if one does. */
  dueAt: Temporal.Instant | null;
}

/** What is told of what was done with a residence case, and to whom. */
export function noticesOfCase(action: CaseAction, { accountId, applicantId, number }: CaseToTellOf): NewNotice[] {
  switch (action) {
    case 'RETURN_FOR_REWORK':
      return [
        {
          kind: 'CASE_RETURNED',
          to: { accountId, applicantId },
          title: {
            kk: `${number}: өтініш пысықтауға қайтарылды`,
            ru: `${number}: заявление возвращено на доработку`,
            en: `${number}: returned for rework`,
          },
          text: {
            kk: 'Ескертулер жеке кабинетіңізде. Мерзімінде түзетілмесе, өтініш күшін жояды.',
            ru: 'Замечания — в вашем кабинете. Если не исправить их в срок, заявление аннулируется.',
            en: 'The remarks are in your cabinet. What is not reworked in time is annulled.',
          },
        },
      ];
    default:
      return [];
  }
}
