import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import process from 'node:process';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

// Hive Gateway with the planner that is written in Rust. SUPERGRAPH, SUBGRAPH_URLS and PORT are in the environment.
const urls = new Map(process.env.SUBGRAPH_URLS.split(',').map((pair) => pair.split('=')));
const supergraph = (await readFile(process.env.SUPERGRAPH, 'utf8')).replaceAll(
  /(@join__graph\(name: "([^"]+)", url: )"[^"]*"/g,
  (_, begin, name) => `${begin}"${urls.get(name)}"`,
);
const gateway = createGatewayRuntime({
  supergraph,
  unifiedGraphHandler,
  logging: false,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({
      authorization: request.headers.get('authorization') ?? '',
      'accept-language': request.headers.get('accept-language') ?? '',
      'x-request-id': request.headers.get('x-request-id') ?? '',
    }),
  },
});
createServer(gateway).listen(Number(process.env.PORT), '127.0.0.1');
