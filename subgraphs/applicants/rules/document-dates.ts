import type { Problem } from '../../kit/errors/fault.ts';

/** The dates of a document, and whether it was legalised or apostilled. */
export interface DocumentDates {
  issuedOn: Temporal.PlainDate | null;
  expiresOn: Temporal.PlainDate | null;
  attestation: 'NONE' | 'APOSTILLE' | 'LEGALISATION';
  attestedOn: Temporal.PlainDate | null;
}

/** What is wrong with the dates of a document on the day on which it is brought. That it has expired is no fault of the input: it decides on acceptance (A§7). */
export function documentDateProblems(document: DocumentDates, today: Temporal.PlainDate): Problem[] {
  const { issuedOn, expiresOn, attestation, attestedOn } = document;
  const problems: Problem[] = [];
  if (isBefore(today, issuedOn)) problems.push({ code: 'DOCUMENT_ISSUED_IN_FUTURE', path: ['issuedOn'] });
  if (isBefore(expiresOn, issuedOn)) problems.push({ code: 'DOCUMENT_DATES_ORDER', path: ['expiresOn'] });
  if (isBefore(today, attestedOn)) problems.push({ code: 'DOCUMENT_ATTESTED_IN_FUTURE', path: ['attestedOn'] });
  if (isBefore(attestedOn, issuedOn)) problems.push({ code: 'DOCUMENT_ATTESTED_BEFORE_ISSUE', path: ['attestedOn'] });
  if (attestedOn && attestation === 'NONE') problems.push({ code: 'DOCUMENT_FACT_MISSING', path: ['attestation'] });
  return problems;
}

function isBefore(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean {
  return Boolean(one && other && Temporal.PlainDate.compare(one, other) < 0);
}
