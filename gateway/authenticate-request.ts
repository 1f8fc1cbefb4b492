import type { IncomingHttpHeaders } from 'node:http';
import type { MikroORM } from '@mikro-orm/postgresql';
import { decodeJwt } from 'jose';
import type { Clock } from '../subgraphs/kit/clock.ts';
import { spend } from '../subgraphs/kit/counters/counters.ts';
import { Fault } from '../subgraphs/kit/errors/fault.ts';
import { proofHeader } from '../subgraphs/kit/http/proof-header.ts';
import { proofWindow } from '../subgraphs/kit/viewer/proof.ts';
import type { Authenticate } from '../subgraphs/kit/viewer/token.ts';
import type { Viewer } from '../subgraphs/kit/viewer/viewer.ts';

/** What of a request tells who asks. */
export interface IncomingRequest {
  id: string;
  /** The network address that it came from. */
  ip: string;
  headers: IncomingHttpHeaders;
  method: string;
  /** Path and query. */
  url: string;
}

/** Tells who sends a request. `undefined` is somebody without a token; a bad token is a fault, never nobody. */
export type AuthenticateRequest = (request: IncomingRequest) => Promise<Viewer | undefined>;

/** What the check of proofs stands on. */
export interface ProofParts {
  /** Remembers across all gateways which proofs were brought. Without it, tokens that are bound to a key are refused. */
  orm: MikroORM | undefined;
  /** The address that proofs are made for. */
  publicUrl: () => string;
  clock: Clock;
}

/** Authenticates requests: beside the token, that a proof was made for this very request, and is brought for the first time. */
export function authenticateRequests(authenticate: Authenticate, parts: ProofParts): AuthenticateRequest {
  return async (request) => {
    const { authorization } = request.headers;
    const proof = proofHeader(request.headers);
    const viewer = await authenticate({ authorization, proof });
    if (viewer && /^DPoP /i.test(authorization!)) await useProof(proof!, request, parts);
    return viewer;
  };
}

/** Uses a proof up that was verified. */
async function useProof(proof: string, { method, url }: IncomingRequest, parts: ProofParts): Promise<void> {
  const { jti, htm, htu } = decodeJwt<{ jti: string; htm: string; htu: string }>(proof);
  const address = new URL(url, parts.publicUrl());
  const meant = URL.parse(htu);
  if (htm !== method || meant?.origin !== address.origin || meant.pathname !== address.pathname) {
    throw new Fault('UNAUTHENTICATED');
  }
  if (!parts.orm) throw new Fault('UNAUTHENTICATED');
  const allowance = { of: ['proof', jti], most: 1, seconds: 2 * proofWindow };
  const { allowed } = await spend(parts.orm.em.fork(), allowance, parts.clock.now());
  if (!allowed) throw new Fault('UNAUTHENTICATED');
}
