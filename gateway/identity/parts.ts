import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Clock } from '../../subgraphs/kit/clock.ts';
import type { SignatureVerifier } from '../../subgraphs/kit/signatures/verdict.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { Directory } from './directory.ts';
import type { Sealing } from './sealing.ts';

/** What the identity provider stands on. */
export interface IdentityParts {
  /** Its own schema, as its own database role. */
  orm: MikroORM;
  sealing: Sealing;
  /** Accounts and partner clients. */
  directory: Directory;
  /** Verifies electronic signatures; without one nobody signs in with a signature. */
  verifier: SignatureVerifier | undefined;
  /** The frontends that people sign in to. */
  frontends: readonly Frontend[];
  /** For whom its access tokens are. */
  audience: string;
  /** Accounts that anybody may act as; in demo mode only. */
  demoAccounts: readonly DemoChoice[];
  /** Where people reach the product: the issuer of its tokens. */
  publicUrl: () => string;
  clock: Clock;
  logger: Logger;
}

/** An account that anybody may act as. */
export interface DemoChoice {
  id: string;
  name: string;
  role: Role;
}

/** A frontend that people sign in to: a public client with a code and PKCE. */
export interface Frontend {
  id: string;
  name: string;
  /** Where the browser comes back to after a sign-in. */
  redirectUris: string[];
  /** Where it comes back to after a sign-out. */
  postLogoutRedirectUris: string[];
  /** A program on the person's own computer, which listens on a port of its choice of 127.0.0.1. */
  native?: boolean;
}
