import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '../../subgraphs/kit/clock.ts';
import { largestDocument } from '../../subgraphs/kit/storage/folder-storage.ts';
import type { DocumentStorage } from '../../subgraphs/kit/storage/storage.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { AuthenticateRequest } from '../authenticate-request.ts';
import type { JournalRefusal, RefusedHere } from '../journal-refusal.ts';
import { requestOf, traceOf } from '../request.ts';
import type { GatewayRequest } from '../request.ts';
import { checkDocument, findDocument, requireActiveAccount } from './ask-graph.ts';
import { downloadRoute } from './download.ts';
import { uploadRoute } from './upload.ts';
import { verificationRoute } from './verification.ts';

/** Who brings documents. */
const uploaders: readonly Role[] = [
  'consul',
  'authorised_employee',
  'applicant',
  'hub_officer',
  'mddiai_signer',
  'kkq_officer',
  'psc_officer',
];

/** What the routes for bytes stand on. */
export interface DocumentParts {
  authenticate: AuthenticateRequest;
  journalRefusal: JournalRefusal;
  storage: DocumentStorage;
  clock: Clock;
  logger: Logger;
}

/** The routes for bytes: upload, download, and the page that a printed QR code opens. The graph decides on each. */
export function documentRoutes(
  server: FastifyInstance,
  graph: ApolloServer<GatewayRequest>,
  parts: DocumentParts,
): void {
  const { authenticate, journalRefusal } = parts;
  const journal = (asked: GatewayRequest, name: string, refused: RefusedHere) =>
    journalRefusal(asked, traceOf(asked, name, undefined), refused);
  const activeCaller: AuthenticateRequest = async (request) => {
    const asked = await requestOf(request, authenticate);
    const { viewer } = asked;
    if (viewer) await requireActiveAccount(graph, asked);
    if (viewer && !uploaders.includes(viewer.role))
      await journal(asked, 'Upload', { actions: ['Document'], outcome: 'FORBIDDEN' });
    return viewer;
  };
  uploadRoute(server, {
    ...parts,
    authenticate: activeCaller,
    limit: largestDocument,
    mayUpload: ({ role }) => uploaders.includes(role),
  });
  downloadRoute(server, {
    ...parts,
    findDocument: async (id, request) => {
      const asked = await requestOf(request, authenticate);
      const found = await findDocument(graph, id, asked);
      if (asked.viewer && 'error' in found && found.error === 'NOT_FOUND')
        await journal(asked, 'Download', { actions: ['Document'], outcome: 'NOT_FOUND', subject: id });
      return found;
    },
  });
  verificationRoute(server, { ...parts, checkDocument: (token) => checkDocument(graph, token) });
}
