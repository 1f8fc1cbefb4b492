import { pino } from 'pino';
import { buildGateway } from '../../gateway/gateway.ts';
import { HttpTransport } from '../../subgraphs/kit/transport/http.ts';
import { answerOfShop } from './public/answer.ts';

// The product's gateway before the shop's subgraphs: over HTTP where SUBGRAPH_URLS says where they are, else in this process.
const logger = pino({ enabled: false });
const urls = process.env.SUBGRAPH_URLS?.split(',').map((pair) => pair.split('=') as [string, string]);
const server = await buildGateway({
  supergraphFile: process.env.SUPERGRAPH!,
  transport: urls
    ? new HttpTransport({ urls: Object.fromEntries(urls), deadline: 20_000, logger })
    : { send: answerOfShop },
  authenticate: () => Promise.resolve(undefined),
  logger,
  limits: { requestsPerAddress: 1_000_000_000, cost: 1_000_000 },
  notReady: () => Promise.resolve([]),
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
