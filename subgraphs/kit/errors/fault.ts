import { GraphQLError } from 'graphql';
import type { ErrorCode } from './codes.ts';

/** One thing that is wrong with an input. A caller gets all of them at once. */
export interface Problem {
  /** A stable name, such as `MRZ_CHECK_DIGIT`. */
  code: string;
  /** Where in the input it stands. */
  path: readonly (string | number)[];
  /** What the message needs to be written in a language; never personal data. */
  params?: Record<string, string | number>;
  /** The paragraph of the order that it comes from, such as "A§6". */
  reference?: string;
}

/** What a fault tells beside its code. */
export interface FaultDetails {
  /** Every problem of the input. */
  problems?: readonly Problem[];
  /** A finer message than the code's own: a key of the message catalogue. */
  message?: string;
  /** What that message needs to be written in a language. */
  params?: Record<string, string | number>;
  /** Further extensions for the caller, such as `currentVersion`. */
  extensions?: Record<string, unknown>;
  /** The failure behind it, for the log only. */
  cause?: unknown;
}

/** An answer that is not the one asked for: a code of the contract, and what there is to say. Its text is written in the caller's language when it leaves. */
export class Fault extends GraphQLError {
  readonly code: ErrorCode;
  readonly details: FaultDetails;

  constructor(code: ErrorCode, details: FaultDetails = {}) {
    super(code, { extensions: { code } });
    this.code = code;
    this.details = details;
  }
}

/** Refuses an input with everything that is wrong with it, or lets it pass when there is nothing. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Fault('BAD_USER_INPUT', { problems });
}

/** Refuses a single problem of the input. */
export function refuseProblem(code: string, path: readonly (string | number)[], reference?: string): never {
  throw new Fault('BAD_USER_INPUT', { problems: [{ code, path, ...(reference && { reference }) }] });
}

/** What was looked for; NOT_FOUND when it doesn't exist or the viewer may not see it: nobody learns which. */
export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Fault('NOT_FOUND');
  return value;
}
