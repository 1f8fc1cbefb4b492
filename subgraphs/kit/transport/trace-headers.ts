import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { requestId } from '../http/request-id.ts';
import type { RequestTrace } from '../journal/journal.ts';

/** How much of an operation's name travels, in characters: names have no limit of their own, headers do. */
const longestName = 200;

/** The headers that carry a trace to a subgraph. A name may hold any letter, and is written as in a URL. */
export function traceHeaders({
  address,
  requestId,
  operationName,
  operationHash,
  download,
}: RequestTrace): Record<string, string> {
  return {
    'x-request-id': requestId,
    ...(address !== null && { 'x-caller-address': address }),
    ...(operationName !== null && {
      'x-operation-name': encodeURIComponent(operationName.slice(0, longestName).toWellFormed()),
    }),
    ...(operationHash !== null && { 'x-operation-hash': operationHash }),
    ...(download && { 'x-download': 'true' }),
  };
}

/** The trace that a request's headers carry. What hasn't the form of one is left out, so nothing else comes into the journal. */
export function traceOfHeaders(headers: IncomingHttpHeaders): RequestTrace {
  const operationHash = one(headers['x-operation-hash']);
  const address = one(headers['x-caller-address']);
  return {
    address: isIP(address) ? address : null,
    requestId: requestId({ headers }),
    operationName: decoded(one(headers['x-operation-name'])),
    operationHash: /^[0-9a-f]{64}$/.test(operationHash) ? operationHash : null,
    ...(headers['x-download'] === 'true' && { download: true }),
  };
}

function one(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name) || null;
  } catch {
    return null;
  }
}
