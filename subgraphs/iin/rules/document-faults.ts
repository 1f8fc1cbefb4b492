import type { Message } from '../../kit/errors/languages.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { ageOn } from '../../kit/terms/ages.ts';
import { documentTexts, expiredText, translationTexts } from './acceptance-texts.ts';
import { lacksAttestation } from './attestation.ts';
import type { AttestedDocument } from './attestation.ts';
import { asksForOriginal } from './requirements.ts';
import type { RequiredDocument } from './requirements.ts';

/** A document as it was brought. */
export interface BroughtDocument extends AttestedDocument {
  kind: DocumentKind;
  expiresOn: Temporal.PlainDate | null;
  originalShown: boolean;
  /** ISO 639 codes. */
  languages: readonly string[] | null;
  /** What an identity document has in neither Cyrillic nor Latin letters. */
  detailsToTranslate: readonly string[];
  translation: 'NONE' | 'TRANSLATOR_CERTIFIED' | 'NOTARISED';
  provesCitizenshipOf: string | null;
  experienceMonths: number | null;
  appointedOn: Temporal.PlainDate | null;
}

/** Why a document that was brought doesn't do. */
export interface DocumentFault {
  code:
    | 'DOCUMENT_EXPIRED'
    | 'ORIGINAL_NOT_SHOWN'
    | 'DOCUMENT_NOT_ATTESTED'
    | 'DOCUMENT_NOT_TRANSLATED'
    | 'CITIZENSHIP_NOT_PROVEN'
    | 'EXPERIENCE_TOO_SHORT'
    | 'POSITION_TOO_SHORT';
  years?: number;
  text: Message;
  reference: string;
}

/**
 * Everything for which a document doesn't do on a day; empty when it does.
 *
 * @param exempt the states whose documents need neither legalisation nor apostille on that day.
 */
export function documentFaults(
  required: RequiredDocument,
  document: BroughtDocument,
  day: Temporal.PlainDate,
  exempt: readonly string[],
): DocumentFault[] {
  const { name, attestation } = required;
  const faults: DocumentFault[] = [];
  if (document.expiresOn && isPast(document.expiresOn, day))
    faults.push({ code: 'DOCUMENT_EXPIRED', text: expiredText(name, document.expiresOn), reference: 'A§7' });
  if (asksForOriginal(required) && !document.originalShown)
    faults.push({ code: 'ORIGINAL_NOT_SHOWN', text: documentTexts.ORIGINAL_NOT_SHOWN(name), reference: 'A§6' });
  if (lacksAttestation(attestation, document, exempt))
    faults.push({ code: 'DOCUMENT_NOT_ATTESTED', text: documentTexts.DOCUMENT_NOT_ATTESTED(name), reference: 'A§6' });
  return [...faults, ...translationFaults(required, document), ...showingFaults(required, document, day)];
}

/** Whether the last day on which something was valid has passed. */
export function isPast(lastDay: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(lastDay, day) < 0;
}

function translationFaults({ translation: rule, name }: RequiredDocument, document: BroughtDocument): DocumentFault[] {
  const { translation, languages, detailsToTranslate } = document;
  const lacks = {
    NEVER: false,
    // What a notary certified is certified all the more.
    WHEN_WHOLLY_FOREIGN: isWhollyForeign(languages) && translation === 'NONE',
    WHEN_DETAILS_MISSING: detailsToTranslate.length > 0 && translation !== 'NOTARISED',
  };
  if (rule === 'NEVER' || !lacks[rule]) return [];
  return [{ code: 'DOCUMENT_NOT_TRANSLATED', text: translationTexts[rule](name), reference: 'A§6' }];
}

/** Whether nothing of a document is in Kazakh or Russian; one of which nobody told the language may be so. */
function isWhollyForeign(languages: readonly string[] | null): boolean {
  return !languages?.some((language) => language === 'kk' || language === 'ru');
}

function showingFaults(
  { shows, name }: RequiredDocument,
  { provesCitizenshipOf, experienceMonths, appointedOn }: BroughtDocument,
  day: Temporal.PlainDate,
): DocumentFault[] {
  if (!shows) return [];
  if ('citizenshipOf' in shows) {
    if (provesCitizenshipOf === shows.citizenshipOf) return [];
    return [{ code: 'CITIZENSHIP_NOT_PROVEN', text: documentTexts.CITIZENSHIP_NOT_PROVEN(name), reference: 'A§6' }];
  }
  if ('experienceOverYears' in shows) {
    const years = shows.experienceOverYears;
    if (experienceMonths !== null && experienceMonths > 12 * years) return [];
    return [{ code: 'EXPERIENCE_TOO_SHORT', years, text: documentTexts.EXPERIENCE_TOO_SHORT(name), reference: 'A§6' }];
  }
  const years = shows.yearsInPosition;
  if (appointedOn && ageOn(appointedOn, day) >= years) return [];
  return [{ code: 'POSITION_TOO_SHORT', years, text: documentTexts.POSITION_TOO_SHORT(name), reference: 'A§6' }];
}
