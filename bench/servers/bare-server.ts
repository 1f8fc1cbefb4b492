import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { bareCase } from './bare/case.ts';
import { openBareDatabase } from './bare/database.ts';
import type { Work } from './bare/database.ts';
import { bareJournal } from './bare/journal.ts';
import { bareRegister } from './bare/register.ts';
import { verifyTokens } from './bare/tokens.ts';
import { bareVerify } from './bare/verify.ts';
import { bareWorklist } from './bare/worklist.ts';

// As fast as asking the database: no graph, no framework; the same rows under the same rights, with the same lines of the journal.
const database = await openBareDatabase(process.env.DATABASE_URL!);
const viewerOf = await verifyTokens(process.env.TOKEN_ISSUER!, process.env.TOKEN_KEYS!);

const works: Record<string, Work> = {
  '/worklist': bareWorklist,
  '/case': bareCase,
  '/journal': bareJournal,
  '/verify': bareVerify,
  '/register': bareRegister,
};

createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: Error) => response.writeHead(500).end(error.message),
  );
}).listen(Number(process.env.PORT), '127.0.0.1');

async function answer(request: IncomingMessage): Promise<string> {
  const [viewer, body] = await Promise.all([viewerOf(request.headers.authorization), text(request)]);
  const work = works[request.url!];
  if (!work) throw new Error('Nothing is there.');
  return JSON.stringify({ data: await work(database, viewer, JSON.parse(body) as Record<string, unknown>) });
}
