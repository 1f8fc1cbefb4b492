import type { GraphQLSchema } from 'graphql';
import { isErrorCode } from '../subgraphs/kit/errors/codes.ts';
import { Fault } from '../subgraphs/kit/errors/fault.ts';
import type { RequestTrace } from '../subgraphs/kit/journal/journal.ts';
import type { Transport } from '../subgraphs/kit/transport/transport.ts';
import type { GatewayRequest } from './request.ts';

/** What the gateway itself refuses somebody who is signed in. */
export interface RefusedHere {
  /** What was asked for: fields such as `Query.journal`, or a type. */
  actions: readonly string[];
  outcome: 'FORBIDDEN' | 'NOT_FOUND';
  /** What it was asked for by. */
  subject?: string;
}

/** Has a refusal written into the journal. */
export type JournalRefusal = (asked: GatewayRequest, trace: RequestTrace, refused: RefusedHere) => Promise<void>;

/**
 * Asks the subgraph that keeps the journal, with the caller's own token: the gateway has no name of its own there, and whoever is refused writes the line about oneself.
 * Nothing is written where the supergraph is another one, which keeps no such journal.
 *
 * @throws Fault UNAVAILABLE when it can't be written; UNAUTHENTICATED for an account that isn't active.
 */
export function journalRefusal(transport: Transport, supergraph: GraphQLSchema): JournalRefusal {
  if (!supergraph.getMutationType()?.getFields().noteRefusal) return () => Promise.resolve();
  const query = 'mutation Refused($input: NoteRefusalInput!) { noteRefusal(input: $input) }';
  return async ({ authorization, proof, acceptLanguage }, trace, refused) => {
    const request = { query, variables: { input: refused }, authorization, proof, acceptLanguage, trace };
    const { errors = [] } = await transport.send('audit', request);
    if (errors.length === 0) return;
    const codes = errors.map(({ extensions }) => extensions?.code).filter(isErrorCode);
    throw new Fault(codes.includes('UNAUTHENTICATED') ? 'UNAUTHENTICATED' : 'UNAVAILABLE');
  };
}
