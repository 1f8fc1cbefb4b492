/** Every error code that a caller can meet in `extensions.code`. The list is part of the contract: codes never change their meaning. */
export const errorCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'WRONG_STATE',
  'CONFLICT',
  'BARRED',
  'TERM_EXPIRED',
  'PILOT_CLOSED',
  'SIGNATURE_INVALID',
  'RATE_LIMITED',
  'OPERATION_TOO_COMPLEX',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;

/** One of the error codes of the contract. */
export type ErrorCode = (typeof errorCodes)[number];

/** Whether a text is one of the error codes of the contract. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(text);
}
