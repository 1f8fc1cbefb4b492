import type { Problem } from '../../kit/errors/fault.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import type { ConventionParty } from '../../kit/model/convention-parties.ts';
import { validMoreThanDays } from '../../kit/terms/ages.ts';
import { isWithin } from '../../kit/terms/periods.ts';
import { fewestPixels, portraitPhotoFaults } from './portrait-photo.ts';
import type { Picture } from './portrait-photo.ts';

/** What is brought with the e-application (B§10), and what is said when it is missing; the petition, the questionnaire and the duty are told by themselves. */
const needed = {
  IDENTITY_DOCUMENT: 'PASSPORT_COPY_MISSING',
  PORTRAIT_PHOTO: 'PHOTO_MISSING',
  CRIMINAL_RECORD_CERTIFICATE: 'CRIMINAL_RECORD_MISSING',
} as const satisfies Partial<Record<DocumentKind, string>>;

/** A passport is valid for more than so many calendar days on the day of application (B§10(1)). */
const passportDays = 180;

/** What the rules ask of a document of the e-application. */
export interface EApplicationDocument extends Picture {
  kind: DocumentKind;
  issuingCountry: string | null;
  expiresOn: Temporal.PlainDate | null;
  attestation: 'NONE' | 'APOSTILLE' | 'LEGALISATION';
}

/** Who applies. */
export interface EApplicant {
  travelDocumentExpiresOn: Temporal.PlainDate;
  /** Those whose bodies know of a criminal record: the states of citizenship and of residence. */
  states: readonly string[];
}

type Fault = Pick<Problem, 'code' | 'params' | 'reference'>;

/**
 * Everything for which the documents of an e-application don't do on the day of application (B§10, B§28); empty when they do. A path leads to the list, or
 * to the document in it by its index.
 *
 * @param documents in the order in which they were named; nothing for one that isn't the person's.
 */
export function eApplicationProblems(
  { travelDocumentExpiresOn, states }: EApplicant,
  documents: readonly (EApplicationDocument | undefined)[],
  exempt: readonly ConventionParty[],
  day: Temporal.PlainDate,
): Problem[] {
  const brought = new Set<string | undefined>(documents.map((document) => document?.kind));
  const missing = Object.entries(needed).filter(([kind]) => !brought.has(kind));
  const reference = 'B§10';
  return [
    ...(isValidLongEnough(travelDocumentExpiresOn) ? [] : [{ ...passportFault, path: ['applicantId'], reference }]),
    ...missing.map(([, code]) => ({ code, path: ['documentIds'], reference })),
    ...documents.flatMap((document, index) =>
      faultsOf(document).map((fault) => ({ reference, ...fault, path: ['documentIds', index] })),
    ),
  ];

  function faultsOf(document: EApplicationDocument | undefined): Fault[] {
    if (!document) return [{ code: 'DOCUMENT_NOT_ATTACHED' }];
    const { kind, expiresOn } = document;
    switch (kind) {
      case 'IDENTITY_DOCUMENT':
        return expiresOn && !isValidLongEnough(expiresOn) ? [passportFault] : [];
      case 'PORTRAIT_PHOTO':
        return portraitPhotoFaults(document).map((code) => ({ code, params: fewestPixels }));
      case 'CRIMINAL_RECORD_CERTIFICATE':
        return criminalRecordFaults(document);
      default:
        return [{ code: 'DOCUMENT_NOT_ASKED_FOR' }];
    }
  }

  function isValidLongEnough(expiresOn: Temporal.PlainDate): boolean {
    return validMoreThanDays(expiresOn, day, passportDays);
  }

  function criminalRecordFaults({ issuingCountry, expiresOn, attestation }: EApplicationDocument): Fault[] {
    const exempted = exempt.some(
      (state) => state.country === issuingCountry && isWithin({ from: state.validFrom, until: state.validUntil }, day),
    );
    const legalised = attestation !== 'NONE' || issuingCountry === 'KAZ' || exempted;
    return [
      ...(issuingCountry !== null && states.includes(issuingCountry) ? [] : [{ code: 'CRIMINAL_RECORD_STATE' }]),
      ...(legalised ? [] : [{ code: 'LEGALISATION_MISSING', reference: 'B§28' }]),
      ...(expiresOn && Temporal.PlainDate.compare(expiresOn, day) < 0 ? [{ code: 'DOCUMENT_HAS_EXPIRED' }] : []),
    ];
  }
}

const passportFault: Fault = { code: 'PASSPORT_VALIDITY', params: { days: passportDays } };
