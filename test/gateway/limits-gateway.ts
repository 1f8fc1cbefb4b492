import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { pino } from 'pino';
import { buildGateway } from '../../gateway/gateway.ts';
import type { GatewayParts } from '../../gateway/gateway.ts';
import { supergraphFile } from '../../installation/paths.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';

/** Two accounts of lone gateways; the token of each is its id. */
export const [erika, max] = ['0199b2f0-0000-7000-8000-000000000001', '0199b2f0-0000-7000-8000-000000000002'] as const;

/** A gateway alone: behind it everything is mission 13, and it believes the tokens of two consuls. */
export function loneGateway(parts: Partial<GatewayParts> = {}): Promise<FastifyInstance> {
  return buildGateway({
    supergraphFile,
    transport: { send: () => Promise.resolve({ data: { mission: { number: 13 } } }) },
    authenticate: ({ headers: { authorization } }) => {
      if (authorization === undefined) return Promise.resolve(undefined);
      const accountId = [erika, max].find((id) => authorization === `Bearer ${id}`);
      if (!accountId) return Promise.reject(new Fault('UNAUTHENTICATED'));
      const scopes = new Set(['role:consul']);
      return Promise.resolve({ accountId, role: 'consul', officeId: null, city: null, scopes, expiresAt: Infinity });
    },
    logger: pino({ level: 'silent' }),
    notReady: () => Promise.resolve([]),
    ...parts,
    // Tests share their process and its machine.
    limits: { loopDelay: Infinity, ...parts.limits },
  });
}

/** Composes the supergraph of a graph that is none of ours, into a file of its own. */
export async function foreignSupergraph(subgraphs: Record<string, string>) {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.example/graphql`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  const folder = await mkdtemp(join(tmpdir(), 'qonaq-supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  return { file, remove: () => rm(folder, { recursive: true }) };
}

/** Something many times, each time a little different. */
export function repeat(times: number, part: (at: number) => string): string {
  return Array.from({ length: times }, (_, at) => part(at)).join(' ');
}
