import type { ApolloServer } from '@apollo/server';
import { isErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import type { ErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { anonymousRequest } from '../request.ts';
import type { GatewayRequest } from '../request.ts';
import type { FoundDocument } from './download.ts';
import type { CheckedDocument } from './verification-page.ts';

type Graph = ApolloServer<GatewayRequest>;

/** What the graph holds that has bytes: each by its field, and what it selects. A printed form and a questionnaire are always PDFs. */
const holders = [
  'document(id: $id) { id kind sha256 mediaType }',
  'printedForm(id: $id) { id kind sha256 }',
  'caseDocument(id: $id) { id kind sha256 mediaType }',
  'complaintDocument(id: $id) { id kind sha256 mediaType }',
  'questionnaire(id: $id) { id sha256 kind: __typename }',
];

const extensions: Record<string, string> = { 'image/jpeg': '.jpg', 'image/png': '.png' };

interface Holder {
  id: string;
  kind: string;
  sha256: string;
  mediaType?: string;
}

/** Asks the graph for a document in the caller's name. Whatever the caller may not see is NOT_FOUND, wherever it is. */
export async function findDocument(
  graph: Graph,
  id: string,
  asked: GatewayRequest,
): Promise<FoundDocument | { error: ErrorCode }> {
  const request = { ...asked, download: true };
  const answers = await Promise.all(
    holders.map((holder) => ask(graph, request, `query Download($id: ID!) { found: ${holder} }`, { id })),
  );
  const found = answers.map(({ data }) => data?.found as Holder | null | undefined).find(Boolean);
  if (found) {
    const name = found.kind.toLowerCase().replaceAll('_', '-');
    return {
      storageId: found.id,
      fileName: name + (extensions[found.mediaType ?? ''] ?? '.pdf'),
      sha256: found.sha256,
    };
  }
  const codes = answers.map(({ code }) => code);
  return { error: codes.find((code) => code !== 'NOT_FOUND' && code !== 'FORBIDDEN') ?? 'NOT_FOUND' };
}

/** Asks the graph whether the caller's account is one that is answered now: a token alone doesn't tell. */
export async function requireActiveAccount(graph: Graph, request: GatewayRequest): Promise<void> {
  const { data, code } = await ask(graph, request, 'query Upload { me { role } }', {});
  if (!data?.me) throw new Fault(code);
}

/** Asks the graph what everybody may learn of a printed form. */
export async function checkDocument(graph: Graph, token: string): Promise<CheckedDocument | undefined> {
  const query =
    'query Verify($token: String!) { found: documentCheck(token: $token) { state kind issuedOn specimen } }';
  const { data, code } = await ask(graph, anonymousRequest(newId()), query, { token });
  if (data?.found) return data.found as CheckedDocument;
  if (code !== 'NOT_FOUND') throw new Fault(code);
  return undefined;
}

async function ask(graph: Graph, contextValue: GatewayRequest, query: string, variables: Record<string, unknown>) {
  const { body } = await graph.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('The graph answers in one piece');
  const { data, errors } = body.singleResult;
  const code = errors?.[0]?.extensions?.code;
  return { data, code: isErrorCode(code) ? code : ('INTERNAL_SERVER_ERROR' as const) };
}
