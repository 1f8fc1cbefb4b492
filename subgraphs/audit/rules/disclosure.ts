import type { Problem } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';

/** The cases that can be disclosed. */
export const disclosedCases = ['IIN_APPLICATION', 'PETITION', 'RESIDENCE_CASE', 'COMPLAINT'] as const;

/** What a disclosed case is. */
export type DisclosedCase = (typeof disclosedCases)[number];

/** What can be disclosed: a person, wherever they were presented, or one case. */
export const disclosureSubjects = ['PERSON', ...disclosedCases] as const;

/** What is disclosed. */
export type DisclosureSubject = (typeof disclosureSubjects)[number];

/** What an auditor asks for. */
export interface DisclosureRequest {
  personId?: string | null;
  caseId?: string | null;
  caseKind?: DisclosedCase | null;
  reason: string;
  hours: number;
}

/** For how many hours something is disclosed at the longest (policy): a working day. */
const longestHours = 8;
const shortestReason = 10;
const longestReason = 500;

/** What is wrong with a request, all of it. */
export function disclosureProblems({ personId, caseId, caseKind, reason, hours }: DisclosureRequest): Problem[] {
  const problems: Problem[] = [];
  if ((personId == null) === (caseId == null)) problems.push({ code: 'DISCLOSURE_SUBJECT', path: ['personId'] });
  if ((caseId == null) !== (caseKind == null)) problems.push({ code: 'DISCLOSURE_CASE_KIND', path: ['caseKind'] });
  if (reason.length < shortestReason || reason.length > longestReason)
    problems.push({
      code: 'DISCLOSURE_REASON',
      path: ['reason'],
      params: { min: shortestReason, max: longestReason },
    });
  if (hours < 1 || hours > longestHours)
    problems.push({ code: 'DISCLOSURE_HOURS', path: ['hours'], params: { max: longestHours } });
  return problems;
}

/** What each of those problems says. */
export const disclosureProblemTexts: Readonly<Record<string, Message>> = {
  DISCLOSURE_SUBJECT: {
    kk: 'Адамды не істі көрсетіңіз: екеуінің бірін ғана.',
    ru: 'Укажите лицо или дело: одно из двух.',
    en: 'Name a person or a case: one of the two.',
  },
  DISCLOSURE_CASE_KIND: {
    kk: 'Істің түрін іспен бірге көрсетіңіз.',
    ru: 'Вид дела указывается вместе с делом.',
    en: 'The kind of the case goes with the case.',
  },
  DISCLOSURE_REASON: {
    kk: 'Себебі {min}–{max} таңба болуы тиіс.',
    ru: 'Причина: от {min} до {max} знаков.',
    en: 'The reason has {min} to {max} characters.',
  },
  DISCLOSURE_HOURS: {
    kk: 'Мерзімі 1–{max} сағат.',
    ru: 'Срок: от 1 до {max} часов.',
    en: 'The term is 1 to {max} hours.',
  },
};
