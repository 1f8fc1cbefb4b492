import type { Message } from '../../kit/errors/languages.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { ageOn } from '../../kit/terms/ages.ts';
import { ageTexts, consentText, expiredText, instead, missingText } from './acceptance-texts.ts';
import { exemptStates } from './attestation.ts';
import type { ConventionParty } from '../../kit/model/convention-parties.ts';
import { categoryRules, requirementsOf } from './categories.ts';
import type { Category } from './categories.ts';
import { documentFaults, isPast } from './document-faults.ts';
import type { BroughtDocument } from './document-faults.ts';
import { requiredDocuments } from './requirements-documents.ts';
import { wordsOf } from './requirements-texts.ts';
import { kindsOf } from './requirements.ts';
import type { RequiredDocument, Requirement } from './requirements.ts';

/** What was brought to the counter: the person's date of birth, the passport's last day, the documents, and whether the consent was signed. */
export interface Brought {
  birthDate: Temporal.PlainDate;
  identityExpiresOn: Temporal.PlainDate;
  documents: readonly BroughtDocument[];
  consented: boolean;
}

/** The codes of the reasons not to accept an application. */
export const acceptanceReasonCodes = [
  'DOCUMENT_MISSING',
  'DOCUMENT_EXPIRED',
  'ORIGINAL_NOT_SHOWN',
  'DOCUMENT_NOT_ATTESTED',
  'DOCUMENT_NOT_TRANSLATED',
  'CITIZENSHIP_NOT_PROVEN',
  'EXPERIENCE_TOO_SHORT',
  'POSITION_TOO_SHORT',
  'CONSENT_MISSING',
  'AGE_NOT_UNDER',
  'AGE_NOT_REACHED',
] as const;

/** Why an application is not accepted. */
export interface AcceptanceReason {
  code: (typeof acceptanceReasonCodes)[number];
  /** The kinds of document concerned; of several that are missing, one way of the choice is enough. */
  documents: DocumentKind[];
  /** The years of age, of experience or in the position that are asked for. */
  years?: number;
  /** For the person, also what may be brought instead. */
  text: Message;
  reference: string;
}

/** What documents are judged by on a day. */
interface Standard {
  documents: readonly BroughtDocument[];
  day: Temporal.PlainDate;
  /** States whose documents need neither legalisation nor apostille. */
  exempt: readonly string[];
}

/** Every reason not to accept an application for a number on a day, all at once (A§6, A§7); empty when it is accepted. */
export function acceptanceReasons(
  category: Category,
  brought: Brought,
  day: Temporal.PlainDate,
  parties: readonly ConventionParty[],
): AcceptanceReason[] {
  return [
    ...reasonsAgainst(requirementsOf(category), brought, day, parties),
    ...ageReasons(category, brought.birthDate, day),
  ];
}

/**
 * Every reason why what was brought doesn't do on a day, the passport and the consent among it. A requirement is met by one document without faults. Of one
 * with faults only the best copy is spoken of, and of a choice only the ways that were begun.
 */
export function reasonsAgainst(
  requirement: Requirement,
  brought: Brought,
  day: Temporal.PlainDate,
  parties: readonly ConventionParty[],
): AcceptanceReason[] {
  const standard = { documents: brought.documents, day, exempt: exemptStates(parties, day) };
  const ofDocuments = reasonsOf(requirement, standard, []);
  return [...ofDocuments, ...passportReasons(brought, day, ofDocuments), ...consentReasons(brought)];
}

/** @param others the other ways of the choices that the requirement is part of. */
function reasonsOf(requirement: Requirement, standard: Standard, others: readonly Requirement[]): AcceptanceReason[] {
  if ('kind' in requirement) return documentReasons(requirement, standard, others);
  if ('allOf' in requirement) return requirement.allOf.flatMap((each) => reasonsOf(each, standard, others));
  const { oneOf } = requirement;
  const ways = oneOf.map((way) => ({
    way,
    reasons: reasonsOf(way, standard, [...oneOf.filter((other) => other !== way), ...others]),
  }));
  if (ways.some(({ reasons }) => reasons.length === 0)) return [];
  const begun = ways.filter(({ way }) => standard.documents.some(({ kind }) => kindsOf(way).includes(kind)));
  return begun.length > 0 ? begun.flatMap(({ reasons }) => reasons) : [missing(requirement, others)];
}

function documentReasons(
  required: RequiredDocument,
  { documents, day, exempt }: Standard,
  others: readonly Requirement[],
): AcceptanceReason[] {
  const ofKind = documents.filter(({ kind }) => kind === required.kind);
  // Of two that are equally bad, the one that was brought last counts.
  const [best] = ofKind
    .toReversed()
    .map((document) => documentFaults(required, document, day, exempt))
    .toSorted((one, other) => one.length - other.length);
  if (!best) return [missing(required, others)];
  return best.map((fault) => ({ ...fault, documents: [required.kind], text: instead(fault.text, others) }));
}

function missing(requirement: Requirement, others: readonly Requirement[]): AcceptanceReason {
  const text = instead(missingText(wordsOf(requirement)), others);
  return { code: 'DOCUMENT_MISSING', documents: kindsOf(requirement), text, reference: 'A§6' };
}

/** A passport that has expired is said once, whether its copy tells so or it itself. */
function passportReasons(
  { identityExpiresOn }: Brought,
  day: Temporal.PlainDate,
  said: readonly AcceptanceReason[],
): AcceptanceReason[] {
  const { kind, name } = requiredDocuments.identityDocument;
  const isSaid = said.some(({ code, documents }) => code === 'DOCUMENT_EXPIRED' && documents.includes(kind));
  if (isSaid || !isPast(identityExpiresOn, day)) return [];
  return [
    { code: 'DOCUMENT_EXPIRED', documents: [kind], text: expiredText(name, identityExpiresOn), reference: 'A§7' },
  ];
}

function consentReasons({ consented }: Brought): AcceptanceReason[] {
  return consented ? [] : [{ code: 'CONSENT_MISSING', documents: [], text: consentText, reference: 'A-ord 3' }];
}

function ageReasons(category: Category, birthDate: Temporal.PlainDate, day: Temporal.PlainDate): AcceptanceReason[] {
  const { age } = categoryRules[category];
  const years = ageOn(birthDate, day);
  if (age && 'under' in age && years >= age.under) {
    const text = ageTexts.AGE_NOT_UNDER(age.under);
    return [{ code: 'AGE_NOT_UNDER', documents: [], years: age.under, text, reference: 'A§4' }];
  }
  if (age && 'atLeast' in age && years < age.atLeast) {
    const text = ageTexts.AGE_NOT_REACHED(age.atLeast);
    return [{ code: 'AGE_NOT_REACHED', documents: [], years: age.atLeast, text, reference: 'A§4' }];
  }
  return [];
}
