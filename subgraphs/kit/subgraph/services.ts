import type { Clock } from '../clock.ts';
import type { SignatureVerifier } from '../signatures/verdict.ts';
import type { DocumentStorage } from '../storage/storage.ts';
import type { Transport } from '../transport/transport.ts';
import type { SystemAuthorization } from '../viewer/system-token.ts';
import type { Logger } from 'pino';

/** What a subgraph is given by the process that it runs in. */
export interface Services {
  clock: Clock;
  storage: DocumentStorage;
  /** Verifies electronic signatures; without it no signature is accepted. */
  verifier: SignatureVerifier | undefined;
  /** How the other subgraphs are reached. */
  transport: Transport;
  /** How a job asks another subgraph. */
  systemAuthorization: SystemAuthorization;
  logger: Logger;
  /** How long after a term has passed the head of the office is told. */
  escalateAfter: Temporal.Duration;
  /** Demo mode is a property of the database: specimens are accepted, and every printed page says so. */
  demo: boolean;
  /** Where people reach the product, for links and QR codes. */
  publicUrl: () => string;
}
