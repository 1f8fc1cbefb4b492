import type { ErrorCode } from '../../../../subgraphs/kit/errors/codes.ts';
import type { Language } from '../../../../subgraphs/kit/errors/languages.ts';
import type { Session } from './session.ts';

/** One thing that is wrong with an input. */
export interface InputProblem {
  code: string;
  path: (string | number)[];
  message: string;
  reference: string | null;
}

/** An error of the graph, as docs/errors.md describes it. */
export interface GraphError {
  message: string;
  path?: (string | number)[];
  locations?: { line: number; column: number }[];
  extensions: { code: ErrorCode; requestId?: string; problems?: InputProblem[]; retryAfter?: number };
}

/** What the graph answered, as it is. */
export interface Answer<Data> {
  data?: Data | null;
  errors?: GraphError[];
}

/** What is sent to the graph. */
export interface Operation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | null | undefined;
}

/** Asks the graph as whoever is signed in, for texts in a language. Where there was no answer, that is an error like the graph's own. */
export async function ask<Data>(session: Session, language: Language, operation: Operation): Promise<Answer<Data>> {
  try {
    const response = await session.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(operation),
    });
    return (await response.json()) as Answer<Data>;
  } catch {
    return { errors: [{ message: '', extensions: { code: 'UNAVAILABLE' } }] };
  }
}
