import type { Problem } from '../../kit/errors/fault.ts';

/** What is wrong with the dates of a document on the day on which it is brought. That it has expired is no fault of the input: it decides on acceptance (A§7). */
export function documentDateProblems(
  { issuedOn, expiresOn }: { issuedOn: Temporal.PlainDate | null; expiresOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): Problem[] {
  const problems: Problem[] = [];
  if (issuedOn && Temporal.PlainDate.compare(issuedOn, today) > 0)
    problems.push({ code: 'DOCUMENT_ISSUED_IN_FUTURE', path: ['issuedOn'] });
  if (issuedOn && expiresOn && Temporal.PlainDate.compare(expiresOn, issuedOn) < 0) {
    problems.push({ code: 'DOCUMENT_DATES_ORDER', path: ['expiresOn'] });
  }
  return problems;
}
