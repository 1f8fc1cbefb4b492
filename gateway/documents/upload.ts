import type { IncomingMessage } from 'node:http';
import { addAbortSignal, Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import type { DocumentStorage, StoredObject } from '../../subgraphs/kit/storage/storage.ts';
import type { Viewer } from '../../subgraphs/kit/viewer/viewer.ts';
import type { AuthenticateRequest } from '../authenticate-request.ts';
import { failureOf } from '../failures.ts';
import { refusalFault } from './problems.ts';

/** What the upload of documents stands on. */
export interface UploadParts {
  authenticate: AuthenticateRequest;
  /** Whether somebody brings documents at all; to what they may be attached the graph decides later. */
  mayUpload: (viewer: Viewer) => boolean;
  storage: DocumentStorage;
  /** The largest document that the storage takes, in bytes. */
  limit: number;
  logger: Logger;
}

/** How long an upload may take, in milliseconds: 20 MB at 200 kbit/s. */
const longestUpload = 15 * 60 * 1000;

/** How much is still read of an upload that was refused, in bytes. */
const drained = 64 * 1024 * 1024;

/**
 * `PUT /documents`: takes the bytes of a document as its body, whatever type the caller says it has. 201 with id, mediaType, size and sha256;
 * else an error in the form of the graph's: 400, 401, 403, 413, 415.
 */
export function uploadRoute(
  server: FastifyInstance,
  { authenticate, mayUpload, storage, limit, logger }: UploadParts,
): void {
  void server.register((scope, _options, ready) => {
    // Bodies stay unread here until it is known that the caller may bring them; then they stream.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));

    scope.addHook('onRequest', ({ raw }, _reply, done) => {
      addAbortSignal(AbortSignal.timeout(longestUpload), raw);
      done();
    });

    scope.put('/documents', async (request, reply) => {
      const { raw, headers } = request;
      const viewer = await authenticate(request);
      if (!viewer) throw new Fault('UNAUTHENTICATED');
      if (!mayUpload(viewer)) throw new Fault('FORBIDDEN');
      if (Number(headers['content-length']) > limit) throw refusalFault('TOO_LARGE', limit);
      const { id, mediaType, size, sha256 } = await store(raw, viewer);
      return reply.code(201).send({ id, mediaType, size, sha256 });
    });

    scope.setErrorHandler((error, request, reply) => {
      const { status, headers, body } = failureOf(error, request, logger);
      const answer = Buffer.from(JSON.stringify(body));
      return reply
        .code(status)
        .headers({ ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length })
        .header('connection', 'close')
        .send(Readable.from(answerThenDrain(answer, request.raw)));
    });
    ready();
  });

  async function store(raw: IncomingMessage, viewer: Viewer): Promise<StoredObject> {
    try {
      const outcome = await storage.store(raw.iterator({ destroyOnReturn: false }), viewer.accountId);
      if ('stored' in outcome) return outcome.stored;
      throw refusalFault(outcome.refused, limit);
    } catch (error) {
      // The caller went away in the middle: no failure of ours, and nobody is there to read of it.
      throw raw.destroyed && !raw.complete ? new Fault('BAD_REQUEST') : error;
    }
  }
}

/**
 * The whole answer at once, but its end, with which the connection closes, only after the rest of the body: closing while the caller still
 * sends would reset the connection, and the answer could be lost before they read it.
 */
async function* answerThenDrain(answer: Buffer, body: IncomingMessage): AsyncGenerator<Buffer> {
  yield answer;
  try {
    let read = 0;
    for await (const piece of body) if ((read += (piece as Buffer).length) > drained) break;
  } catch {
    // The caller has read the answer and gone.
  }
}
