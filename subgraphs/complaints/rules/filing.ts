import type { Problem } from '../../kit/errors/fault.ts';
import type { City, Role } from '../../kit/viewer/roles.ts';
import type { Service, SubjectKind } from './subject.ts';

/** What a complaint is said to be about; exactly one of it, and a city with the residence service. */
export interface SaidSubject {
  iinApplicationId?: string | null;
  petitionId?: string | null;
  residenceCaseId?: string | null;
  service?: Service | null;
  city?: City | null;
}

/** What is told when a complaint is filed. */
export interface Filing {
  about: SaidSubject;
  /** Whose complaint about a service in general it is: somebody who was presented, */
  applicantId?: string | null;
  /** or a name, from those who present nobody. */
  latinName?: { surname: string | null; givenNames: string | null; patronymic: string | null } | null;
  text: string;
}

/** A case by its kind, or a service. */
export type NamedSubject =
  { kind: Exclude<SubjectKind, 'SERVICE'>; id: string } | { kind: 'SERVICE'; service: Service };

/** Everything that a complaint is said to be about. */
export function subjectsOf({ iinApplicationId, petitionId, residenceCaseId, service }: SaidSubject): NamedSubject[] {
  return [
    ...(iinApplicationId ? [{ kind: 'IIN_APPLICATION' as const, id: iinApplicationId }] : []),
    ...(petitionId ? [{ kind: 'PETITION' as const, id: petitionId }] : []),
    ...(residenceCaseId ? [{ kind: 'RESIDENCE_CASE' as const, id: residenceCaseId }] : []),
    ...(service ? [{ kind: 'SERVICE' as const, service }] : []),
  ];
}

/** Who files for somebody who was never presented to them in this product: they tell the name. */
const namers: readonly Role[] = ['kkq_officer', 'psc_officer'];

/** What is missing in a complaint that somebody in a role files (A§15-3). */
export function filingProblems({ about, applicantId, latinName, text }: Filing, role: Role): Problem[] {
  const subjects = subjectsOf(about);
  const [subject] = subjects;
  const missing = (...path: string[]) => ({ code: 'VALUE_MISSING', path, reference: 'A§15-3' });
  const inGeneral = subjects.length === 1 && subject?.kind === 'SERVICE';
  const named = namers.includes(role) ? latinName?.surname || latinName?.givenNames : applicantId;
  return [
    ...(subjects.length === 1 ? [] : [{ code: 'SUBJECT_NOT_ONE', path: ['about'], reference: 'A§15-3' }]),
    ...(inGeneral && subject.service === 'RESIDENCE' && !about.city ? [missing('about', 'city')] : []),
    ...(inGeneral && !named ? [missing(namers.includes(role) ? 'latinName' : 'applicantId')] : []),
    ...(text === '' ? [{ code: 'TEXT_EMPTY', path: ['text'], reference: 'A§15-3' }] : []),
  ];
}
