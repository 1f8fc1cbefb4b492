import type { Problem } from '../../kit/errors/fault.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { validMoreThanDays } from '../../kit/terms/ages.ts';
import { fewestPixels, portraitPhotoFaults } from './portrait-photo.ts';
import type { Picture } from './portrait-photo.ts';

/** A document that is brought for a petition, as the person told of it. */
export interface PetitionDocument extends Picture {
  kind: DocumentKind;
  issuingCountry: string | null;
  expiresOn: Temporal.PlainDate | null;
}

/** Who asks for a petition. */
export interface Petitioner {
  citizenship: string;
  /** The state of permanent residence, where it is told. */
  permanentResidence: string | null;
  travelDocumentExpiresOn: Temporal.PlainDate;
}

/** A passport is valid for more than so many calendar days on the day of application (B§4(1)). */
const passportDays = 180;

const reference = 'B§4';

/** What has to be brought (B§4), and what is said when it is missing. */
const needed = {
  IDENTITY_DOCUMENT: 'PASSPORT_COPY_MISSING',
  IT_PORTFOLIO: 'PORTFOLIO_MISSING',
  PORTRAIT_PHOTO: 'PHOTO_MISSING',
  IT_TRAINING_CERTIFICATE: 'TRAINING_CERTIFICATE_MISSING',
  CURRICULUM_VITAE: 'CURRICULUM_VITAE_MISSING',
  MOTIVATION_LETTER: 'MOTIVATION_LETTER_MISSING',
  CRIMINAL_RECORD_CERTIFICATE: 'CRIMINAL_RECORD_MISSING',
} as const satisfies Partial<Record<DocumentKind, string>>;

/** What may be brought beside it (B§4(2)): a diploma, if there is one. */
const optional: readonly DocumentKind[] = ['IT_DIPLOMA'];

/**
 * Everything for which the documents of a petition don't do on the day of application; empty when they do. A path leads to the list, or to the document in
 * it by its index.
 */
export function petitionDocumentProblems(
  petitioner: Petitioner,
  documents: readonly PetitionDocument[],
  day: Temporal.PlainDate,
): Problem[] {
  const brought = new Set<string>(documents.map(({ kind }) => kind));
  const missing = Object.entries(needed).filter(([kind]) => !brought.has(kind));
  return [
    ...(validMoreThanDays(petitioner.travelDocumentExpiresOn, day, passportDays)
      ? []
      : [{ code: 'PASSPORT_VALIDITY', path: ['applicantId'], params: { days: passportDays }, reference }]),
    ...missing.map(([, code]) => ({ code, path: ['documentIds'], reference })),
    ...documents.flatMap((document, index) =>
      faultsOf(document, petitioner, day).map((fault) => ({ ...fault, path: ['documentIds', index], reference })),
    ),
  ];
}

function faultsOf(
  document: PetitionDocument,
  { citizenship, permanentResidence }: Petitioner,
  day: Temporal.PlainDate,
): Pick<Problem, 'code' | 'params'>[] {
  const { kind, expiresOn, issuingCountry } = document;
  switch (kind) {
    case 'IDENTITY_DOCUMENT':
      // The copy may say nothing of it: then the passport itself, as it was registered, decides.
      return expiresOn && !validMoreThanDays(expiresOn, day, passportDays)
        ? [{ code: 'PASSPORT_VALIDITY', params: { days: passportDays } }]
        : [];
    case 'PORTRAIT_PHOTO':
      return portraitPhotoFaults(document).map((code) => ({ code, params: fewestPixels }));
    case 'CRIMINAL_RECORD_CERTIFICATE':
      return [
        ...(issuingCountry !== null && [citizenship, permanentResidence].includes(issuingCountry)
          ? []
          : [{ code: 'CRIMINAL_RECORD_STATE' }]),
        ...expired(expiresOn, day),
      ];
    default:
      if (!(kind in needed) && !optional.includes(kind)) return [{ code: 'DOCUMENT_NOT_ASKED_FOR' }];
      return expired(expiresOn, day);
  }
}

/** What has expired proves nothing any more (policy). */
function expired(expiresOn: Temporal.PlainDate | null, day: Temporal.PlainDate): Pick<Problem, 'code'>[] {
  return expiresOn && Temporal.PlainDate.compare(expiresOn, day) < 0 ? [{ code: 'DOCUMENT_HAS_EXPIRED' }] : [];
}
