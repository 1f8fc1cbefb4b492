import type { Clock } from '../clock.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Sealing } from '../seals/sealing.ts';
import type { SignatureVerifier } from '../signatures/verdict.ts';
import type { DocumentStorage } from '../storage/storage.ts';
import type { Transport } from '../transport/transport.ts';
import type { SystemAuthorization } from '../viewer/system-token.ts';
import type { Logger } from 'pino';

/** What a subgraph is given by the process that it runs in. */
export interface Services {
  clock: Clock;
  storage: DocumentStorage;
  /** How long uploads wait for being attached; then they are removed. */
  uploadsWait: Temporal.Duration;
  /** Verifies electronic signatures; without it no signature is accepted. */
  verifier: SignatureVerifier | undefined;
  /** Sends e-mails; without it none are written. */
  mailer: Mailer | undefined;
  /** Signs what webhooks are told: their secrets derive from it (base64url, 32 bytes); without it none is told. */
  webhookKey: string | undefined;
  /** With what the journal is sealed; without it nothing is. */
  sealing: Sealing | undefined;
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
  /** Where people read what they are told. */
  cabinetUrl: () => string;
}
