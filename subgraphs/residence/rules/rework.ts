import type { Problem } from '../../kit/errors/fault.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';

/** Why an e-application is returned: what is wrong with a document, or with a field of the questionnaire (B§12). */
export interface ReturnReason {
  document: DocumentKind | null;
  /** A path into the answers, such as `closeRelatives.0.birthDate`. */
  field: string | null;
  text: string;
}

/** What is wrong with the reasons of a return: it has some, and each is about one thing and says why (B§12). */
export function returnReasonProblems(reasons: readonly ReturnReason[]): Problem[] {
  if (reasons.length === 0) return [{ code: 'RETURN_REASON_MISSING', path: ['reasons'], reference: 'B§12' }];
  return reasons.flatMap(({ document, field, text }, index) => [
    ...((document === null) === (field === null || field === '')
      ? [{ code: 'RETURN_REASON_SUBJECT', path: ['reasons', index], reference: 'B§12' }]
      : []),
    ...(text === '' ? [{ code: 'TEXT_EMPTY', path: ['reasons', index, 'text'], reference: 'B§12' }] : []),
  ]);
}
