import type { FastifyInstance } from 'fastify';
import { Fault } from '../subgraphs/kit/errors/fault.ts';

/** Answers what still arrives while the server closes as unavailable, in the form of all errors: the client tries again, and reaches another one. */
export function refuseWhileClosing(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onRequest', (_request, reply, done) => {
    if (!closing) return done();
    reply.header('connection', 'close');
    done(new Fault('UNAVAILABLE'));
  });
}
