import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { ErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { isId } from '../../subgraphs/kit/ids.ts';
import type { DocumentStorage } from '../../subgraphs/kit/storage/storage.ts';

import type { IncomingRequest } from '../authenticate-request.ts';
import { failureOf, logFailure } from '../failures.ts';

/** A document that the caller may see. */
export interface FoundDocument {
  /** The id of its bytes. */
  storageId: string;
  fileName: string;
  /** Of the bytes, as it was when they were attached, hexadecimal. */
  sha256: string;
}

/** What the download of documents stands on. */
export interface DownloadParts {
  storage: DocumentStorage;
  /** Asks the graph as the caller, from their request; it decides, and writes the reading into the journal. */
  findDocument: (id: string, request: IncomingRequest) => Promise<FoundDocument | { error: ErrorCode }>;
  logger: Logger;
}

/** `GET /documents/:id`: the bytes of a document that the graph shows to the caller, streamed. */
export function downloadRoute(server: FastifyInstance, { storage, findDocument, logger }: DownloadParts): void {
  void server.register((scope, _options, ready) => {
    scope.get<{ Params: { id: string } }>('/documents/:id', async (request, reply) => {
      const { id } = request.params;
      const found = isId(id) ? await findDocument(id, request) : { error: 'NOT_FOUND' as const };
      if ('error' in found) throw new Fault(found.error);

      const stored = await storage.describe(found.storageId);
      if (stored?.sha256 !== found.sha256) throw new Error(`document ${id} is not what was attached`);
      const bytes = (await storage.read(stored.id))!;
      bytes.once('error', (error) => logFailure(error, request, logger));
      return reply
        .headers({
          'content-type': stored.mediaType,
          'content-length': stored.size,
          'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(found.fileName)}`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
          'content-security-policy': "default-src 'none'; sandbox",
          etag: `"${stored.sha256}"`,
          'x-request-id': request.id,
        })
        .send(bytes);
    });

    scope.setErrorHandler((error, request, reply) => {
      const { status, headers, body } = failureOf(error, request, logger);
      return reply
        .code(status)
        .headers({ ...headers, 'cache-control': 'no-store' })
        .send(body);
    });
    ready();
  });
}

/** A file name as RFC 8187 wants it in a header. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
